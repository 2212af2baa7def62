import type { Flow, FlowNode } from './flow.ts'

/** Where a node leads, and at which place in the node that is said. */
export interface Exit {
  readonly path: readonly string[]
  readonly to: string
}

export function exitsOf(node: FlowNode): Exit[] {
  switch (node.kind) {
    case 'say':
      return [{ path: ['then'], to: node.then }]
    case 'ask':
      return [
        ...(node.slots === undefined ? [] : [{ path: ['slots'], to: node.slots }]),
        ...exitsIn('options', node.options),
        ...exitsIn('answers', node.answers ?? {}),
        { path: ['unclear', 'then'], to: node.unclear.then },
        ...(typeof node.timeout === 'object' ? [{ path: ['timeout', 'then'], to: node.timeout.then }] : []),
        ...(node.undelivered === undefined ? [] : [{ path: ['undelivered'], to: node.undelivered }]),
      ]
    case 'do':
      return [{ path: ['done'], to: node.done }, ...exitsIn('refused', node.refused)]
    case 'branch':
      return exitsIn('cases', node.cases)
    case 'go':
      return [{ path: ['to'], to: node.to }]
    case 'hand_over':
    case 'end':
      return []
  }
}

/** The names of the nodes that a node leads to; none when there is no such node. */
export function nextOf({ nodes }: Flow, name: string): string[] {
  const node = nodes[name]
  return node === undefined ? [] : exitsOf(node).map(({ to }) => to)
}

/** Where conversations of earlier versions go on in this one. */
export const replacementsOf = ({ replaces = {} }: Flow): Exit[] =>
  Object.entries(replaces).flatMap(([version, became]) =>
    Object.entries(became).map(([old, to]) => ({ path: ['replaces', version, old], to })),
  )

/** Where a conversation can begin, or be turned to at any moment. */
export function startsOf({ entries, interrupts, undelivered, held }: Flow): Exit[] {
  return [
    ...exitsIn('entries', entries),
    ...exitsIn('interrupts', interrupts),
    ...(undelivered === undefined ? [] : [{ path: ['undelivered'], to: undelivered }]),
    ...(held === undefined ? [] : [{ path: ['held'], to: held }]),
  ]
}

/** What a participant may say at any moment, and where it leads in this flow. */
export function interruptsOf({ interrupts }: Flow): { readonly intent: string; readonly to: string }[] {
  return exitsIn('interrupts', interrupts).map(({ path, to }) => ({ intent: path.at(-1) ?? '', to }))
}

function exitsIn(group: string, exits: Readonly<Record<string, string | undefined>>): Exit[] {
  return Object.entries(exits).flatMap(([key, to]) => (to === undefined ? [] : [{ path: [group, key], to }]))
}

/** All that can be reached from these nodes, themselves included. */
export function reachable(from: readonly string[], next: (name: string) => readonly string[]): Set<string> {
  const seen = new Set<string>()
  const open = [...from]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue
    seen.add(name)
    open.push(...next(name))
  }
  return seen
}
