import type { PlainMail } from './parse-mail.ts'

/** What a mail says: its plain text, and of one that has none the words of its HTML. */
export const textOf = ({ text, htmlText }: Pick<PlainMail, 'text' | 'htmlText'>): string =>
  text.trim() === '' ? htmlText : text
