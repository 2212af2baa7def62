import type { MailDecision, MailOutcome } from '#src/services/ports/mails.ts'
import type { MailKind } from '#src/services/ports/mail-kind.ts'
import type { ReferralField } from '../referral-form.ts'
import { fieldWords } from './referral-field.ts'
import type { Badge } from './stage.ts'

const badges: Readonly<Record<MailOutcome, Badge>> = {
  journey: { tone: 'ok', words: 'vanzelf een traject' },
  waiting: { tone: 'warn', words: 'wacht op een mens' },
  aside: { tone: 'calm', words: 'niets te doen' },
  attached: { tone: 'ok', words: 'hoort bij een traject' },
  duplicate: { tone: 'calm', words: 'dubbel' },
  accepted_by_person: { tone: 'ok', words: 'aangenomen door een medewerker' },
  rejected_by_person: { tone: 'calm', words: 'afgehandeld zonder traject' },
}

export const mailBadge = (outcome: MailOutcome | undefined): Badge =>
  outcome ? badges[outcome] : { tone: 'calm', words: 'nog niet gelezen' }

/** Why a person sends a mail away: codes, because what is stored beside the ledger stands there in the open. */
export const rejections = {
  'geen-aanmelding': 'Dit is geen aanmelding',
  dubbel: 'Deze aanmelding hebben wij al',
  'niet-voor-ons': 'Dit is niet voor ons bestemd',
  teruggestuurd: 'Ik heb de afzender gevraagd om een nieuwe aanmelding',
} as const

/** Every reason for which a mail, or a participant in it, became no journey. */
const reasons = {
  ...rejections,
  'hoort-bij-traject': 'Hoort bij een traject dat er al is',
  'hoort-bij-mail': 'Hoort bij een andere mail',
} as const

const isReason = (code: string | undefined): code is keyof typeof reasons =>
  code !== undefined && Object.hasOwn(reasons, code)

const reasonWords = (why: string | undefined): string => (isReason(why) ? ` Reden: ${reasons[why]}.` : '')

const isField = (name: string): name is ReferralField => Object.hasOwn(fieldWords, name)

const changedWords = (changed: readonly string[] = []): string => {
  const fields = changed.filter(isField).map((field) => fieldWords[field])
  return fields.length === 0 ? '' : ` Aangepast: ${fields.join(', ')}.`
}

/**
 * Why a mail waits, for who sees the ledger and not the mail. Whoever may open the mail reads the longer words that were stored with it,
 * encrypted, because those may say what stands in it.
 */
const waits: Readonly<Record<string, string>> = {
  sender_not_verified: 'Het is niet zeker dat de afzender echt is wie hij zegt te zijn',
  no_contract: 'Bij deze mail hoort geen contract dat wij kennen',
  two_contracts: 'De mail kan bij meer dan één contract horen',
  not_a_referral: 'Er staat geen aanmelding in die wij kunnen lezen',
  perhaps_no_referral: 'De mail lijkt iets anders te zijn dan een nieuwe aanmelding',
  own_sentences: 'Naast het formulier staat een eigen zin, die een mens moet lezen',
  field_missing: 'In de aanmelding ontbreekt iets',
  field_doubtful: 'Niet alles in de aanmelding is zeker te lezen',
  consulent_outside_domain: 'Het mailadres van de consulent hoort niet bij dit contract',
  unreadable: 'De mail is niet te lezen',
  too_large: 'De mail is te groot om te lezen',
  same_message_id: 'Een eerdere mail had hetzelfde kenmerk (Message-ID) maar een andere inhoud',
  already_open: 'Deze persoon heeft onder dit contract al een lopend traject',
  several_participants: 'De mail noemt meer dan één deelnemer',
  pointer: 'Het bericht staat klaar bij een dienst voor beveiligde mail',
  reply: 'De mail is een antwoord van de gemeente',
  bounce: 'Een mail van ons kwam niet aan',
  calendar: 'De mail is een agenda-uitnodiging',
  attachment_not_read: 'Een bijlage is niet te lezen',
  contract_unknown: 'Bij deze mail hoort geen contract dat wij kennen',
  sent_again: 'De mail kwam al eerder binnen en is toen afgehandeld zonder traject',
  uploaded: 'Een medewerker heeft deze mail toegevoegd',
  auto_reply: 'De mail is een automatisch antwoord',
  code: 'De mail bevat een eenmalige code',
  reopened: 'Een medewerker haalde de mail terug',
}

/** The code beside a mail's outcome, in words; a code that only another version knows stays as it is. */
export const reasonInWords = (code: string): string => (isReason(code) ? reasons[code] : (waits[code] ?? code))

/** What a person did with a mail. `people`: how many participants it names. */
export function decisionInWords({ kind, why, participant, changed }: MailDecision, people: number): string {
  const who = participant === undefined || people < 2 ? undefined : `Deelnemer ${String(participant + 1)}`
  switch (kind) {
    case 'accepted':
      return `${who ? `${who} aangenomen` : 'Aangenomen'}: er is een traject van gemaakt.${changedWords(changed)}`
    case 'reopened':
      return 'Teruggehaald: de mail wachtte op een mens.'
    case 'rejected':
      return `Afgehandeld zonder traject.${reasonWords(why)}`
    case 'skipped':
      return `${who ?? 'Deelnemer'} overgeslagen.${reasonWords(why)}`
    case 'uploaded':
      return 'Toegevoegd in de console: onze mailserver heeft deze mail niet gezien.'
    case 'followed':
      return 'Het bericht is geopend, en de inhoud is toegevoegd als een andere mail.'
  }
}

/** What a mail is, as far as it says so itself. */
export const kindWords: Readonly<Record<MailKind, string>> = {
  referral: 'aanmelding',
  pointer: 'aankondiging van een beveiligd bericht',
  reply: 'antwoord van de gemeente',
  correction: 'wijziging of intrekking',
  duplicate: 'dubbel',
  bounce: 'mail van ons die niet aankwam',
  auto_reply: 'automatisch antwoord',
  not_referral: 'waarschijnlijk geen aanmelding',
  suspicious: 'verdacht',
  unreadable: 'niet te lezen',
}
