import { parseEmailAddress } from '#src/domain/values/email-address.ts'

/** What a person put in that cannot be taken, and what to do about it. */
export type UploadFault = 'leeg' | 'twee' | 'te-groot' | 'geen-mail' | 'outlook' | 'geen-adres'

export const uploadFaultWords: Readonly<Record<UploadFault, string>> = {
  leeg: 'Er staat niets in. Kies een bestand, of plak de tekst van het bericht.',
  twee: 'U koos een bestand en plakte ook tekst. Kies één van de twee: elk bericht voegt u apart toe.',
  'te-groot': 'Dit bestand is te groot. Bewaar het bericht zonder bijlagen, of plak de tekst.',
  'geen-mail':
    'Dit bestand is geen mail. Kies een bestand dat op .eml eindigt. Hebt u alleen een PDF of Word-bestand, plak dan de tekst die erin staat.',
  outlook:
    'Dit is een bestand van Outlook (.msg); dat kunnen wij niet lezen. Bewaar het bericht als .eml, of plak de tekst.',
  'geen-adres': 'Dit is geen mailadres. Laat het leeg als u het niet weet.',
}

export type UploadedFile =
  { readonly kind: 'mail'; readonly raw: Buffer } | { readonly kind: 'fault'; readonly fault: UploadFault }

export interface Posted {
  readonly file: Buffer
  readonly text: string
  /** Who wrote the text that was pasted, as far as the person knows. */
  readonly from: string
}

const fault = (what: UploadFault): UploadedFile => ({ kind: 'fault', fault: what })

/** The bytes of a mail out of what a person put in: a file as it is, or a text with the least that makes it a mail. */
export function uploadedFile({ file, text, from }: Posted, largest: number): UploadedFile {
  if (file.length > 0 && text.trim() !== '') return fault('twee')
  if (file.length > largest || text.length > largest) return fault('te-groot')
  if (file.length > 0) {
    if (file.subarray(0, 4).toString('hex') === oleStart) return fault('outlook')
    return isMail(file) ? { kind: 'mail', raw: file } : fault('geen-mail')
  }
  if (text.trim() === '') return fault('leeg')
  const address = from.trim() === '' ? '' : parseEmailAddress(from)
  return address === undefined ? fault('geen-adres') : { kind: 'mail', raw: mailOf(text, address) }
}

/** Outlook keeps a message in a compound file. */
const oleStart = 'd0cf11e0'

/** In bytes: headers are small. */
const longestHead = 256_000

/** Whether the bytes begin with headers (RFC 5322, section 2.2), and say who it is from. */
function isMail(file: Buffer): boolean {
  const head = file
    .subarray(0, longestHead)
    .toString('latin1')
    .replace(/^\u00EF\u00BB\u00BF/, '')
  const lines = (head.split(/\r?\n\r?\n/, 1)[0] ?? '').split(/\r?\n/)
  const start = /^(?:From |>From )/.test(lines[0] ?? '') ? lines.slice(1) : lines
  return start.some((line) => /^from:/i.test(line)) && start.every((line) => /^[!-9;-~]+[ \t]*:|^[ \t]/.test(line))
}

/** Without a date or an id of its own, so that the same text put in twice is the same mail. Nobody known wrote it: an empty group. */
const mailOf = (text: string, from: string): Buffer =>
  Buffer.from(
    [
      `From: ${from === '' ? 'onbekend:;' : from}`,
      'Subject: Inhoud van een bericht, ingevoerd in de console',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: 8bit',
      '',
      text.trim().replaceAll(/\r?\n/g, '\r\n'),
      '',
    ].join('\r\n'),
  )
