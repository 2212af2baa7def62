import { otherwiseInWords, saidOtherwise } from '#src/domain/said-otherwise.ts'
import type { Actor } from '#src/domain/actor.ts'
import type { ReferralForm } from '#src/domain/participant.ts'
import type { ProposedReferral } from '#src/domain/proposed-referral.ts'
import { redactBsn } from '#src/domain/values/bsn.ts'
import type { Id } from '#src/domain/values/id.ts'
import { commandLoaded } from './command-journey.ts'
import { meantJourneys, type Meant } from './meant-journeys.ts'
import { readingOf, type MailFinding, type MailParts, type MailVerb } from './mail-finding.ts'
import type { StoredJourney } from './ports/journeys.ts'
import type { MailResult } from './ports/mails.ts'

const consulent: Actor = { kind: 'consulent' }

const believed: ReadonlySet<MailFinding['sender']['verdict']> = new Set(['verified', 'likely'])

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

/** The journey that it surely is about; not one of another contract, nor when it names somebody else. */
async function sureOf(
  { journeys }: MailParts,
  { sure }: Meant,
  finding: MailFinding,
): Promise<StoredJourney | undefined> {
  const stored = sure && (await journeys.load(sure))
  return stored && stored.journey.contractId === finding.contractId && isAbout(finding, stored) ? stored : undefined
}

/** 'not_referral': who asks or tells something of a participant in words that we do not know writes about their journey too. */
const mayBeAbout: ReadonlySet<MailFinding['kind']> = new Set(['reply', 'correction', 'not_referral'])

const candidateWords =
  'Misschien gaat hij over een traject dat gewoon doorgaat: kijk bij de mail of het klopt, en pauzeer het traject als dat moet, voordat er een bericht naar de deelnemer gaat.'
const unprovenWords =
  'Niet zeker is dat de mail van de gemeente komt: bel de consulent eerst, op een nummer dat u al had.'
const attachedWords = {
  reply: 'Dit is een antwoord over een traject dat er al is. Bij dat traject staat een taak om de mail te lezen.',
  correction:
    'Deze mail wijzigt iets aan een traject dat er al is, of trekt het in. Bij dat traject staat een taak om de mail te lezen en te beslissen. Tot dan begint Opkomst geen gesprek met de deelnemer.',
}

/** A mail that waits, with the journeys that it may be about; undefined: there are none. */
const besideJourneys = (result: MailResult, { candidates }: Meant, isBelieved: boolean): MailResult | undefined =>
  candidates.length === 0
    ? undefined
    : {
        ...result,
        candidates,
        words: [result.words, candidateWords, ...(isBelieved ? [] : [unprovenWords])].join(' '),
      }

/**
 * An answer or a correction of the municipality whose journey it is belongs to that journey, which asks a person to read it. When it may be
 * about several, or who sent it is not believed, nothing is done to any: the mail waits, with the journeys that it may be about. Undefined: it
 * is no such mail, or leads to no journey.
 */
export async function attachMail(
  parts: MailParts,
  mail: Id<'mail'>,
  finding: MailFinding,
  verb: MailVerb,
): Promise<MailResult | undefined> {
  const { kind, sender } = finding
  const isBelieved = believed.has(sender.verdict)
  // Strangers send all kinds of mail to the address of a contract.
  if (!mayBeAbout.has(kind) || (kind === 'not_referral' && !isBelieved)) return undefined
  const meant = await meantJourneys(parts, mail, finding, verb)
  const stored = isBelieved ? await sureOf(parts, meant, finding) : undefined
  const read = readingOf(finding)
  if (!stored || (kind !== 'reply' && kind !== 'correction'))
    return besideJourneys({ ...read, outcome: 'waiting' }, meant, isBelieved)
  const says = kind === 'correction' ? differencesIn(finding.proposals[0], stored) : ''
  await hear(parts, stored, { about: kind, mail, says }, verb)
  return { ...read, words: attachedWords[kind], outcome: 'attached', journeyId: stored.journey.id }
}

/** The same of a mail that a person put in: it does nothing but wait. */
export async function uploadBeside(
  parts: MailParts,
  mail: Id<'mail'>,
  { finding, result }: { readonly finding: MailFinding; readonly result: MailResult },
  verb: MailVerb,
): Promise<MailResult> {
  if (!mayBeAbout.has(finding.kind)) return result
  return besideJourneys(result, await meantJourneys(parts, mail, finding, verb), false) ?? result
}

const alreadyWords =
  'Deze persoon heeft onder dit contract al een lopend traject. Kijk of dit een wijziging is of een nieuwe aanmelding.'
const pausedWords = 'Er gaat niets naar de deelnemer tot u het traject hervat.'
const notCompared =
  'Wat wij van de deelnemer weten is gelijk, maar het product, de taal of de opmerkingen in de mail zijn anders dan eerst.'

/** What stands beside the form may be that nobody must be called any more. */
const isUnclear = ({ outcome }: MailFinding): boolean =>
  outcome.kind === 'waits' && outcome.why === 'perhaps_no_referral'
const unclearWords = 'Het formulier is gelijk aan eerst, maar er staat iets bij dat wij niet zeker begrijpen.'
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
  if (says !== '' || isUnclear(finding)) {
    await hear(parts, stored, { about: 'correction', mail, says }, verb)
    return { ...correction, words: [alreadyWords, says || unclearWords, pausedWords].join(' ') }
  }
  if (saysOtherwise(form, stored)) return { ...correction, words: `${alreadyWords} ${notCompared}` }
  if (finding.outcome.kind !== 'referral' || finding.outcome.saysMore)
    return { ...correction, words: `${alreadyWords} ${moreBeside}` }
  const earlier = await parts.mails.beginningOf(journeyId)
  return { ...read, kind: 'duplicate', outcome: 'duplicate', ...(earlier ? { earlier } : {}) }
}
