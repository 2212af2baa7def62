import { constants, inflateSync } from 'node:zlib'
import { refused, unreadable } from './attachment-reading.ts'

/** A page of a scan in colour, and all pages of one. */
const largestStream = 60_000_000
const largestSum = 200_000_000
/** Flate within Flate is how little becomes very much. */
const mostLayers = 4
/** Objects are small; what is larger is a picture or a font. */
const largestSearched = 5_000_000
/** What a damaged stream counts for: the reader may still take a part of it. */
const damagedSize = 2_000_000

/**
 * Goes through the compressed streams of a PDF before anything else reads it: the reader inflates without a bound. What may start a program
 * or play something (ISO 32000-1, section 12.6.4.5 and 13.6) is refused, also within object streams.
 *
 * @throws {Unusable} when it unpacks to too much, or has such an action.
 */
export const refuseHostileStreams = (content: Buffer): void => {
  refuseActions(content)
  let sum = 0
  for (let at = content.indexOf('stream'); at !== -1; at = content.indexOf('stream', at + 6)) {
    const start = startOfData(content, at)
    if (start === undefined) continue
    sum += unpackedSize(content.subarray(start))
    if (sum > largestSum) throw unreadable('too_large')
  }
}

/** Where the data begins; undefined when this is 'endstream', or the word in a text. */
const startOfData = (content: Buffer, at: number): number | undefined => {
  if (content.toString('latin1', at - 3, at) === 'end') return undefined
  const lineEnd = content.toString('latin1', at + 6, at + 8)
  const start = lineEnd === '\r\n' ? at + 8 : lineEnd.startsWith('\n') || lineEnd.startsWith('\r') ? at + 7 : undefined
  return start !== undefined && isZlib(content, start) ? start : undefined
}

/** RFC 1950, section 2.2. */
const isZlib = (data: Buffer, at: number): boolean => {
  const [method = 0, flags = 0] = data.subarray(at, at + 2)
  return (method & 0x0f) === 8 && (method * 256 + flags) % 31 === 0
}

const unpackedSize = (packed: Buffer): number => {
  let data = packed
  let size = 0
  for (let layer = 0; layer < mostLayers && isZlib(data, 0); layer += 1) {
    const unpacked = unpack(data)
    if (unpacked === undefined) return size + damagedSize
    size += unpacked.length
    if (unpacked.length <= largestSearched) refuseActions(unpacked)
    data = unpacked
  }
  return size
}

/** What is cut off is unpacked as far as it goes. Undefined: it is damaged, or no such stream. */
const unpack = (data: Buffer): Buffer | undefined => {
  try {
    return inflateSync(data, { maxOutputLength: largestStream, finishFlush: constants.Z_SYNC_FLUSH })
  } catch (error) {
    if (error instanceof RangeError) throw unreadable('too_large')
    return undefined
  }
}

const action = /\/(?:Launch|RichMedia|Rendition|Movie)(?![\w#])/

const refuseActions = (data: Buffer): void => {
  const text = data.toString('latin1')
  if (action.test(text.includes('#') ? withPlainNames(text) : text)) throw refused('active_content')
}

/** A name may have its letters written as numbers: '/L#61unch'. */
const withPlainNames = (text: string): string =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
