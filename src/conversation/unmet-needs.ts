import type { Flow, FlowNode } from './flow.ts'
import { exitsOf, startsOf } from './flow-graph.ts'
import type { Exit } from './flow-graph.ts'
import type { FlowProblem } from './flow-problem.ts'

type Need = 'reason' | 'slot' | 'slots'

/** What a node cannot do without, in the words of the problem. */
function needOf(node: FlowNode): Need | undefined {
  if (node.kind === 'ask') return node.slots === undefined ? undefined : 'slots'
  if (node.kind !== 'do') return undefined
  if (node.command === 'report_absence') return 'reason'
  return node.command === 'pick_slot' ? 'slot' : undefined
}

const advice: Record<Need, string> = {
  reason: "hier kan de reden nog onbekend zijn. Kom hier via 'on: reason' (known) of een keuze 'reason:...'.",
  slot: "hier is nog geen tijd gekozen. Kom hier via 'slots' van een vraag.",
  slots: "hier zijn nog geen tijden gevonden. Kom hier via 'done' van offer_slots.",
}

/**
 * Nodes that can be reached without what they need: a report without a reason, a pick without a slot, an offer without slots. What is
 * known lives for one step: an exit of a question or a command starts anew, the others pass it on.
 */
export function unmetNeeds(flow: Flow): FlowProblem[] {
  return (['reason', 'slot', 'slots'] as const).flatMap((need) => {
    const without = reachedWithout(flow, need)
    return Object.entries(flow.nodes)
      .filter(([name, node]) => needOf(node) === need && without.has(name))
      .map(([name]): FlowProblem => ({
        kind: 'unmet_need',
        path: ['nodes', name],
        words: `'${name}': ${advice[need]}`,
      }))
  })
}

function reachedWithout(flow: Flow, need: Need): ReadonlySet<string> {
  const reached = new Set<string>()
  const open = [...startsOf(flow).map(({ to }) => to), ...Object.values(flow.nodes).flatMap((node) => bare(node, need))]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const node = flow.nodes[name]
    if (node === undefined || reached.has(name)) continue
    reached.add(name)
    if (node.kind !== 'ask' && node.kind !== 'do') open.push(...passedOn(node, need))
  }
  return reached
}

/** The exits of a question or command that do not bring what is needed. */
function bare(node: FlowNode, need: Need): string[] {
  if (node.kind !== 'ask' && node.kind !== 'do') return []
  return exitsOf(node)
    .filter((exit) => !brings(node, exit, need))
    .map(({ to }) => to)
}

function brings(node: FlowNode, { path: [group, key] }: Exit, need: Need): boolean {
  switch (need) {
    case 'reason':
      return group === 'options' && key?.startsWith('reason:') === true
    case 'slot':
      return group === 'slots'
    case 'slots':
      return node.kind === 'do' && node.command === 'offer_slots' && group === 'done'
  }
}

function passedOn(node: FlowNode, need: Need): string[] {
  const known = need === 'reason' && node.kind === 'branch' && node.on === 'reason'
  return exitsOf(node)
    .filter(({ path: [, key] }) => !(known && key === 'known'))
    .map(({ to }) => to)
}
