import type { AbsenceReason } from '#src/domain/contract/absence-reason.ts'
import type { Option, Understood } from '../session.ts'
import type { Match } from './reading.ts'

/** Not coming, with why if that was said. Two different reasons are no reason: then we ask. */
export function absenceIn(
  matches: readonly Match[],
  asked: readonly Option[],
  certaintyOf: (match: Match) => number,
): Understood | undefined {
  const said = matches.filter(({ entry }) => entry.means === 'absence')
  if (said.length === 0) return undefined
  const hintsCount = hintsCountIn(matches, asked)
  const [reason, second] = reasonsOf(said, hintsCount)
  const confidence = Math.max(
    ...said.map((match) => (hintsCount ? Math.max(0.8, certaintyOf(match)) : certaintyOf(match))),
  )
  return { intent: 'absence', confidence, ...(reason === undefined || second !== undefined ? {} : { reason }) }
}

/** A single word like 'vakantie' tells why only when not coming was said in other words, or why was what we asked. */
function hintsCountIn(matches: readonly Match[], asked: readonly Option[]): boolean {
  return (
    asked.some((option) => option.value.startsWith('reason:')) ||
    matches.some(({ entry: { means, reason } }) => means === 'no' || (means === 'absence' && reason === undefined))
  )
}

function reasonsOf(said: readonly Match[], hintsCount: boolean): AbsenceReason[] {
  const clear = reasonsIn(said.filter(({ strength }) => strength !== 'hint'))
  return clear.length > 0 || !hintsCount ? clear : reasonsIn(said)
}

export function reasonsIn(matches: readonly Match[]): AbsenceReason[] {
  return [...new Set(matches.flatMap(({ entry }) => entry.reason ?? []))]
}
