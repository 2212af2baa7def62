import addressparser from 'nodemailer/lib/addressparser'
import { decodeWords, fromHeaderBytes } from './encoded-words.ts'
import { type HeaderLine, valuesOf } from './header-line.ts'

/** What a mail says of its own sender. All of it is the sender's word. */
export interface SenderClaims {
  readonly fromHeaders: number
  readonly from: readonly Mailbox[]
  readonly replyTo: readonly Mailbox[]
}

export interface Mailbox {
  /** As a reader sees it; '' when there is none. */
  readonly name: string
  /** As written, unchecked; '' when there is none. */
  readonly address: string
}

export const readClaims = (headers: readonly HeaderLine[]): SenderClaims => ({
  fromHeaders: valuesOf(headers, 'from').length,
  from: mailboxesIn(headers, 'from'),
  replyTo: mailboxesIn(headers, 'reply-to'),
})

const mailboxesIn = (headers: readonly HeaderLine[], name: string): Mailbox[] =>
  valuesOf(headers, name)
    .flatMap((value) => addressparser(fromHeaderBytes(value).slice(0, longestAddressLine), { flatten: true }))
    .map(({ name: written, address }) => ({ name: decodeWords(written), address: address.trim() }))

/** Reading takes time in proportion; a sender is never that long. */
const longestAddressLine = 20_000
