export type Charset = 'us-ascii' | 'utf-8' | 'iso-8859-1' | 'iso-8859-15' | 'windows-1252' | 'utf-16' | 'utf-16le'

const windows1252: Record<string, number> = {
  '€': 0x80,
  '…': 0x85,
  Š: 0x8a,
  Ž: 0x8e,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
  '–': 0x96,
  '—': 0x97,
  š: 0x9a,
  ž: 0x9e,
}
const iso885915: Record<string, number> = { '€': 0xa4, Š: 0xa6, š: 0xa8, Ž: 0xb4, ž: 0xb8, Œ: 0xbc, œ: 0xbd, Ÿ: 0xbe }

/** The bytes of a text. A letter that the charset has not is a mistake of who wrote the case. */
export function encode(text: string, charset: Charset): Buffer {
  if (charset === 'utf-8') return Buffer.from(text, 'utf8')
  if (charset === 'utf-16le') return Buffer.from(text, 'utf16le')
  if (charset === 'utf-16') return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
  return Buffer.from([...text].map((letter) => singleByte(letter, charset)))
}

function singleByte(letter: string, charset: Charset): number {
  const own = { 'windows-1252': windows1252, 'iso-8859-15': iso885915 }[charset as string]?.[letter]
  const code = own ?? letter.codePointAt(0) ?? 0
  if (code > (charset === 'us-ascii' ? 0x7f : 0xff)) throw new Error(`${charset} has no ${letter}`)
  return code
}

/** RFC 2045: lines of at most 76 characters, soft line ends, no blank at the end of a line. */
export function quotedPrintable(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1').split('\r\n').map(quotedLine).join('\r\n')
}

function quotedLine(line: string): string {
  const pieces = [...line].map((letter, index) => {
    const code = letter.charCodeAt(0)
    const plain =
      (code > 32 && code < 127 && letter !== '=') || ((code === 32 || code === 9) && index < line.length - 1)
    return plain ? letter : hex(code)
  })
  let written = ''
  let width = 0
  for (const piece of pieces) {
    if (width + piece.length > 75) {
      written += '=\r\n'
      width = 0
    }
    written += piece
    width += piece.length
  }
  return written
}

function hex(code: number): string {
  return `=${code.toString(16).toUpperCase().padStart(2, '0')}`
}

/** RFC 2047, in as many words as the 75 characters of each ask for; a word holds whole letters. */
export function encodedWords(text: string, charset: Charset = 'utf-8', form: 'B' | 'Q' = 'B'): string {
  const words: string[] = []
  let piece = ''
  for (const letter of text) {
    if (word(piece + letter, charset, form).length > 70) {
      words.push(word(piece, charset, form))
      piece = ''
    }
    piece += letter
  }
  return [...words, word(piece, charset, form)].join('\r\n ')
}

function word(text: string, charset: Charset, form: 'B' | 'Q'): string {
  const bytes = encode(text, charset)
  if (form === 'B') return `=?${charset}?B?${bytes.toString('base64')}?=`
  const quoted = [...bytes].map((code) =>
    code === 32 ? '_' : isWordLetter(code) ? String.fromCharCode(code) : hex(code),
  )
  return `=?${charset}?Q?${quoted.join('')}?=`
}

function isWordLetter(code: number): boolean {
  return /[A-Za-z0-9!*+/-]/.test(String.fromCharCode(code))
}
