import type { AttachmentReading } from '../attachments/attachment-reading.ts'
import { doubtsSaid, strongestOf } from '../doubtful-words.ts'
import { type Doubt, type SaidDoubt, wordsOf } from '../doubts/doubt.ts'
import { doubtInNote } from '../doubts/doubt-in-note.ts'
import { readFreeText } from '../extraction/free-text.ts'
import { fieldsKnown, likely, type Proposal } from '../extraction/proposal.ts'
import { aboveQuoted } from '../extraction/quoted-mail.ts'
import { isSignatureStart } from '../extraction/signature.ts'
import { remarksIn } from '../forms-of-mail.ts'
import type { ReadAttachment } from '../redaction.ts'
import type { MailContract } from '../contract-of-mail.ts'
import { readAttachmentsWords } from './attachment-words.ts'
import { isAutoReply, isMarkedAutoReply } from './auto-reply.ts'
import { readBounce } from './bounce.ts'
import { invitesToOpen, isCodeMail, isLure, isNotSent, readPointer } from './secure-mail.ts'
import { refersInText, refersItself } from './referral.ts'
import { type KindFound, type SeenMail, waitsAs } from './seen-mail.ts'
import { textOf } from '../text-of.ts'

/**
 * What a mail is, when it is not simply a referral: the first of these that recognises it. What a machine wrote and what may be a trap
 * come before what the mail says, because that may all be copied from a true one.
 */
export const specialKindOf = (seen: SeenMail): KindFound | undefined => {
  for (const recognise of recognisers) {
    const found = recognise(seen)
    if (found !== undefined) return found
  }
  return undefined
}

const bounced = ({ mail, forms }: SeenMail): KindFound | undefined => {
  const bounce = readBounce(mail)
  if (bounce !== undefined) return waitsAs('bounce', 'bounce', bounce.delayed ? words.delayed : words.bounced)
  return forms.proposals.length === 0 && isNotSent(mail) ? waitsAs('bounce', 'bounce', words.notSent) : undefined
}

const code = (seen: SeenMail): KindFound | undefined =>
  isCodeMail(seen.mail) && !mayTellOfSomebody(seen)
    ? { kind: 'not_referral', outcome: { kind: 'aside', why: 'code', words: words.code } }
    : undefined

const autoReply = (seen: SeenMail): KindFound | undefined =>
  isMarkedAutoReply(seen.mail) || (isAutoReply(seen.mail) && !mayTellOfSomebody(seen))
    ? { kind: 'auto_reply', outcome: { kind: 'aside', why: 'auto_reply', words: words.autoReply } }
    : undefined

/**
 * What is put aside nobody looks at. So a mail that is known by its words alone is put aside only when nothing in it can be about a
 * participant: no form, no correction, no document, nobody's number or birth date, no words of a referral.
 */
function mayTellOfSomebody(seen: SeenMail): boolean {
  const { mail, forms, attachments } = seen
  if (forms.proposals.length > 0 || refersInText(mail) || isCorrection(doubtOf(seen))) return true
  if (attachments.some(({ reading }) => !['image', 'signature', 'calendar'].includes(reading.kind))) return true
  const text = textOf(mail)
  if (ofSomebody.test(aboveQuoted(text)) || asksUs.test(aboveQuoted(text))) return true
  const told = readFreeText(text)
  return told.has('client_number') || told.has('birth_date') || (told.has('name') && told.has('phone'))
}

/** One person, and no 'voor vragen van klanten', or what was sent about one. */
const ofSomebody =
  /\b(?:de|deze|mijn|onze|jullie|de betreffende) (?:klant|cli[eë]nt|kandidaat|deelne(?:mer|emster)|inwoner)\b|\baan(?:gemeld|melding)\b|\bbijlage\b/i
/** 'Kunnen jullie mij bellen?', and not 'Heeft u haast?' */
const asksUs =
  /\b(?:kunnen|kunt|kun|willen|wilt|wil|zouden|zou|mag|mogen) (?:jullie|u|je|jij|ik|wij|we)\b[^?.!\n]{0,200}\?|\b(?:bel|mail|belt|mailt) (?:mij|me|ons) (?:even )?(?:terug|over|vandaag|morgen|voor)\b/i

const isCorrection = (doubt: Doubt | undefined): boolean => doubt !== undefined && kindOfDoubt[doubt] === 'correction'

const suspicious = ({ sender, mail, isListed, forms }: SeenMail): KindFound | undefined => {
  if (sender.verdict === 'suspicious') return waitsAs('suspicious', 'sender_not_verified', sender.words)
  if (isListed || forms.proposals.length > 0) return undefined
  const leadsElsewhere = readPointer(mail, []) === undefined && isLure(mail)
  return leadsElsewhere ? waitsAs('suspicious', 'sender_not_verified', words.lure) : undefined
}

const encrypted = ({ mail }: SeenMail): KindFound | undefined =>
  mail.encrypted ? waitsAs('unreadable', 'unreadable', words.encrypted) : undefined

/** A mail of which nothing came out was damaged on the way, or is one subject without words: 'Intrekken: ...' needs none. */
const empty = (seen: SeenMail): KindFound | undefined =>
  seen.mail.isEmpty && !isCorrection(doubtOf(seen)) ? waitsAs('unreadable', 'unreadable', words.empty) : undefined

/** Before all else: whatever the mail is, somebody must not open what is in it. */
const infected = ({ attachments }: SeenMail): KindFound | undefined =>
  attachments.some(({ reading }) => reading.kind === 'refused' && reading.why === 'malware')
    ? waitsAs('unreadable', 'unreadable', words.malware)
    : undefined

const dangerous: ReadonlySet<string> = new Set(['executable', 'macros', 'active_content', 'other_type_than_named'])
const isDangerous = (reading: AttachmentReading): boolean => reading.kind === 'refused' && dangerous.has(reading.why)

const malware = ({ attachments }: SeenMail): KindFound | undefined =>
  attachments.some(({ reading }) => isDangerous(reading))
    ? waitsAs('unreadable', 'unreadable', words.malware)
    : undefined

/** A service names whose message waits, or repeats a line of it: that is no form yet. */
const pointer = ({ mail, forms, contract }: SeenMail): KindFound | undefined => {
  const hasForm = forms.proposals.some(({ phone, clientNumber }) => [phone, clientNumber].some(isThere))
  if (hasForm || (forms.proposals.length > 0 && !invitesToOpen(mail))) return undefined
  const found = readPointer(mail, contract?.domains ?? [])
  return found && waitsAs('pointer', 'pointer', words.pointer(found.service))
}

const isThere = ({ kind }: { readonly kind: string }): boolean => kind !== 'absent'

const kindOfDoubt: Readonly<Record<Doubt, KindFound['kind']>> = {
  withdrawn: 'correction',
  changed: 'correction',
  not_now: 'correction',
  out_of_reach: 'correction',
  asks: 'not_referral',
  no_referral: 'not_referral',
  answer: 'reply',
  machine: 'auto_reply',
  wait_first: 'referral',
  sent_before: 'referral',
  not_their_phone: 'referral',
}

interface Doubts {
  readonly decisive: Doubt | undefined
  readonly said: readonly SaidDoubt[]
}

/** Several recognisers ask, and so does the page of who reviews; reading every sentence again would cost more than all else. */
const doubtsKept = new WeakMap<SeenMail, Doubts>()

const doubtsIn = (seen: SeenMail): Doubts => {
  const kept = doubtsKept.get(seen)
  if (kept !== undefined) return kept
  const found = findDoubts(seen)
  doubtsKept.set(seen, found)
  return found
}

/** An answer may withdraw somebody too. What it repeats below is mostly a mail of ours, and says nothing of what they want. */
const findDoubts = (seen: SeenMail): Doubts => {
  const written = writtenIn(seen)
  const whole = doubtsSaid(written)
  const doubt = strongestOf(whole)
  const note = isNote(seen) ? noted(written) : undefined
  const said = doubt === 'answer' ? doubtsSaid(aboveAnswered(written)) : whole
  const all = note === undefined ? said : [...said, note]
  if (doubt === 'answer') return { decisive: strongestOf(said) ?? doubt, said: all }
  const isMild = doubt === undefined || kindOfDoubt[doubt] === 'referral'
  return { decisive: isMild ? (note?.doubt ?? doubt) : doubt, said: all }
}

const doubtOf = (seen: SeenMail): Doubt | undefined => doubtsIn(seen).decisive

/** What the mail says for which its own doubt is raised comes first, then what raises another. */
export const doubtsOf = (seen: SeenMail): readonly SaidDoubt[] => {
  const { decisive, said } = doubtsIn(seen)
  return [...said.filter(({ doubt }) => doubt === decisive), ...said.filter(({ doubt }) => doubt !== decisive)]
}

const writtenIn = ({ mail, contract, forms, attachments }: SeenMail) => ({
  subject: mail.subject,
  texts: [mail.text, mail.htmlText, ...remarksIn(forms)],
  titles: attachments.flatMap(({ reading }) => (reading.kind === 'text' ? titlesOf(reading.text) : [])),
  home: contract === undefined ? [] : namesOf(contract),
})

type WrittenInMail = ReturnType<typeof writtenIn>

const aboveAnswered = ({ texts, home }: WrittenInMail) => ({ subject: '', texts: texts.map(aboveQuoted), home })

const noted = ({ subject, texts }: WrittenInMail): SaidDoubt | undefined =>
  doubtInNote({ subject, texts: texts.map(ownWords) })

/** What a document says at its head that it is for: the rest of it is printed there for everybody. */
const titlesOf = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => /\p{L}/u.test(line))
    .slice(0, linesOfTitle)
    .filter((line) => line.length < longestTitle && !/[:\t|]/.test(line) && !/aanmeld|verwijs|verwijz/i.test(line))

const linesOfTitle = 3
/** In characters. */
const longestTitle = 80

/** What a municipality is called, as far as we know: its name, and the words of its domains. */
const namesOf = ({ municipality, domains }: MailContract): string[] => [
  ...(municipality === undefined ? [] : [municipality]),
  ...domains.flatMap((domain) => domain.split('.').slice(0, -1)).flatMap((label) => label.match(/\p{L}{4,}/gu) ?? []),
]

/** A few words of a municipality about somebody, without a form that says who and how to reach them. */
const isNote = (seen: SeenMail): boolean =>
  seen.isListed &&
  !isAnswer(seen) &&
  !seen.forms.brokenTable &&
  !seen.forms.moreBelowSignature &&
  !seen.forms.proposals.some(isForm) &&
  seen.attachments.every(({ reading }) => reading.kind === 'image' || reading.kind === 'signature') &&
  !refersInText(seen.mail)

const isForm = (proposal: Proposal): boolean => likely(proposal.name) !== undefined && fieldsKnown(proposal) > 2

const ownWords = (text: string): string => {
  const lines = aboveQuoted(text).split('\n')
  const end = lines.findIndex((line) => isSignatureStart(line))
  return lines.slice(0, end === -1 ? lines.length : end).join('\n')
}

/** What a mail says about itself goes before what is wrong with its form: nobody should ask for a phone number of who is withdrawn. */
const inDoubt = (seen: SeenMail): KindFound | undefined => {
  const { mail, forms, isListed, answersUs } = seen
  const hasForm = forms.proposals.length > 0
  const doubt = doubtOf(seen)
  if (doubt === undefined || (!hasForm && !isListed && !answersUs)) return undefined
  const kind = kindOfDoubt[doubt]
  if (kind === 'correction') return waitsAs('correction', 'perhaps_no_referral', wordsOf(doubt))
  if (isAnswer(seen)) return reply(seen)
  if (!hasForm) return doubt === 'asks' ? waitsAs('not_referral', 'perhaps_no_referral', wordsOf(doubt)) : undefined
  const saysNone = doubt === 'no_referral' && noReferral.test(`${mail.subject}\n${mail.text}\n${mail.htmlText}`)
  const mayRefer = isListed && !saysNone
  return waitsAs(mayRefer ? 'referral' : kind, 'perhaps_no_referral', wordsOf(doubt))
}

const noReferral = /\b(?:geen|niet een|niet de) (?:\w+ )?(?:aanmelding|verwijzing)|\btest/i

/** An answer mostly repeats the mail that it answers, and the form in that is no new one. */
const isAnswer = ({ mail, answersUs, isListed, forms }: SeenMail): boolean =>
  (answersUs || (isListed && answerSubject.test(mail.subject))) &&
  (forms.proposals.length === 0 || (forms.quoted && !refersItself(mail)))

const answerSubject = /^\s*(?:re|antw|antwoord|aw|betr)\s*:/i

const reply = (seen: SeenMail): KindFound | undefined => {
  if (!isAnswer(seen)) return undefined
  return seen.isListed
    ? waitsAs('reply', 'reply', words.reply)
    : waitsAs('not_referral', 'sender_not_verified', words.replyOfStranger)
}

const calendar = ({ attachments, forms }: SeenMail): KindFound | undefined =>
  forms.proposals.length === 0 && attachments.some(({ reading }) => reading.kind === 'calendar')
    ? waitsAs('not_referral', 'calendar', words.calendar)
    : undefined

/** Nothing could be read in the mail itself, and what it brings cannot be read either. */
const locked = ({ attachments, forms }: SeenMail): KindFound | undefined => {
  if (forms.proposals.length > 0) return undefined
  const unread = attachments.filter(({ reading }) => reading.kind === 'unreadable' || reading.kind === 'refused')
  if (unread.length === 0) return undefined
  const why = unread.some(isUnscanned) ? 'attachment_not_read' : 'unreadable'
  return waitsAs('unreadable', why, readAttachmentsWords(unread))
}

/** It may well be readable: only nobody has looked whether it is safe. */
const isUnscanned = ({ reading }: ReadAttachment): boolean =>
  reading.kind === 'unreadable' && (reading.why === 'not_scanned' || reading.why === 'too_large_to_scan')

const recognisers = [
  infected,
  bounced,
  code,
  autoReply,
  suspicious,
  encrypted,
  empty,
  malware,
  pointer,
  calendar,
  inDoubt,
  reply,
  locked,
]

const words = {
  bounced:
    'Een mailserver meldt dat een mail van ons niet is aangekomen. Kijk om welke mail het gaat, en bel of mail de consulent zelf.',
  delayed:
    'Een mailserver meldt dat een mail van ons nog niet is aangekomen en later opnieuw wordt geprobeerd. Bel de consulent als het haast heeft.',
  notSent:
    'De beveiligde maildienst meldt dat een mail van ons niet is verzonden. Maak het verzenden daar af, of bel de consulent. Stuur de mail niet nog een keer zonder te kijken.',
  code: 'Een eenmalige code van een dienst voor beveiligde mail. De code wordt niet getoond.',
  autoReply: 'Een automatisch antwoord. Daar wordt nooit op geantwoord.',
  lure: 'Deze mail nodigt uit om een bericht te openen, maar de link leidt niet naar een dienst voor beveiligde mail of naar een gemeente die wij kennen. Klik nergens op. Bel de gemeente als u een bericht verwacht.',
  encrypted:
    'Deze mail is versleuteld en daarom niet te lezen. Vraag de consulent om hem opnieuw te sturen via de beveiligde dienst.',
  empty:
    'In deze mail staat geen tekst die te lezen is, en er zit geen bijlage bij. Vraag de afzender om hem opnieuw te sturen.',
  malware:
    'Bij deze mail zit een bestand dat gevaarlijk kan zijn. Het is niet geopend. Open het ook zelf niet, en vraag de afzender om een gewone PDF of een tekst in de mail.',
  pointer: (service: string | undefined) =>
    `Deze mail zegt alleen dat er ${service === undefined ? 'bij een beveiligde dienst' : `bij ${service}`} een bericht klaarstaat. Open de dienst zelf, niet via de link, en voeg de inhoud hier toe. De termijn van het contract loopt vanaf nu.`,
  reply: 'Dit is een antwoord van de gemeente. Lees het, en verwerk wat er staat.',
  replyOfStranger:
    'Deze mail antwoordt op een bericht van ons, maar de afzender hoort niet bij een gemeente die wij kennen. Er is niets mee gedaan.',
  calendar:
    'Deze mail is een agenda-uitnodiging. Er is niets aangenomen of ingepland. Kijk of er iets mee moet gebeuren.',
} as const
