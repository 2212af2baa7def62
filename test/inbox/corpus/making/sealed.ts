import { createHash } from 'node:crypto'
import { base64Lines, pseudoRandom } from './bytes.ts'
import { zip } from './zip.ts'

/** Files that nobody can read without a key or a password. */

/** Looks like CMS enveloped data (RFC 5652): the outer lengths and the kind are right, the rest is noise. */
export function envelopedData(words: string): Buffer {
  const kind = Buffer.from('06092a864886f70d010703', 'hex')
  const content = Buffer.concat([Buffer.from('a0820400308203fc020100', 'hex'), pseudoRandom(words, 1017)])
  const length = kind.length + content.length
  return Buffer.concat([Buffer.from([0x30, 0x82, length >> 8, length & 0xff]), kind, content])
}

export function pgpMessage(words: string): string {
  const packets = Buffer.concat([Buffer.from([0x85, 0x01, 0x0c, 0x03]), pseudoRandom(words, 700)])
  return `-----BEGIN PGP MESSAGE-----\n\n${base64Lines(packets).replaceAll('\r\n', '\n')}\n=${pseudoRandom(words, 3).toString('base64')}\n-----END PGP MESSAGE-----\n`
}

/** A zip whose one file says that it needs a password. */
export function lockedZip(name: string): Uint8Array {
  const bytes = Buffer.from(zip({ [name]: pseudoRandom(name, 400) }))
  const central = bytes.indexOf(Buffer.from('504b0102', 'hex'))
  bytes.writeUInt16LE(bytes.readUInt16LE(6) | 1, 6)
  bytes.writeUInt16LE(bytes.readUInt16LE(central + 8) | 1, central + 8)
  return bytes
}

/** A PDF that asks for a password (standard security handler, revision 2, 40-bit RC4). */
export function lockedPdf(text: string, password: string): Buffer {
  const id = pseudoRandom('locked pdf', 16)
  const owner = rc4(md5(padded('eigenaar')).subarray(0, 5), padded(password))
  const permissions = Buffer.from([0xfc, 0xff, 0xff, 0xff])
  const key = md5(Buffer.concat([padded(password), owner, permissions, id])).subarray(0, 5)
  const user = rc4(key, padding)
  const objectKey = md5(Buffer.concat([key, Buffer.from([4, 0, 0, 0, 0])])).subarray(0, 10)
  const stream = rc4(objectKey, Buffer.from(`BT /F1 12 Tf 60 780 Td (${text}) Tj ET`, 'latin1'))
  const hex = (bytes: Buffer): string => `<${bytes.toString('hex')}>`
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from(
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    ),
    Buffer.concat([Buffer.from(`<< /Length ${stream.length} >>\nstream\n`), stream, Buffer.from('\nendstream')]),
    Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'),
    Buffer.from(`<< /Filter /Standard /V 1 /R 2 /O ${hex(owner)} /U ${hex(user)} /P -4 >>`),
  ]
  let file = Buffer.from('%PDF-1.4\n')
  const places = objects.map((object, index) => {
    const place = file.length
    file = Buffer.concat([file, Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')])
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const trailer = `xref\n0 7\n0000000000 65535 f \n${table}trailer\n<< /Size 7 /Root 1 0 R /Encrypt 6 0 R /ID [${hex(id)} ${hex(id)}] >>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.concat([file, Buffer.from(trailer)])
}

const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')

function padded(password: string): Buffer {
  return Buffer.concat([Buffer.from(password, 'latin1'), padding]).subarray(0, 32)
}

function md5(bytes: Uint8Array): Buffer {
  return createHash('md5').update(bytes).digest()
}

function rc4(key: Uint8Array, bytes: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index)
  const at = (index: number): number => state[index & 255] ?? 0
  const swap = (one: number, two: number): void => {
    const kept = at(one)
    state[one & 255] = at(two)
    state[two & 255] = kept
  }
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255
    swap(i, j)
  }
  let i = 0
  let j = 0
  return Buffer.from(
    [...bytes].map((byte) => {
      i = (i + 1) & 255
      j = (j + at(i)) & 255
      swap(i, j)
      return byte ^ at(at(i) + at(j))
    }),
  )
}

/** An Office document behind a password: an OLE file (MS-CFB) with the two streams of MS-OFFCRYPTO, filled with noise. */
export function lockedOffice(words: string): Buffer {
  const sector = 512
  const sizes = [4096, 8192]
  const starts = [2, 2 + sizes[0]! / sector]
  const used = 2 + (sizes[0]! + sizes[1]!) / sector
  const header = Buffer.alloc(sector)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  header.writeUInt16LE(0x3e, 24)
  header.writeUInt16LE(3, 26)
  header.writeUInt16LE(0xfffe, 28)
  header.writeUInt16LE(9, 30)
  header.writeUInt16LE(6, 32)
  header.writeUInt32LE(1, 44)
  header.writeUInt32LE(1, 48)
  header.writeUInt32LE(4096, 56)
  header.writeUInt32LE(0xfffffffe, 60)
  header.writeUInt32LE(0xfffffffe, 68)
  header.fill(0xff, 76)
  header.writeUInt32LE(0, 76)
  const table = Buffer.alloc(sector, 0xff)
  table.writeUInt32LE(0xfffffffd, 0)
  table.writeUInt32LE(0xfffffffe, 4)
  for (let index = 2; index < used; index += 1) {
    const last = index === starts[1]! - 1 || index === used - 1
    table.writeUInt32LE(last ? 0xfffffffe : index + 1, index * 4)
  }
  const directory = Buffer.concat([
    entry('Root Entry', 5, 0xfffffffe, 0, 1),
    entry('EncryptionInfo', 2, starts[0]!, sizes[0]!, 0xffffffff, 2),
    entry('EncryptedPackage', 2, starts[1]!, sizes[1]!, 0xffffffff),
    entry('', 0, 0, 0, 0xffffffff),
  ])
  return Buffer.concat([
    header,
    table,
    directory,
    pseudoRandom(`${words} info`, sizes[0]!),
    pseudoRandom(words, sizes[1]!),
  ])
}

function entry(name: string, kind: number, start: number, size: number, child: number, sibling = 0xffffffff): Buffer {
  const bytes = Buffer.alloc(128)
  bytes.write(name, 'utf16le')
  bytes.writeUInt16LE(name === '' ? 0 : (name.length + 1) * 2, 64)
  bytes.writeUInt8(kind, 66)
  bytes.writeUInt8(1, 67)
  bytes.writeUInt32LE(0xffffffff, 68)
  bytes.writeUInt32LE(sibling, 72)
  bytes.writeUInt32LE(child, 76)
  bytes.writeUInt32LE(start, 116)
  bytes.writeUInt32LE(size, 120)
  return bytes
}
