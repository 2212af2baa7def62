import { base64Lines, crlf, token } from './bytes.ts'
import { encode, encodedWords, quotedPrintable, type Charset } from './charsets.ts'

/** A MIME part: its own header lines, and its body as it goes over the wire. */
export interface Part {
  readonly headers: readonly string[]
  readonly body: Buffer
}

export interface TextOptions {
  readonly charset?: Charset
  /** What the header says, where it is not what the bytes are, or written in another way. */
  readonly named?: string | null
  readonly encoding?: '7bit' | '8bit' | 'quoted-printable' | 'base64'
  readonly type?: string
  readonly flowed?: boolean
}

export function text(content: string, options: TextOptions = {}): Part {
  const ascii = /^[\x00-\x7f]*$/.test(content)
  const charset = options.charset ?? 'utf-8'
  const encoding = options.encoding ?? (ascii && !charset.startsWith('utf-16') ? '7bit' : 'quoted-printable')
  const bytes = encode(crlf(content), charset)
  const named = options.named === undefined ? charset : options.named
  const type = [
    `Content-Type: ${options.type ?? 'text/plain'}`,
    ...(named === null ? [] : [`charset=${named}`]),
    ...(options.flowed === true ? ['format=flowed'] : []),
  ]
  return { headers: [type.join('; '), `Content-Transfer-Encoding: ${encoding}`], body: transfer(bytes, encoding) }
}

export function html(content: string, options: TextOptions = {}): Part {
  return text(content, { ...options, type: 'text/html' })
}

function transfer(bytes: Buffer, encoding: NonNullable<TextOptions['encoding']>): Buffer {
  if (encoding === 'quoted-printable') return Buffer.from(quotedPrintable(bytes), 'latin1')
  if (encoding === 'base64') return Buffer.from(base64Lines(bytes), 'latin1')
  return bytes
}

export interface FileOptions {
  /** How the file's name is written: as it is, as an encoded word (Outlook), or by RFC 2231, also in pieces. */
  readonly naming?: 'plain' | '2047' | '2231' | '2231-pieces'
  readonly inline?: boolean
}

export function file(name: string, type: string, bytes: Uint8Array, options: FileOptions = {}): Part {
  const ascii = /^[\x20-\x7e]*$/.test(name)
  const naming = options.naming ?? (ascii ? 'plain' : '2231')
  return {
    headers: [
      `Content-Type: ${type}${naming.startsWith('2231') ? '' : `;\r\n ${nameParameter('name', name, naming)}`}`,
      'Content-Transfer-Encoding: base64',
      `Content-Disposition: ${options.inline === true ? 'inline' : 'attachment'};\r\n ${nameParameter('filename', name, naming)}`,
    ],
    body: Buffer.from(base64Lines(bytes), 'latin1'),
  }
}

function nameParameter(key: string, name: string, naming: NonNullable<FileOptions['naming']>): string {
  if (naming === 'plain') return `${key}="${name}"`
  if (naming === '2047') return `${key}="${encodedWords(name, 'utf-8', 'Q')}"`
  const percent = encodeURIComponent(name).replaceAll(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`)
  if (naming === '2231') return `${key}*=UTF-8''${percent}`
  const pieces = percent.match(/(?:%..|[^%]){1,24}/g) ?? []
  return pieces.map((piece, index) => `${key}*${index}*=${index === 0 ? "UTF-8''" : ''}${piece}`).join(';\r\n ')
}

export function multipart(subtype: string, parts: readonly Part[], parameters = ''): Part {
  const boundary = `----=_${token(parts.map(({ headers, body }) => headers.join() + body.toString('latin1')).join(subtype), 20)}`
  const inner = parts.flatMap(({ headers, body }) => [
    Buffer.from(`--${boundary}\r\n${headers.join('\r\n')}\r\n\r\n`, 'latin1'),
    body,
    Buffer.from('\r\n'),
  ])
  return {
    headers: [
      `Content-Type: multipart/${subtype};${parameters === '' ? '' : ` ${parameters};`}\r\n boundary="${boundary}"`,
    ],
    body: Buffer.concat([...inner, Buffer.from(`--${boundary}--\r\n`)]),
  }
}

export function alternative(plain: string, rich: string, options: TextOptions = {}): Part {
  return multipart('alternative', [text(plain, options), html(rich, options)])
}

export function mixed(...parts: readonly Part[]): Part {
  return multipart('mixed', parts)
}

/** A whole mail as a part of another one. */
export function attachedMail(bytes: Buffer, disposition = 'attachment; filename="aanmelding.eml"'): Part {
  return { headers: ['Content-Type: message/rfc822', `Content-Disposition: ${disposition}`], body: bytes }
}
