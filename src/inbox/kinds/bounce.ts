import { headerOf, type PlainMail } from '../parse-mail.ts'
import { textOf } from '../text-of.ts'

/** A mail server's word that something which we sent did not arrive, or not yet (RFC 3464). */
export interface Bounce {
  /** It is still being tried (status 4): nothing is lost yet. */
  readonly delayed: boolean
  /** The Message-IDs that it names, without brackets: one of them may be of a mail that we sent. */
  readonly about: readonly string[]
}

/** Undefined when the mail is no such report. Its words are never believed for more than: look at what we sent. */
export const readBounce = (mail: PlainMail): Bounce | undefined =>
  isReport(mail) ? { delayed: isDelay(mail), about: idsIn(mail) } : undefined

const isReport = (mail: PlainMail): boolean => {
  if (deliveryReport.test(headerOf(mail, 'content-type'))) return true
  return (
    fromServer.test(mail.from ?? '') &&
    (notDelivered.test(mail.subject) || notReached.test(textOf(mail).slice(0, longestHead)))
  )
}

const deliveryReport = /^\s*multipart\/report\b(?=.*report-type\s*=\s*"?delivery-status)/is
const fromServer = /^(?:mailer-daemon|postmaster|mail-daemon|mailerdaemon|microsoftexchange[^@]*)@/i
const notDelivered =
  /undeliver|not delivered|returned mail|delivery (?:status|failure|has failed|delayed|incomplete|notification)|mail delivery|failure notice|could not be delivered|could not (?:send|deliver)|non-?deliver|undelivered|mail system error|message (?:blocked|rejected)|unzustellbar|onbestelbaar|niet bestelbaar|niet bestelde|niet (?:worden )?(?:bezorgd|afgeleverd|besteld|ontvangen)|bezorging mislukt|vertraagd|vertraging/i

/** What a server writes below a subject of its own. */
const notReached =
  /\b(?:bericht|e-?mail|mail)\b.{0,60}\b(?:niet (?:bereikt|bezorgd|afgeleverd|bestelbaar)|kon niet worden|kan niet worden (?:bezorgd|afgeleverd))|\b(?:could not be|was not|wasn't|has not been) delivered\b|\bdelivery (?:has )?failed\b|\b(?:address|user|mailbox|recipient)\b.{0,30}\b(?:not found|unknown|does not exist|rejected)\b/is

const isDelay = ({ text, subject }: PlainMail): boolean => {
  const actions = [...text.matchAll(/^Action:\s*([a-z]+)/gim)].map(([, action]) => action?.toLowerCase())
  if (actions.length > 0) return actions.every((action) => action === 'delayed')
  return late.test(subject) || /\bwarning message only\b/i.test(text)
}

const late = /delayed|vertraagd|vertraging|for (?:the )?past \d+ hours|still (?:trying|being retried)/i

/** Headers of the mail that came back are small; whatever follows is of no use here. */
const longestHead = 64_000

const idsIn = (mail: PlainMail): string[] => {
  const returned = mail.attachments
    .filter(({ declaredType }) => /^(?:message\/rfc822|text\/rfc822-headers)$/i.test(declaredType))
    .map(({ content }) => content.subarray(0, longestHead).toString('latin1'))
  const named = [mail.text, ...returned].flatMap((text) =>
    [...text.matchAll(/^(?:original-)?message-id:\s*<([^<>\s]{1,998})>/gim)].map(([, id]) => id ?? ''),
  )
  return [...new Set([...named, ...mail.answers])]
}
