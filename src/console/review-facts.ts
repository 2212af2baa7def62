import { Temporal } from 'temporal-polyfill'
import { arrivalTerms } from '#src/domain/journey/terms.ts'
import type { ProposedReferral } from '#src/domain/proposed-referral.ts'
import type { Id } from '#src/domain/values/id.ts'
import { parsePhoneNumber } from '#src/domain/values/phone-number.ts'
import { decidedParticipants, peopleIn } from '#src/services/decided-participants.ts'
import { draftReply, questionsAbout } from '#src/services/draft-reply.ts'
import { findLikeJourneys } from '#src/services/find-like-journeys.ts'
import { findLikeMails } from '#src/services/find-like-mails.ts'
import type { JourneyCard } from '#src/services/ports/overview.ts'
import type { WaitingMail } from '#src/services/ports/mails.ts'
import type { Arrival, ReviewFacts } from './pages/review/facts.ts'
import type { ConsoleParts, ReadableMail } from './parts.ts'
import { fieldsAsWritten, fieldsOf, fieldsOfProposal, type FieldErrors, type TypedFields } from './referral-form.ts'
import { renderSafely } from './render-safely.ts'
import { contextOf, contractTitle } from './request.ts'
import { originsOf } from './words/origin.ts'

/** The mail as a person may read it; undefined when it cannot be read, or its bytes are not there to be read. */
export async function readable(
  parts: ConsoleParts,
  mail: Pick<WaitingMail, 'id' | 'contractId' | 'receivedAt'>,
): Promise<ReadableMail | undefined> {
  const raw = await parts.overview.rawMail(mail.id)
  if (!raw) return undefined
  try {
    return await parts.readMail(raw, mail)
  } catch {
    return undefined // the page says that it cannot be read here
  }
}

/** A second look at the sender can be wrong where the first was not: keys are replaced, and the answer of then is the reason of now. */
const asAtFirstSight = (mail: WaitingMail, letter: ReadableMail | undefined): ReadableMail | undefined =>
  letter && mail.why === 'sender_not_verified' && letter.sender.verdict === 'verified'
    ? { ...letter, sender: { ...letter.sender, verdict: 'unverified', words: mail.words } }
    : letter

const proposalsOf = ({ proposals }: WaitingMail, letter: ReadableMail | undefined) =>
  proposals.length > 0 ? proposals : (letter?.proposals.slice(0, 1) ?? [])

/** Who refers one participant of a mail refers them all. */
const consulentOf = (proposal: ProposedReferral | undefined): TypedFields => {
  const { consulent, consulentmail } = proposal ? fieldsOfProposal(proposal, undefined) : {}
  return { ...(consulent ? { consulent } : {}), ...(consulentmail ? { consulentmail } : {}) }
}

interface Read {
  readonly mail: WaitingMail
  readonly letter: ReadableMail | undefined
  readonly current: number
}

/** What was read of one participant; else what stands in the mail, for a person to check. */
const draftOf = ({ mail, letter, current }: Read): TypedFields => {
  const { form, contractId } = mail
  const proposal = proposalsOf(mail, letter)[current]
  if (proposal) return fieldsOfProposal(proposal, contractId)
  if (current > 0) return { ...fieldsOf(undefined, contractId), ...consulentOf(proposalsOf(mail, letter)[0]) }
  return form ? fieldsOf(form, contractId) : fieldsAsWritten(letter?.written ?? {}, contractId, letter?.from)
}

const contractsOf = (parts: ConsoleParts) =>
  parts.verb.knowledge.installation.contracts.map(({ id }) => ({ id, title: contractTitle(parts)(id) }))

/** What can be no referral starts no term. */
const withoutTerm: ReadonlySet<string | undefined> = new Set(['bounce', 'auto_reply', 'reply'])

/** Of the mail's contract; while that is not known, of the one that gives the least time. */
export function arrivalOf(
  parts: ConsoleParts,
  { kind, contractId, countsFrom }: Pick<WaitingMail, 'kind' | 'contractId' | 'countsFrom'>,
): Arrival | undefined {
  if (withoutTerm.has(kind)) return undefined
  const known = contractsOf(parts).filter(({ id }) => contractId === undefined || id === contractId)
  const arrivals = known.flatMap(({ id, title }) => {
    const contract = parts.verb.knowledge.contracts.current(id)
    if (!contract) return []
    return [
      { contractTitle: title, isKnown: contractId !== undefined, terms: arrivalTerms(countsFrom, contract.rules) },
    ]
  })
  return arrivals.toSorted((a, b) => Temporal.Instant.compare(firstOf(a), firstOf(b)))[0]
}

const firstOf = ({ terms }: Arrival): Temporal.Instant =>
  terms.map(({ deadline }) => deadline.breach).reduce((a, b) => (Temporal.Instant.compare(a, b) <= 0 ? a : b))

/** Nobody asks a mail server, or who did not refer anybody, for a phone number. */
const replyOf = (parts: ConsoleParts, { mail, letter, current }: Read, count: number): ReviewFacts['draftReply'] => {
  if (mail.kind !== undefined && mail.kind !== 'referral') return undefined
  const { name, phone } = parts.verb.knowledge.installation.provider
  return draftReply(questionsAbout(proposalsOf(mail, letter)[current]), {
    reference: mail.reference,
    provider: { name, phone },
    ...(count < 2 ? {} : { position: current + 1 }),
  })
}

/** Which participant is on the page: the one that was asked for while it is open, else the first that is. */
const currentOf = (asked: number | undefined, count: number, decided: ReadonlyMap<number, unknown>): number => {
  const open = Array.from({ length: count }, (_, at) => at).filter((at) => !decided.has(at))
  return asked !== undefined && open.includes(asked) ? asked : (open[0] ?? 0)
}

const mostOwners = 10

/** Whose journeys run with this number, under whatever contract: a message of it would not tell who wrote. */
async function withNumber({ overview }: ConsoleParts, typed: string | undefined): Promise<readonly JourneyCard[]> {
  const phone = typed === undefined ? undefined : parsePhoneNumber(typed)
  if (!phone) return []
  const found = await overview.journeys({ kind: 'phone', value: phone }, { page: 1, size: mostOwners })
  return found.rows.filter(({ journey }) => journey.status !== 'ended')
}

export interface ReviewQuestion {
  /** Which participant, counted from 0. */
  readonly participant?: number | undefined
  /** What somebody typed that is not good yet. */
  readonly again?: { readonly typed: TypedFields; readonly errors: FieldErrors }
}

/** Everything that the page of a waiting mail shows; undefined when it waits no more. */
export async function reviewFacts(
  parts: ConsoleParts,
  id: Id<'mail'>,
  { participant, again }: ReviewQuestion = {},
): Promise<(ReviewFacts & { readonly draft: TypedFields }) | undefined> {
  const all = await parts.overview.waitingMails()
  const mail = all.find((candidate) => candidate.id === id)
  if (!mail) return undefined
  const steps = (await parts.overview.mail(id))?.steps ?? []
  const letter = asAtFirstSight(mail, await readable(parts, mail))
  const count = peopleIn(mail, steps)
  const decided = decidedParticipants(steps)
  const current = currentOf(participant, count, decided)
  const read = { mail, letter, current }
  const proposal = proposalsOf(mail, letter)[current]
  const draft = draftOf(read)
  const { typed, errors } = again ?? { typed: draft, errors: {} }
  return {
    ...contextOf(parts),
    mail,
    steps,
    readable: letter,
    people: { count, current, decided },
    proposal,
    draft,
    typed,
    errors,
    ...(proposal ? { origins: originsOf(proposal, letter) } : {}),
    contracts: contractsOf(parts),
    arrival: arrivalOf(parts, mail),
    joined: await parts.overview.mailsWith(id),
    returned: mail.returned && (await parts.overview.returnedMail(mail.returned)),
    renderMail: renderSafely(parts),
    likeMails: findLikeMails(all, mail, proposal),
    likeJourneys: await findLikeJourneys(parts.overview, { ...mail, proposal }),
    sameNumber: await withNumber(parts, typed.telefoon),
    draftReply: replyOf(parts, read, count),
  }
}
