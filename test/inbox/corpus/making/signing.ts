import { createHash, createPrivateKey, sign } from 'node:crypto'
import { pseudoRandom } from './bytes.ts'

const signedHeaders = ['from', 'to', 'subject', 'date', 'message-id', 'mime-version']

/**
 * A DKIM-Signature (RFC 6376, relaxed/relaxed, RFC 8463) that fits the mail, so that a reader who checks the bytes by
 * itself finds no fault. The key follows from the domain: nobody has to keep one.
 */
export function dkimSignature(domain: string, headers: readonly string[], body: Buffer): string {
  const bodyHash = createHash('sha256').update(relaxedBody(body), 'latin1').digest('base64')
  const unsigned = `DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed; d=${domain}; s=post2026;\r\n h=${signedHeaders.join(':')};\r\n bh=${bodyHash};\r\n b=`
  const named = signedHeaders.flatMap((name) =>
    headers.filter((line) => line.toLowerCase().startsWith(`${name}:`)).slice(-1),
  )
  const data = [...named.map((line) => `${relaxedHeader(line)}\r\n`), relaxedHeader(unsigned)].join('')
  const digest = createHash('sha256').update(data, 'utf8').digest()
  return unsigned + sign(null, digest, keyOf(domain)).toString('base64')
}

function keyOf(domain: string): ReturnType<typeof createPrivateKey> {
  // PKCS #8 around the 32 bytes of an Ed25519 key (RFC 8410).
  const der = Buffer.concat([
    Buffer.from('302e020100300506032b657004220420', 'hex'),
    pseudoRandom(`dkim ${domain}`, 32),
  ])
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
}

function relaxedHeader(line: string): string {
  const colon = line.indexOf(':')
  const value = line.slice(colon + 1).replaceAll('\r\n', '')
  return `${line.slice(0, colon).toLowerCase().trim()}:${value.replaceAll(/[ \t]+/g, ' ').trim()}`
}

function relaxedBody(body: Buffer): string {
  const lines = body
    .toString('latin1')
    .split('\r\n')
    .map((line) => line.replaceAll(/[ \t]+/g, ' ').replace(/ $/, ''))
  while (lines.at(-1) === '') lines.pop()
  return lines.map((line) => `${line}\r\n`).join('')
}
