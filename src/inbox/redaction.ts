import { redactBsn } from '#src/domain/values/bsn.ts'
import type { PlainMail } from './parse-mail.ts'

/**
 * The mail without citizen service numbers, and how many there were. It comes before everything else: from here on nothing in the
 * system can see, store or repeat one. Text and HTML mostly say the same, so the larger of the two counts.
 */
export const redactMail = (mail: PlainMail): { mail: PlainMail; bsnRemoved: number } => {
  const subject = redactBsn(mail.subject)
  const text = redactBsn(mail.text)
  const htmlText = redactBsn(mail.htmlText)
  return {
    mail: { ...mail, subject: subject.text, text: text.text, htmlText: htmlText.text },
    bsnRemoved: subject.found + Math.max(text.found, htmlText.found),
  }
}
