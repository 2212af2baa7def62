import type { Participant, ReferralForm } from '#src/domain/participant.ts'
import type { EmailAddress } from '#src/domain/values/email-address.ts'
import { parseLanguage } from '#src/domain/values/language.ts'
import { listsDomainOf, type MailContract } from '../contract-of-mail.ts'
import type { FieldReading } from '../extraction/field-reading.ts'
import { aboveQuoted } from '../extraction/quoted-mail.ts'
import { doubtsIn, missingIn, type Proposal } from '../extraction/proposal.ts'
import type { FormsOfMail } from '../forms-of-mail.ts'
import type { PlainMail } from '../parse-mail.ts'
import type { MailReading, WaitReason } from '../mail-reading.ts'
import { textOf } from '../text-of.ts'

type Outcome = MailReading['outcome']

/**
 * Whether the forms of a mail may become a journey without a person: only when there is one participant with a name, a client number and
 * a phone number, the consulent's address is the municipality's own, and nothing that is there is in doubt.
 */
export const judgeForms = (forms: FormsOfMail, contract: MailContract, from: EmailAddress): Outcome => {
  const [proposal, ...others] = forms.proposals
  if (forms.brokenTable) return waits('field_doubtful', brokenTable)
  if (proposal === undefined) return waits('not_a_referral', forms.moreBelowSignature ? belowGreeting : noLabels)
  if (others.length > 0) return waits('several_participants', several(forms.proposals.length))
  if (forms.quotedUnder) return waits('field_doubtful', quotedUnder)
  if (forms.partsDiffer) return waits('field_doubtful', partsDiffer)
  const who = requiredOf(proposal, from)
  const doubts = doubtsIn(proposal)
  const missing = missingIn(proposal)
  if (who === undefined || missing.length > 0 || doubts.length > 0)
    return waitsFor(
      who === undefined && missing.length + doubts.length === 0 ? ['het mailadres van de consulent'] : missing,
      doubts,
    )
  if (!listsDomainOf(contract, who.consulentEmail)) return waits('consulent_outside_domain', outsideDomain)
  return { kind: 'referral', form: formOf(who, proposal) }
}

type Required = Pick<Participant, 'name' | 'clientNumber'> & { readonly consulentEmail: EmailAddress }

/** Without an address of the consulent in the form it is the sender's. */
const requiredOf = (proposal: Proposal, from: EmailAddress): Required | undefined => {
  const name = read(proposal.name)
  const clientNumber = read(proposal.clientNumber)
  const sender = isMachine.test(from) ? undefined : from
  const consulentEmail = proposal.consulentEmail.kind === 'absent' ? sender : read(proposal.consulentEmail)
  return name && clientNumber && consulentEmail ? { name, clientNumber, consulentEmail } : undefined
}

/** What is sent by a program has nobody who could be told. */
const isMachine =
  /^(?:no-?_?reply|do-?not-?reply|geen-?antwoord|niet-?beantwoorden|formulier(?:en)?|webform|mailer-daemon)\b/i

const read = <Value>(field: FieldReading<Value>): Value | undefined => (field.kind === 'read' ? field.value : undefined)

/** Everything that is wrong at once, so that the consulent needs to be asked only once. */
const waitsFor = (missing: readonly string[], doubts: readonly string[]): Outcome => {
  if (missing.length === 0) return waits('field_doubtful', doubts.join(' '))
  const what = `In de mail ontbreekt ${list(missing)}. Vraag de consulent om een volledige aanmelding.`
  return waits('field_missing', [what, ...doubts].join(' '))
}

const list = (words: readonly string[]): string => new Intl.ListFormat('nl').format(words)

const outsideDomain =
  'Het mailadres van de consulent in de mail is niet van deze gemeente. Daarheen sturen we geen berichten. Vraag de consulent om het juiste adres.'
const brokenTable =
  'De gegevens staan in een tabel waarvan niet duidelijk is welke waarde bij welke kolom hoort. Die is niet overgenomen. Voer de aanmelding zelf in.'
const several = (count: number) =>
  `In de mail staan gegevens van ${String(count)} deelnemers. Bekijk ze en neem ze één voor één over.`
const belowGreeting =
  'De gegevens staan onder de groet van de mail en zijn daarom niet gelezen. Voer de aanmelding zelf in.'
const quotedUnder =
  'De gegevens staan in een eerdere of doorgestuurde mail, en erboven staat tekst die daar iets aan kan veranderen. Daarom is niets overgenomen. Lees de mail, en voer de aanmelding zelf in.'
const partsDiffer =
  'Deze mail heeft twee versies, gewone tekst en opgemaakte tekst, en die noemen niet dezelfde naam of hetzelfde nummer. Vraag de consulent wat klopt.'
const noLabels =
  'In de mail staan geen regels met een naam en een klantnummer. Is dit een aanmelding, voer die dan zelf in.'

const waits = (why: WaitReason, words: string): Outcome => ({ kind: 'waits', why, words })

const formOf = (who: Required, proposal: Proposal): ReferralForm => {
  const { product, remarks } = proposal
  const risk = read(proposal.risk)
  const { language, otherLanguage } = languageOf((read(proposal.language) ?? '').slice(0, longestText))
  return {
    participant: { ...participantOf(who, proposal), language },
    ...(product === undefined ? {} : { product }),
    ...(risk === undefined ? {} : { risk }),
    ...(otherLanguage === undefined ? {} : { otherLanguage }),
    ...(remarks === undefined ? {} : { remarks }),
  }
}

/** In characters. */
const longestText = 200

const participantOf = (
  { name, clientNumber, consulentEmail }: Required,
  proposal: Proposal,
): Omit<Participant, 'language'> => {
  const { phone, email, birthDate, interpreter, consulentNames } = proposal
  return {
    name,
    clientNumber,
    ...(phone.kind === 'read' ? { phone: phone.value } : {}),
    ...(email.kind === 'read' ? { email: email.value } : {}),
    ...(birthDate.kind === 'read' ? { birthDate: birthDate.value } : {}),
    ...(interpreter.kind === 'read' ? { interpreter: interpreter.value } : {}),
    consulent: consulentOf(consulentEmail, consulentNames),
  }
}

/** Two different names of consulenten: we greet none of them rather than the wrong one. */
const consulentOf = (email: EmailAddress, [name, ...others]: readonly string[]): Participant['consulent'] =>
  name !== undefined && name.length <= longestText && others.length === 0 ? { name, email } : { email }

/** A language without texts, or a word that we do not know as one, is passed on as written, so that a person hears of it. */
const languageOf = (written: string): { language: Participant['language']; otherLanguage?: string } => {
  if (written === '') return { language: 'nl' }
  const language = parseLanguage(written)
  return language === undefined || language === 'other' ? { language: 'nl', otherLanguage: written } : { language }
}

/** Whether a mail says that it refers somebody, also when no form can be read in it. */
export const refers = (mail: PlainMail): boolean => inSubject.test(mail.subject) || refersInText(mail)

export const refersInText = (mail: PlainMail): boolean => inText.test(textOf(mail).slice(0, longestStory))

/** Whether what was typed above earlier mails refers somebody. */
export const refersItself = (mail: PlainMail): boolean => {
  const typed = aboveQuoted(textOf(mail)).replaceAll('\n', ' ')
  return /aangemeld|aanmeld|verwijs|verwijz|meld\b.{0,80}\baan\b/i.test(typed.slice(0, longestStory))
}

const longestStory = 20_000
const inSubject =
  /\baanmeld(?:ing|ingen|en|formulier)\b|\baangemeld\b|\bverwijz(?:ing|en)\b|\bnieuwe (?:kandidaat|deelnemer|klant|cliënt|inwoner)\b|\breferral\b/i
const inText =
  /\bmeld(?:en)? (?:ik|wij|we|hierbij|u|je|graag)\b.{0,80}\baan\b|\b(?:ik|wij|we|hierbij) (?:\w+ )?(?:meld(?:en)?|verwijs|verwijzen)\b|\bhierbij (?:de|een|mijn|onze) (?:\w+ )?(?:aanmelding|verwijzing|opdracht voor)\b|\b(?:aanmelding|verwijzing) (?:van|voor) (?:een )?(?:nieuwe )?(?:mevrouw|meneer|mw|dhr|de heer|deelnemer|kandidaat|klant|cliënt|inwoner)\b/is
