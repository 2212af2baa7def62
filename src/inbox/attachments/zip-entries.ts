import { inflateRawSync } from 'node:zlib'
import { unreadable } from './attachment-reading.ts'

/** The files packed in a document. Nothing is unpacked before it is asked for, and never to disk. */
export interface ZipEntries {
  /** In lower case, as the names of parts are compared (ECMA-376, part 2). */
  readonly names: readonly string[]
  /** @throws {Unusable} when it is broken, or larger than it said. */
  read(name: string): Buffer | undefined
}

/** A document with many pictures has some hundreds of files. */
const mostEntries = 2000
const largestEntry = 40_000_000
const largestSum = 150_000_000

interface Entry {
  readonly name: string
  readonly method: number
  readonly packedSize: number
  readonly size: number
  readonly at: number
}

/**
 * Reads the directory at the end of a zip (APPNOTE 6.3, section 4.3.12). Sizes are bounded by what the directory says, and again while
 * inflating: a directory may lie.
 *
 * @throws {Unusable} when it is no whole zip, encrypted or too large.
 */
export const openZip = (content: Buffer): ZipEntries => {
  const entries = new Map<string, Entry>()
  let sum = 0
  for (const entry of directoryOf(content)) {
    sum += entry.size
    if (entry.size > largestEntry || sum > largestSum || entries.size >= mostEntries) throw unreadable('too_large')
    // Programs differ in which of two they take.
    if (entries.has(entry.name)) throw unreadable('broken')
    entries.set(entry.name, entry)
  }
  return {
    names: [...entries.keys()],
    read: (name) => {
      const entry = entries.get(name.toLowerCase())
      return entry === undefined ? undefined : inflate(content, entry)
    },
  }
}

const endSignature = 0x06_05_4b_50
const directorySignature = 0x02_01_4b_50
const localSignature = 0x04_03_4b_50
const encryptedFlag = 0x0001

const directoryOf = function* (content: Buffer): Generator<Entry> {
  const end = endOf(content)
  const count = content.readUInt16LE(end + 10)
  if (count > mostEntries) throw unreadable('too_large')
  let at = content.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > content.length || content.readUInt32LE(at) !== directorySignature) throw unreadable('broken')
    if ((content.readUInt16LE(at + 8) & encryptedFlag) !== 0) throw unreadable('password')
    const nameLength = content.readUInt16LE(at + 28)
    yield {
      name: normalName(content.toString('utf8', at + 46, at + 46 + nameLength)),
      method: content.readUInt16LE(at + 10),
      packedSize: content.readUInt32LE(at + 20),
      size: content.readUInt32LE(at + 24),
      at: content.readUInt32LE(at + 42),
    }
    at += 46 + nameLength + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32)
  }
}

/** The end record is the last thing in the file, before a comment of at most 65,535 bytes. */
const endOf = (content: Buffer): number => {
  const first = Math.max(0, content.length - 22 - 65_535)
  for (let at = content.length - 22; at >= first; at -= 1) {
    if (content.readUInt32LE(at) === endSignature) return at
  }
  throw unreadable('broken')
}

const normalName = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()

const inflate = (content: Buffer, { at, method, packedSize, size }: Entry): Buffer => {
  if (at + 30 > content.length || content.readUInt32LE(at) !== localSignature) throw unreadable('broken')
  if ((content.readUInt16LE(at + 6) & encryptedFlag) !== 0) throw unreadable('password')
  const start = at + 30 + content.readUInt16LE(at + 26) + content.readUInt16LE(at + 28)
  const packed = content.subarray(start, start + packedSize)
  if (packed.length < packedSize) throw unreadable('broken')
  const whole = method === 0 ? packed : inflated(packed, method, size)
  if (whole.length !== size) throw unreadable('broken')
  return whole
}

const inflated = (packed: Buffer, method: number, size: number): Buffer => {
  if (method !== 8) throw unreadable('broken')
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) })
  } catch (error) {
    throw unreadable(error instanceof RangeError ? 'too_large' : 'broken')
  }
}
