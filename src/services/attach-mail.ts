import { otherwiseInWords, saidOtherwise } from '#src/domain/said-otherwise.ts'
import type { Actor } from '#src/domain/actor.ts'
import type { ReferralForm } from '#src/domain/participant.ts'
import type { ProposedReferral } from '#src/domain/proposed-referral.ts'
import { redactBsn } from '#src/domain/values/bsn.ts'
import type { Id } from '#src/domain/values/id.ts'
import { commandLoaded } from './command-journey.ts'
import { readingOf, threadOf, type MailFinding, type MailParts, type MailVerb } from './mail-finding.ts'
import type { StoredJourney } from './ports/journeys.ts'
import type { MailResult } from './ports/mails.ts'

const consulent: Actor = { kind: 'consulent' }

const believed: ReadonlySet<MailFinding['sender']['verdict']> = new Set(['verified', 'likely'])

/** The one journey that a mail leads to; two are a question for a person. A correction may name the participant by the client number. */
async function journeyOf(
  { mails, journeys }: MailParts,
  finding: MailFinding,
  contractId: string,
  verb: MailVerb,
): Promise<StoredJourney | undefined> {
  const found = await mails.journeysOf(threadOf(finding, verb))
  if (found.length > 1) return undefined
  const number = finding.kind === 'correction' ? finding.proposals[0]?.clientNumber : undefined
  const id = found[0] ?? (number && (await journeys.findPerson(contractId, number)).open)
  return id && journeys.load(id)
}

/** Who writes about somebody else in an old thread means somebody else. */
const isAbout = ({ proposals }: MailFinding, { participant }: StoredJourney): boolean =>
  proposals.length <= 1 &&
  proposals.every(({ clientNumber }) => clientNumber === undefined || clientNumber === participant.clientNumber)

const known = ({ participant, journey }: StoredJourney) => ({ ...participant, raisedRisk: journey.raisedRisk })

/** What the mail says otherwise than we know, in words; '' when nothing. */
const differencesIn = (said: ProposedReferral | undefined, stored: StoredJourney): string =>
  said ? otherwiseInWords(saidOtherwise(said, known(stored))) : ''

const hear = (
  { journeys }: MailParts,
  stored: StoredJourney,
  heard: { about: 'reply' | 'correction'; mail: Id<'mail'>; says: string },
  verb: MailVerb,
) =>
  commandLoaded(
    journeys,
    stored,
    {
      type: 'hear_consulent',
      about: heard.about,
      occurrence: heard.mail,
      ...(heard.says === '' ? {} : { says: heard.says }),
    },
    consulent,
    verb,
  )

/**
 * An answer or a correction of the municipality whose journey it is belongs to that journey, which asks a person to read it. Undefined: no
 * journey, more than one, or a sender that is not believed: then the mail itself waits.
 */
export async function attachMail(
  parts: MailParts,
  mail: Id<'mail'>,
  finding: MailFinding,
  verb: MailVerb,
): Promise<MailResult | undefined> {
  const { kind, contractId, sender } = finding
  if ((kind !== 'reply' && kind !== 'correction') || !contractId || !believed.has(sender.verdict)) return undefined
  const stored = await journeyOf(parts, finding, contractId, verb)
  if (stored?.journey.contractId !== contractId || !isAbout(finding, stored)) return undefined
  const says = kind === 'correction' ? differencesIn(finding.proposals[0], stored) : ''
  await hear(parts, stored, { about: kind, mail, says }, verb)
  return { ...readingOf(finding), outcome: 'attached', journeyId: stored.journey.id }
}

const alreadyWords =
  'Deze persoon heeft onder dit contract al een lopend traject. Kijk of dit een wijziging is of een nieuwe aanmelding.'
const pausedWords = 'Er gaat niets naar de deelnemer tot u het traject hervat.'
const notCompared =
  'Wat wij van de deelnemer weten is gelijk, maar het product, de taal of de opmerkingen in de mail zijn anders dan eerst.'

const moreBeside = 'Het formulier is gelijk aan eerst, maar er staat iets bij. Lees de mail.'

/** What a form says in words of its own, and said otherwise, or not, the first time: whether that changes anything is for a person. */
const saysOtherwise = (form: ReferralForm, { participant: { notes } }: StoredJourney): boolean =>
  (['product', 'remarks', 'otherLanguage'] as const).some(
    (field) => form[field] !== undefined && redactBsn(form[field]).text !== notes?.[field],
  )

const saidIn = ({ proposals }: MailFinding, { participant, risk }: ReferralForm): ProposedReferral =>
  proposals.length === 1 && proposals[0]
    ? proposals[0]
    : {
        name: participant.name,
        clientNumber: participant.clientNumber,
        ...(participant.phone ? { phone: participant.phone } : {}),
        ...(participant.email ? { email: participant.email } : {}),
        ...(participant.birthDate ? { birthDate: participant.birthDate } : {}),
        ...(risk ? { risk } : {}),
        consulent: participant.consulent,
        sources: {},
        doubts: [],
      }

/**
 * A second referral of somebody whose journey runs: the same is a duplicate; what is otherwise is a correction, and nothing is sent on
 * what may be wrong until a person decided.
 */
export async function repeatedReferral(
  parts: MailParts,
  mail: Id<'mail'>,
  { finding, form, journeyId }: { finding: MailFinding; form: ReferralForm; journeyId: Id<'journey'> },
  verb: MailVerb,
): Promise<MailResult> {
  const read = readingOf(finding)
  const correction = { ...read, kind: 'correction', outcome: 'waiting', why: 'already_open' } as const
  const stored = await parts.journeys.load(journeyId)
  if (!stored) return { ...correction, words: alreadyWords }
  const says = differencesIn(saidIn(finding, form), stored)
  if (says !== '') {
    await hear(parts, stored, { about: 'correction', mail, says }, verb)
    return { ...correction, words: [alreadyWords, says, pausedWords].join(' ') }
  }
  if (saysOtherwise(form, stored)) return { ...correction, words: `${alreadyWords} ${notCompared}` }
  if (finding.outcome.kind === 'referral' && finding.outcome.saysMore)
    return { ...correction, words: `${alreadyWords} ${moreBeside}` }
  const earlier = await parts.mails.beginningOf(journeyId)
  return { ...read, kind: 'duplicate', outcome: 'duplicate', ...(earlier ? { earlier } : {}) }
}
