import type { LoadedFlow } from './loaded-flow.ts'
import type { Session } from './session.ts'
import { withoutQuestion } from './walk.ts'

/** The version that is current, and the earlier ones that conversations may still be in. */
export interface FlowShelf {
  readonly current: LoadedFlow
  pinned(hash: string): LoadedFlow | undefined
}

export interface Continued {
  readonly session: Session | undefined
  /** Something was asked of which the newer version does not say where it goes on: only a person can. */
  readonly isQuestionLost: boolean
}

/**
 * A conversation stays in the version it started in, unless the current one says that it replaces that (`replaces`), or the text of its
 * own is gone. Then it goes on in the current one: at the node that the old one became, else with a person.
 */
export function continued(session: Session | undefined, { current, pinned }: FlowShelf): Continued {
  if (session === undefined || session.flowHash === current.hash) return { session, isQuestionLost: false }
  const own = pinned(session.flowHash)
  const became = own === undefined ? {} : current.flow.replaces?.[String(own.flow.version)]
  if (became === undefined) return { session, isQuestionLost: false }
  const moved = { ...session, flow: current.flow.name, flowHash: current.hash }
  if (session.node === undefined) return { session: moved, isQuestionLost: false }
  const node = became[session.node]
  return node === undefined
    ? { session: { ...withoutQuestion(moved), holder: 'person' }, isQuestionLost: true }
    : { session: { ...moved, node }, isQuestionLost: false }
}
