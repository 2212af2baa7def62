import { nameInText, wordsToSearch, type NamedHow } from '#src/domain/values/name-in-text.ts'
import type { Id } from '#src/domain/values/id.ts'
import { threadOf, type MailFinding, type MailParts, type MailVerb } from './mail-finding.ts'
import type { CalledBack } from './ports/mails.ts'

/** Which journey a mail is about, as far as it says so, and all those that run which it may be about. */
export interface Meant {
  readonly sure: Id<'journey'> | undefined
  readonly candidates: readonly Id<'journey'>[]
}

/** More than this nobody looks through: then a person searches. */
const mostCandidates = 10

const firstOf = (ids: readonly Id<'journey'>[]): readonly Id<'journey'>[] => ids.slice(0, mostCandidates)

const onlyOne = (ids: readonly Id<'journey'>[]): Id<'journey'> | undefined => (ids.length === 1 ? ids[0] : undefined)

interface Named {
  readonly journeyId: Id<'journey'>
  readonly how: NamedHow
}

/** The participants of a contract whose journeys run and whom a mail names, in its words or in a form. */
async function namedIn({ journeys }: MailParts, finding: MailFinding, contractId: string): Promise<readonly Named[]> {
  const forms = finding.proposals.flatMap(({ name }) => name?.full ?? [])
  const text = wordsToSearch([finding.said ?? '', ...forms].join('\n'))
  return (await journeys.runningNames(contractId)).flatMap(({ journeyId, name }) => {
    const how = nameInText(text, name)
    return how ? [{ journeyId, how }] : []
  })
}

/**
 * A name in full says more than a subject, which consulenten write the same each time. The subject decides when the mail names nobody else
 * and calls back one mail only: among several it may mean one that waits.
 */
function meantBy(named: readonly Named[], { journeys, waiting }: CalledBack): Meant {
  const full = named.filter(({ how }) => how === 'full').map(({ journeyId }) => journeyId)
  if (full.length > 0)
    return { sure: onlyOne(full) ?? onlyOne(full.filter((id) => journeys.includes(id))), candidates: full }
  const near = named.map(({ journeyId }) => journeyId)
  const alone = waiting === 0 ? onlyOne(journeys) : undefined
  const sure = near.length === 0 || (alone && near.includes(alone)) ? alone : undefined
  return { sure, candidates: [...new Set([...journeys, ...near])] }
}

/**
 * What a mail is about: by what it answers or our reference in it, else by the client number, the participant's name, or the subject of an
 * earlier mail. Only of a correction those are enough: it must not wait until a person has looked.
 */
export async function meantJourneys(
  parts: MailParts,
  mail: Id<'mail'>,
  finding: MailFinding,
  verb: MailVerb,
): Promise<Meant> {
  const { contractId, kind } = finding
  const thread = await parts.mails.journeysOf(threadOf(finding, verb))
  if (thread.length > 0) {
    const running = thread.filter(({ contractId: own, runs }) => runs && own === (contractId ?? own))
    return { sure: onlyOne(thread.map(({ id }) => id)), candidates: firstOf(running.map(({ id }) => id)) }
  }
  if (!contractId) return { sure: undefined, candidates: [] }
  const number = finding.proposals[0]?.clientNumber
  const open = number && (await parts.journeys.findPerson(contractId, number)).open
  if (open) return { sure: open, candidates: [open] }
  const calledBack = await parts.mails.calledBack(mail, finding.stem, contractId)
  const { sure, candidates } = meantBy(await namedIn(parts, finding, contractId), calledBack)
  return { sure: kind === 'correction' ? sure : undefined, candidates: firstOf(candidates) }
}
