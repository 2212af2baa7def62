import { hash } from 'node:crypto'
import type { PlainMail } from './parse-mail.ts'
import { textOf } from './text-of.ts'

/**
 * What a mail says, in a form in which two sendings of one mail are the same: without case, white space, quote marks and what a mail
 * program adds around a text. Attachments count by their bytes.
 */
export const likenessOf = (mail: PlainMail): string => {
  const said = textOf(mail)
    .toLowerCase()
    .replace(/[\s>*_|]+/g, ' ')
    .trim()
  const files = mail.attachments.map(({ content }) => hash('sha256', content)).toSorted()
  return hash('sha256', [said, ...files].join('\n'))
}
