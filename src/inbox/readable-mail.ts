import type { Temporal } from 'temporal-polyfill'
import type { FormField } from '#src/domain/contract/contract.ts'
import type { ProposedReferral } from '#src/domain/proposed-referral.ts'
import { maskBsn } from '#src/domain/values/bsn.ts'
import type { AttachmentReading } from './attachments/attachment-reading.ts'
import type { ScanFile } from './attachments/clamd.ts'
import { secureMailServices } from './authenticity/secure-mail-services.ts'
import { readTexts } from './extraction/field-reading.ts'
import { readLabelledLines } from './extraction/labelled-lines.ts'
import { vocabularyOf, type Labels } from './extraction/vocabulary.ts'
import { asWritten } from './doubts/as-written.ts'
import { tellingSentences } from './kinds/telling-sentences.ts'
import { attachmentWords } from './kinds/attachment-words.ts'
import type { MailFacts, MailReading, SenderVerdict } from './mail-reading.ts'
import { openMail, seeOpened, type LookAtSignatures, type SeenReading } from './read-mail.ts'
import { redactMail, type ReadAttachment } from './redaction.ts'
import { textOf } from './text-of.ts'

/** A mail as a person may read it: without citizen service numbers, and without anything that can be followed. */
export interface PersonsMail {
  readonly from: string | undefined
  /** What stands before that address: the sender's word. */
  readonly fromName: string | undefined
  readonly subject: string
  /** Where a link stood, the host that it leads to. */
  readonly text: string
  readonly attachments: readonly PersonsAttachment[]
  /** The hosts that its links lead to. */
  readonly linkHosts: readonly string[]
  /** What stands behind the labels that we know, as written and unchecked: a first draft of the form, for who corrects it. */
  readonly written: Readonly<Partial<Record<FormField, string>>>
  readonly proposals: readonly ProposedReferral[]
  readonly sender: SenderVerdict
  /** The service for secure mail that it seems to have come through. */
  readonly service: string | undefined
  /** It holds a code that opens something: no word of it in which there are digits is shown. */
  readonly isCode: boolean
  /** The sentences to read before anything is done with it, the most telling first; as they stand in it, where they can be found. */
  readonly telling: readonly string[]
}

export interface PersonsAttachment {
  /** '' when the mail does not name it. */
  readonly name: string
  readonly kind: 'pdf' | 'docx' | 'xlsx' | 'csv' | 'txt' | 'image' | 'mail' | 'calendar' | 'signature' | 'unread'
  /** What was read in it. */
  readonly text?: string
  /** In Dutch: why it was not read, and what to do. */
  readonly why?: string
}

export interface ReadForPerson {
  /** The labels of the mail's contract. */
  readonly labels?: Labels
  readonly facts: MailFacts
  readonly receivedAt: Temporal.Instant
  readonly look?: LookAtSignatures
  readonly scan?: ScanFile
}

/**
 * Reads a mail again, for the person who looks at it.
 * @throws when the bytes are no mail, or take too long to read.
 */
export async function readForPerson(
  raw: Buffer,
  { labels = {}, facts, receivedAt, look, scan }: ReadForPerson,
): Promise<PersonsMail> {
  const opened = await openMail(raw, { facts, look, scan })
  const read = seeOpened(opened, facts, receivedAt)
  const { reading } = read
  const { mail } = redactMail(opened.parsed)
  const written = writtenIn(textOf(mail), labels)
  // What a number is that only looks like a BSN, a person must be able to find out: the form that is filled in for them has nothing of it.
  const { mail: shown, attachments } = redactMail(opened.parsed, opened.attachments, maskBsn)
  const { from, fromName, subject, linkHosts } = shown
  const said: Omit<PersonsMail, 'telling'> = {
    from,
    fromName,
    subject: withoutLinks(subject),
    text: withoutLinks(textOf(shown)),
    attachments: attachments.map(personsAttachment),
    linkHosts,
    written: Object.keys(written).length === 0 ? writtenIn(mail.htmlText, labels) : written,
    proposals: reading.proposals,
    sender: reading.sender,
    service: secureMailServices.find(({ id }) => id === reading.sender.record.service)?.name,
    isCode: false,
  }
  const telling = tellingIn(said, read)
  return isCode(reading) ? withoutCode(said) : { ...said, telling }
}

const isCode = ({ outcome }: MailReading): boolean => outcome.kind !== 'referral' && outcome.why === 'code'

/** Who must judge whether a mail is only a code sees what it says, and not what opens the message. */
const withoutCode = (said: Omit<PersonsMail, 'telling'>): PersonsMail => ({
  ...said,
  subject: maskCode(said.subject),
  text: maskCode(said.text),
  attachments: [],
  written: {},
  proposals: [],
  isCode: true,
  telling: [],
})

function tellingIn(said: Omit<PersonsMail, 'telling'>, { reading, seen }: SeenReading): readonly string[] {
  const places = [said.subject, said.text, ...said.attachments.map(({ text = '' }) => text)]
  const sentences = seen === undefined ? [] : tellingSentences(seen, reading.kind).map(withoutLinks)
  const found = sentences.map((sentence) => firstOf(places, (place) => asWritten(place, sentence)) ?? sentence)
  return found.filter((one, at) => !found.some((other, index) => other.includes(one) && (other !== one || index < at)))
}

const firstOf = <In, Out>(all: readonly In[], find: (one: In) => Out | undefined): Out | undefined => {
  for (const one of all) {
    const found = find(one)
    if (found !== undefined) return found
  }
  return undefined
}

/** A code may stand in pieces: '482 913', 'AB12-CD34'. */
const maskCode = (text: string): string =>
  text.replaceAll(/(?<![\p{L}\p{M}-])[\p{L}\p{M}-]*\d[\p{L}\p{M}\d-]*/gu, '••••')

function writtenIn(text: string, labels: Labels): PersonsMail['written'] {
  const [form = new Map()] = readLabelledLines(text, vocabularyOf(labels)).forms
  return Object.fromEntries([...form].map(([field, found]) => [field, readTexts(found).join(', ')]))
}

/** In characters: enough to check a form by. */
const longestAttachment = 20_000

const personsAttachment = (attachment: ReadAttachment): PersonsAttachment => {
  const { name, reading } = attachment
  const why = attachmentWords(attachment)
  return {
    name,
    kind: kindOf(reading),
    ...(reading.kind === 'text' ? { text: withoutLinks(reading.text.slice(0, longestAttachment)) } : {}),
    ...(why === undefined ? {} : { why }),
  }
}

const kindOf = (reading: AttachmentReading): PersonsAttachment['kind'] => {
  switch (reading.kind) {
    case 'text':
    case 'no_text':
      return reading.type
    case 'unreadable':
    case 'refused':
      return 'unread'
    default:
      return reading.kind
  }
}

/** A link is told by where it leads: who wants to open a message goes to the service, not by what a mail says. */
const withoutLinks = (text: string): string =>
  text.replaceAll(
    /\b(?:https?|ftp):\/\/([^\s<>"'/?#]+)[^\s<>"']*/gi,
    (_, host: string) => `[link naar ${hostIn(host)}]`,
  )

/** What stands before an at sign only looks like a host. */
const hostIn = (authority: string): string => authority.slice(authority.lastIndexOf('@') + 1).toLowerCase()
