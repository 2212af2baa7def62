import type { FormField } from '#src/domain/contract/contract.ts'
import { readTexts } from './extraction/field-reading.ts'
import { readLabelledLines } from './extraction/labelled-lines.ts'
import { vocabularyOf, type Labels } from './extraction/vocabulary.ts'
import { parseMail } from './parse-mail.ts'
import { redactMail } from './redaction.ts'

/** A mail as a person may read it: without citizen service numbers. */
export interface PersonsMail {
  readonly from: string | undefined
  readonly subject: string
  readonly text: string
  readonly attachments: number
  /** What stands behind the labels that we know, as written and unchecked: a first draft of the form, for who corrects it. */
  readonly written: Readonly<Partial<Record<FormField, string>>>
}

function writtenIn(text: string, labels: Labels): PersonsMail['written'] {
  const { values } = readLabelledLines(text, vocabularyOf(labels))
  return Object.fromEntries([...values].map(([field, found]) => [field, readTexts(found).join(', ')]))
}

/**
 * Reads a mail that waits, for the person who looks at it.
 * @throws when the bytes are no mail, or take too long to read.
 */
export async function readForPerson(raw: Buffer, labels: Labels): Promise<PersonsMail> {
  const { mail } = redactMail(await parseMail(raw))
  const { from, subject, attachments } = mail
  const text = mail.text.trim() === '' ? mail.htmlText : mail.text
  const written = writtenIn(text, labels)
  const inHtml = Object.keys(written).length === 0 ? writtenIn(mail.htmlText, labels) : written
  return { from, subject, text, attachments, written: inHtml }
}
