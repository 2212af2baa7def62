import type { CalledFlow, CalledNode, Flow, FlowNode, WrittenFlow } from './flow.ts'

/** How deep one flow may call another. Nobody can follow more on paper. */
const maxCalls = 3

/** Where a step of a linked flow was written: in which flow, the main one or one that is called, and under which name there. */
export interface Origin {
  readonly flow: string
  readonly node: string
}

export interface LinkProblem {
  readonly origin: Origin
  /** Where in the step, key by key. */
  readonly path: readonly string[]
  /** What is wrong and what to do, in Dutch. */
  readonly words: string
}

export interface LinkedFlow {
  readonly flow: Flow
  readonly origins: ReadonlyMap<string, Origin>
  readonly problems: readonly LinkProblem[]
}

/** The flow of that name. Where several versions are at hand, the one that is asked for. */
export type CalledFlows = (name: string, version: number) => CalledFlow | undefined

/**
 * Puts the flows that are called in the place of each call. A step of those is named by the calls that lead to it ('offer/choose_slot'), so
 * that the one name that a session keeps is its stack of calls: where it is, and where each call comes back to. As many calls are open as
 * the text has inside one another; that is known before anything runs. Where something is wrong, the call goes nowhere and that is told.
 */
export function linkFlow(main: WrittenFlow, called: CalledFlows): LinkedFlow {
  const origins = new Map<string, Origin>()
  const problems: LinkProblem[] = []
  const nodes: Record<string, FlowNode> = {}

  const link = (written: Scope): void => {
    for (const [node, step] of Object.entries(written.nodes)) {
      const origin = { flow: written.stack.at(-1) ?? main.name, node }
      origins.set(written.prefix + node, origin)
      const tell = (path: readonly string[], words: string) => problems.push({ origin, path, words })
      nodes[written.prefix + node] = linked(node, step, written, tell)
    }
  }

  const linked = (node: string, step: CalledNode, written: Scope, tell: Tell): FlowNode => {
    const here = (name: string): string => written.prefix + name
    if (step.kind === 'back') return { kind: 'go', to: written.back(step.as) ?? step.as }
    if (step.kind !== 'call') return renamed(step, here)
    const flow = callable(step, called(step.flow, step.version), written, tell)
    if (flow === undefined) return { kind: 'hand_over' }
    for (const wrong of wayBackProblems(step, flow)) tell(['back', ...wrong.path], wrong.words)
    const prefix = `${here(node)}/`
    const back = (as: string) => (step.back[as] === undefined ? undefined : here(step.back[as]))
    link({ nodes: flow.nodes, prefix, stack: [...written.stack, flow.name], back })
    return { kind: 'go', to: prefix + flow.begin }
  }

  link({ nodes: main.nodes, prefix: '', stack: [main.name], back: () => undefined })
  return { flow: { ...main, nodes }, origins, problems }
}

type Tell = (path: readonly string[], words: string) => void
type CallNode = Extract<CalledNode, { kind: 'call' }>

/** The steps of one flow, as they are called here. */
interface Scope {
  readonly nodes: Readonly<Record<string, CalledNode>>
  readonly prefix: string
  /** The flows that are open, the innermost last. */
  readonly stack: readonly string[]
  readonly back: (as: string) => string | undefined
}

function callable(call: CallNode, flow: CalledFlow | undefined, { stack }: Scope, tell: Tell): CalledFlow | undefined {
  if (flow === undefined) tell(['flow'], `Er is geen deelgesprek '${call.flow}'. Maak called/${call.flow}.yaml.`)
  else if (stack.includes(call.flow))
    tell(
      ['flow'],
      `'${call.flow}' roept zichzelf aan, ook langs een ander. Dat komt nooit terug: haal een aanroep weg.`,
    )
  else if (stack.length > maxCalls)
    tell(['flow'], `Deelgesprekken roepen elkaar meer dan ${String(maxCalls)} diep aan. Maak het vlakker.`)
  else if (flow.version !== call.version)
    tell(
      ['version'],
      `'${call.flow}' is versie ${String(flow.version)}, en hier wordt versie ${String(call.version)} aangeroepen. Zet hier de nieuwe, en verhoog ook version bovenaan.`,
    )
  else return flow
  return undefined
}

function wayBackProblems({ back }: CallNode, { name, nodes }: CalledFlow): Omit<LinkProblem, 'origin'>[] {
  const given = new Set(Object.values(nodes).flatMap((node) => (node.kind === 'back' ? [node.as] : [])))
  const missing = [...given].filter((as) => back[as] === undefined)
  return [
    ...missing.map((as) => ({
      path: [],
      words: `'${name}' komt terug met '${as}'. Zet hier waar het dan verdergaat.`,
    })),
    ...Object.keys(back)
      .filter((as) => !given.has(as))
      .map((as) => ({ path: [as], words: `'${name}' komt nooit terug met '${as}'. Haal het hier weg.` })),
  ]
}

/** The same step with each way out renamed. */
function renamed(node: FlowNode, to: (name: string) => string): FlowNode {
  switch (node.kind) {
    case 'say':
      return { ...node, then: to(node.then) }
    case 'ask':
      return {
        ...node,
        options: each(node.options, to),
        unclear: { ...node.unclear, then: to(node.unclear.then) },
        ...(node.slots === undefined ? {} : { slots: to(node.slots) }),
        ...(node.answers === undefined ? {} : { answers: each(node.answers, to) }),
        ...(typeof node.timeout === 'object' ? { timeout: { ...node.timeout, then: to(node.timeout.then) } } : {}),
        ...(node.undelivered === undefined ? {} : { undelivered: to(node.undelivered) }),
      }
    case 'do':
      return { ...node, done: to(node.done), refused: each(node.refused, to) }
    case 'branch':
      return branching(node, to)
    case 'go':
      return { ...node, to: to(node.to) }
    case 'hand_over':
    case 'end':
      return node
  }
}

type Branching = Extract<FlowNode, { kind: 'branch' }>

const branching = (node: Branching, to: (name: string) => string): Branching =>
  ({ ...node, cases: each<Record<string, string>>(node.cases, to) }) as Branching // the same keys

const each = <Exits extends Readonly<Record<string, string | undefined>>>(
  exits: Exits,
  to: (name: string) => string,
): Exits =>
  Object.fromEntries(
    Object.entries(exits).map(([key, name]) => [key, name === undefined ? undefined : to(name)]),
  ) as Exits // the same keys
