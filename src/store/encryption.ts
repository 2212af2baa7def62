import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  randomBytes,
  type KeyObject,
} from 'node:crypto'
import { nextRandomBytes } from './random-bytes.ts'

/**
 * AES-256-GCM as it stands in our columns: one version byte, a 12-byte nonce, the ciphertext, a 16-byte tag. The place where it stands
 * is associated data, so that a value copied to another row or column does not open.
 */
const version = 1
const nonceLength = 12
const tagLength = 16

/** 32 bytes that cannot be printed: the runtime holds them, and shows nothing of them. */
export class SecretKey {
  readonly handle: KeyObject

  constructor(bytes: Buffer) {
    if (bytes.length !== 32) throw new TypeError('a key is 32 bytes')
    this.handle = createSecretKey(bytes)
  }

  /** For wrapping, and for the file of the master key; nowhere else. */
  get bytes(): Buffer {
    return this.handle.export()
  }

  toJSON(): string {
    return '[key]'
  }
}

export const newKey = (): SecretKey => new SecretKey(randomBytes(32))

export function seal(key: SecretKey, place: string, plain: Buffer | string): Buffer {
  const nonce = nextRandomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key.handle, nonce).setAAD(Buffer.from(place))
  const head = [Buffer.of(version), nonce]
  return Buffer.concat([
    ...head,
    cipher.update(typeof plain === 'string' ? Buffer.from(plain) : plain),
    cipher.final(),
    cipher.getAuthTag(),
  ])
}

/** Throws when the key is another, the value was changed, or it stood elsewhere; the message says nothing of the content. */
export function open(key: SecretKey, place: string, sealed: Buffer): Buffer {
  if (sealed[0] !== version || sealed.length < 1 + nonceLength + tagLength)
    throw new Error('this is not a sealed value')
  const nonce = sealed.subarray(1, 1 + nonceLength)
  const tag = sealed.subarray(sealed.length - tagLength)
  const decipher = createDecipheriv('aes-256-gcm', key.handle, nonce).setAAD(Buffer.from(place)).setAuthTag(tag)
  return Buffer.concat([decipher.update(sealed.subarray(1 + nonceLength, sealed.length - tagLength)), decipher.final()])
}

/** A key for another use, derived so that knowing one does not give the other. */
const derive = (master: SecretKey, use: string): Buffer => createHmac('sha256', master.handle).update(use).digest()

/** The key under which values of one kind are indexed; making it once saves half the work of every look-up. */
export const indexKey = (master: SecretKey, kind: string): SecretKey => new SecretKey(derive(master, `index.${kind}`))

/** Lets equal values be found without being read: phone, client number, e-mail, parts of a name, Message-ID. */
export const blindIndex = (key: SecretKey, value: string): Buffer =>
  createHmac('sha256', key.handle).update(value.normalize('NFKC').toLowerCase()).digest()

/** Tells one master key from another without telling anything of it. */
export const fingerprint = (master: SecretKey): Buffer => derive(master, 'fingerprint')

export const sha256 = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest()
