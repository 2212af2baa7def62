import { redactBsn, removedBsn, type RedactedText } from '#src/domain/values/bsn.ts'
import { markOf, unsheltered, withColumnsSheltered } from './sheltered-columns.ts'
import type { AttachmentReading } from './attachments/attachment-reading.ts'
import type { PlainMail } from './parse-mail.ts'

/** An attachment as it was read, without citizen service numbers in its name or its text. */
export interface ReadAttachment {
  readonly name: string
  readonly reading: AttachmentReading
}

interface Redacted {
  readonly mail: PlainMail
  readonly attachments: readonly ReadAttachment[]
  readonly bsnRemoved: number
}

/**
 * The mail without citizen service numbers, and how many there were. It comes before everything else: from here on nothing in the
 * system can see, store or repeat one. Text and HTML mostly say the same, so the larger of the two counts.
 */
export const redactMail = (
  mail: PlainMail,
  attachments: readonly ReadAttachment[] = [],
  redact: RedactBsn = redactBsn,
): Redacted => {
  const subject = redactText(mail.subject, redact)
  const text = redactText(mail.text, redact)
  const htmlText = redactText(mail.htmlText, redact)
  const sender = redactSender(mail, redact)
  const links = mail.linkHosts.map((host) => redactName(host, redact))
  const parts = attachments.map((attachment) => redactAttachment(attachment, redact))
  return {
    mail: {
      ...mail,
      ...sender.named,
      subject: subject.text,
      text: text.text,
      htmlText: htmlText.text,
      linkHosts: links.map((host) => host.text),
    },
    attachments: parts.map(({ attachment }) => attachment),
    bsnRemoved:
      subject.found +
      sender.found +
      Math.max(text.found, htmlText.found) +
      [...links, ...parts].reduce((sum, { found }) => sum + found, 0),
  }
}

/** The name and the address of who sent it. An address with a number in it is none any more: nothing may be sent there, or kept of it. */
const redactSender = (
  { from, fromName }: PlainMail,
  redact: RedactBsn,
): { named: Pick<PlainMail, 'from' | 'fromName'>; found: number } => {
  const address = from === undefined ? undefined : redactName(from, redact)
  const name = fromName === undefined ? undefined : redactName(fromName, redact)
  return {
    named: { ...(address ? { from: address.text } : {}), ...(name ? { fromName: name.text } : {}) },
    found: (address?.found ?? 0) + (name?.found ?? 0),
  }
}

/** `redactBsn`, or for who judges the mail `maskBsn`. */
type RedactBsn = (text: string) => RedactedText

const redactText = (written: string, redact: RedactBsn): RedactedText => {
  const columns = redactColumns(written)
  const rest = redact(withColumnsSheltered(columns.text))
  return { text: unsheltered(rest.text), found: columns.found + rest.found }
}

/** A file is often named after the person that it is about: '123456782_aanmelding.pdf'. */
const redactName = (name: string, redact: RedactBsn): RedactedText => {
  const redacted = redact(name.replaceAll('_', ' '))
  return redacted.found === 0 ? { text: name, found: 0 } : redacted
}

const redactAttachment = (
  { name, reading }: ReadAttachment,
  redact: RedactBsn,
): { attachment: ReadAttachment; found: number } => {
  const named = redactName(name, redact)
  if (reading.kind !== 'text') return { attachment: { name: named.text, reading }, found: named.found }
  const text = redactText(reading.text, redact)
  const hidden = redactText(reading.hiddenText, redact)
  return {
    attachment: { name: named.text, reading: { ...reading, text: text.text, hiddenText: '' } },
    found: named.found + text.found + hidden.found,
  }
}

const bsnHeading = /^\s*(?:bsn|burger\s?service\s?(?:nummer|nr)|sofi)\b/i
const digits = /^\s*\d[\d .-]{6,12}\d\s*$/

/** Below a heading 'BSN' every number is one, also with a typing error, and with the first zero eaten by a spreadsheet. */
const redactColumns = (text: string): RedactedText => {
  if (!/[\t;]/.test(text) || !/bsn|burger|sofi/i.test(text)) return { text, found: 0 }
  let column = -1
  let found = 0
  const lines = text.split('\n').map((line) => {
    const mark = markOf(line)
    const cells = line.split(mark)
    const heading = cells.findIndex((cell) => bsnHeading.test(cell))
    if (heading !== -1) column = digits.test(cells[heading + 1] ?? '') ? -1 : heading
    if (heading !== -1 || column === -1 || !digits.test(cells[column] ?? '')) return line
    found += 1
    return cells.with(column, removedBsn).join(mark)
  })
  return { text: lines.join('\n'), found }
}
