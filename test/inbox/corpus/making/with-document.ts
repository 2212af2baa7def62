import type { Mail, Sender } from './message.ts'
import { file, mixed, text, type FileOptions } from './parts.ts'

export interface Document {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
  readonly options?: FileOptions
}

/** A few words, and the form in a file. */
export function withDocument(what: string, from: Sender, subject: string, document: Document, words?: string): Mail {
  const greeting =
    words ??
    `Beste collega,\n\nIn de bijlage het aanmeldformulier.\n\nMet vriendelijke groet,\n${from.name}\nT 088-1239${what.length}00\n`
  return {
    what,
    from,
    subject,
    content: mixed(text(greeting), file(document.name, document.type, document.bytes, document.options)),
  }
}
