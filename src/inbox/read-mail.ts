import { type EmailAddress, parseEmailAddress } from '#src/domain/values/email-address.ts'
import { judgeSender } from './authenticity.ts'
import { contractOfMail, type MailContract } from './contract-of-mail.ts'
import { readLabelledReferral } from './kinds/labelled-referral.ts'
import type { MailFacts, MailReading, SenderVerdict, WaitReason } from './mail-reading.ts'
import { parseMail, type PlainMail } from './parse-mail.ts'
import { redactMail } from './redaction.ts'
import { largestMailBytes } from './sources/mail-source.ts'

/**
 * Reads one mail as it came off the server. Total: whatever the bytes are, it ends in one reading and never throws. What is not a
 * complete referral of a verified sender under one contract waits for a person, with the reason in words.
 */
export const readMail = async (raw: Buffer, facts: MailFacts): Promise<MailReading> => {
  if (raw.length > largestMailBytes) return unread('too_large', tooLarge)
  try {
    return readParsed(await parseMail(raw), facts)
  } catch {
    return unread('unreadable', unreadable)
  }
}

const readParsed = (parsed: PlainMail, facts: MailFacts): MailReading => {
  const { mail, bsnRemoved } = redactMail(parsed)
  if (!mail.headers.some(({ key }) => key === 'from')) return { ...unread('unreadable', unreadable), bsnRemoved }
  const from = mail.from === undefined ? undefined : parseEmailAddress(mail.from)
  const choice = contractOfMail(mail.recipients, from, facts)
  const sender = judgeSender(mail.headers, from, facts)
  return {
    ...(mail.messageId === undefined ? {} : { messageId: mail.messageId }),
    ...(from === undefined ? {} : { from }),
    ...(choice.kind === 'one' ? { contractId: choice.contract.id } : {}),
    sender,
    outcome: outcomeOf(mail, from, choice, sender),
    bsnRemoved,
  }
}

const outcomeOf = (
  mail: PlainMail,
  from: EmailAddress | undefined,
  choice: ReturnType<typeof contractOfMail>,
  sender: SenderVerdict,
): MailReading['outcome'] => {
  if (from === undefined) return waits('sender_not_verified', sender.words)
  if (choice.kind === 'none') return waits('no_contract', choice.words)
  if (choice.kind === 'several') return waits('two_contracts', choice.words)
  if (sender.verdict !== 'verified') return waits('sender_not_verified', sender.words)
  if (mail.encrypted) return waits('unreadable', encrypted)
  if (mail.textTooLong) return waits('too_large', textTooLong)
  return readBody(mail, choice.contract, from)
}

/** The typed text first; the HTML when that has too little: some programs put the form, or its table, only there. */
const readBody = (mail: PlainMail, contract: MailContract, from: EmailAddress): MailReading['outcome'] => {
  const typed = readLabelledReferral(mail.text, contract, from)
  if (mail.htmlText === '' || !hasTooLittle(typed)) return withAttachments(typed, mail)
  const shown = readLabelledReferral(mail.htmlText, contract, from)
  return withAttachments(mail.text === '' || !hasTooLittle(shown) ? shown : typed, mail)
}

const hasTooLittle = (outcome: MailReading['outcome']): boolean =>
  outcome.kind === 'waits' && (outcome.why === 'not_a_referral' || outcome.why === 'field_missing')

const withAttachments = (outcome: MailReading['outcome'], { attachments }: PlainMail): MailReading['outcome'] => {
  if (outcome.kind !== 'waits' || outcome.why !== 'not_a_referral' || attachments === 0) return outcome
  return { ...outcome, words: `${outcome.words} De mail heeft een bijlage; die is niet gelezen.` }
}

const waits = (why: WaitReason, words: string): MailReading['outcome'] => ({ kind: 'waits', why, words })

const unread = (why: WaitReason, words: string): MailReading => ({
  sender: { verdict: 'unverified', words: 'De afzender is niet gecontroleerd, omdat de mail niet gelezen kon worden.' },
  outcome: waits(why, words),
  bsnRemoved: 0,
})

const unreadable =
  'Deze mail is niet te lezen. Vraag de afzender om hem opnieuw te sturen, als gewone mail via de beveiligde dienst.'
const encrypted =
  'Deze mail is versleuteld en daarom niet te lezen. Vraag de consulent om hem opnieuw te sturen via de beveiligde dienst.'
const tooLarge =
  'Deze mail is te groot om te lezen. Bekijk hem in de mailbox, of vraag de afzender om een kleinere mail.'
const textTooLong = 'De tekst van deze mail is te lang om te lezen. Voer de aanmelding zelf in.'
