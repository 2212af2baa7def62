import { choiceProblems, textProblems } from './check-flow-texts.ts'
import type { Flow } from './flow.ts'
import { exitsOf, nextOf, reachable, replacementsOf, startsOf } from './flow-graph.ts'
import type { FlowProblem } from './flow-problem.ts'
import type { Templates } from './template.ts'
import { unmetNeeds } from './unmet-needs.ts'

/** The caller of the engine carries out at most so many commands in one turn (design, Engine). */
export const maxCommandsPerTurn = 8

/** Everything that is wrong with a flow beyond its shape; empty when it may run. Unknown nodes are told first, alone. */
export function checkFlow(flow: Flow, templates: Pick<Templates, 'has'>): FlowProblem[] {
  const unknown = unknownNodes(flow)
  if (unknown.length > 0) return unknown
  return [
    ...unreachableNodes(flow),
    ...withoutWayOut(flow),
    ...longTurns(flow),
    ...unmetNeeds(flow),
    ...withoutTimeout(flow),
    ...replacedByNoQuestion(flow),
    ...speakingUndelivered(flow),
    ...choiceProblems(flow),
    ...textProblems(flow, templates),
  ]
}

function unknownNodes(flow: Flow): FlowProblem[] {
  const inNodes = Object.entries(flow.nodes).flatMap(([name, node]) =>
    exitsOf(node).map(({ path, to }) => ({ path: ['nodes', name, ...path], to })),
  )
  return [...startsOf(flow), ...replacementsOf(flow), ...inNodes]
    .filter(({ to }) => flow.nodes[to] === undefined)
    .map(({ to, path }) => ({
      kind: 'unknown_node',
      path,
      words: `Stap '${to}' bestaat niet. Maak die onder nodes of verbeter de naam.`,
    }))
}

function unreachableNodes(flow: Flow): FlowProblem[] {
  const starts = startsOf(flow).map(({ to }) => to)
  const reached = reachable(starts, (name) => nextOf(flow, name))
  return Object.keys(flow.nodes)
    .filter((name) => !reached.has(name))
    .map((name) => ({
      kind: 'unreachable_node',
      path: ['nodes', name],
      words: `Niets leidt naar '${name}'. Verwijs ernaar of haal de stap weg.`,
    }))
}

/** A question to which no answer comes must not end in silence that nobody meant. */
function withoutTimeout({ nodes }: Flow): FlowProblem[] {
  return Object.entries(nodes)
    .filter(([, node]) => node.kind === 'ask' && node.timeout === undefined)
    .map(([name]) => ({
      kind: 'no_timeout',
      path: ['nodes', name],
      words: `'${name}' zegt niet wat er gebeurt als er geen antwoord komt. Zet er een timeout bij: hours en then, of journey.`,
    }))
}

/** What was asked is answered by the next message: only a question of this version can take that. */
function replacedByNoQuestion(flow: Flow): FlowProblem[] {
  const own = flow.replaces?.[String(flow.version)] === undefined ? [] : [['replaces', String(flow.version)]]
  const noQuestions = replacementsOf(flow).filter(({ to }) => flow.nodes[to]?.kind !== 'ask')
  return [
    ...own.map((path) => ({
      kind: 'replaces_itself' as const,
      path,
      words: 'Een versie kan zichzelf niet vervangen. Noem hier alleen eerdere versies.',
    })),
    ...noQuestions.map(({ to, path }) => ({
      kind: 'replaced_by_no_question' as const,
      path,
      words: `'${to}' stelt geen vraag, dus het antwoord op de oude vraag zegt daar niets. Verwijs naar een stap met kind: ask, of laat de oude weg: dan neemt een medewerker het over.`,
    })),
  ]
}

/** Where what we say does not arrive, nothing that is said arrives. */
function speakingUndelivered(flow: Flow): FlowProblem[] {
  const asks = Object.values(flow.nodes).flatMap((node) => (node.kind === 'ask' ? [node.undelivered] : []))
  const starts = [flow.undelivered, ...asks].filter((name) => name !== undefined)
  return [...reachable(starts, (name) => nextOf(flow, name))].flatMap((name) => {
    const kind = flow.nodes[name]?.kind
    if (kind !== 'say' && kind !== 'ask') return []
    return [
      {
        kind: 'undelivered_speaks',
        path: ['nodes', name],
        words: `'${name}' zegt iets terwijl niets aankomt: het volgt op undelivered. Laat het daar naar een stap zonder tekst gaan.`,
      },
    ]
  })
}

function withoutWayOut(flow: Flow): FlowProblem[] {
  const names = Object.keys(flow.nodes)
  const last = names.filter((name) => nextOf(flow, name).length === 0)
  const ending = reachable(last, (name) => names.filter((before) => nextOf(flow, before).includes(name)))
  return names
    .filter((name) => !ending.has(name))
    .map((name) => ({
      kind: 'no_way_out',
      path: ['nodes', name],
      words: `Vanaf '${name}' komt het gesprek nooit tot een eind (end of hand_over).`,
    }))
}

/** Within one turn, that is without a question in between: no circles, and not more commands than are carried out. */
function longTurns(flow: Flow): FlowProblem[] {
  const names = Object.keys(flow.nodes)
  const circling = names.filter((name) => reachable(inTurn(flow, name), (next) => inTurn(flow, next)).has(name))
  if (circling.length > 0) return circling.map(circle)
  return names.filter((name) => commandsFrom(flow, name) > maxCommandsPerTurn).map(tooManyCommands)
}

function circle(name: string): FlowProblem {
  const words = `Vanaf '${name}' draait het gesprek in een kring zonder iets te vragen. Zet er een vraag of een eind tussen.`
  return { kind: 'circle', path: ['nodes', name], words }
}

function tooManyCommands(name: string): FlowProblem {
  const words = `Vanaf '${name}' volgen meer dan ${maxCommandsPerTurn} opdrachten (do) zonder vraag ertussen. Maak het korter.`
  return { kind: 'too_many_commands', path: ['nodes', name], words }
}

/** The most commands that one turn can meet from here, in a flow without circles. */
function commandsFrom(flow: Flow, name: string): number {
  const own = flow.nodes[name]?.kind === 'do' ? 1 : 0
  return own + Math.max(0, ...inTurn(flow, name).map((next) => commandsFrom(flow, next)))
}

function inTurn(flow: Flow, name: string): string[] {
  return flow.nodes[name]?.kind === 'ask' ? [] : nextOf(flow, name)
}
