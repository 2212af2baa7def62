import { isWithin, normaliseDomain } from '../authenticity/mail-domain.ts'
import { recogniseService, secureMailServices, type SecureMailService } from '../authenticity/secure-mail-services.ts'
import type { PlainMail } from '../parse-mail.ts'
import { textOf } from '../text-of.ts'

/** A mail that only says that a message waits elsewhere. */
export interface Pointer {
  /** Undefined: a service that we do not know, or the municipality's own portal. */
  readonly service?: string
  /** Where its links lead, to be read and never followed. */
  readonly hosts: readonly string[]
}

/**
 * Whether the message itself stays with a service for secure mail. `trustedHosts`: the municipality's own domains, on which some
 * services put their portal. Only called for a mail without a form: one that was delivered directly carries the same headers.
 */
export const readPointer = (mail: PlainMail, trustedHosts: readonly string[]): Pointer | undefined => {
  const service = recogniseService(mail.headers) ?? serviceOfLinks(mail) ?? serviceOfSubject(mail)
  const hosts = mail.linkHosts
  const leadsThere = service !== undefined && hosts.some((host) => service.hosts.some((known) => isWithin(host, known)))
  const invites = invitesToOpen(mail)
  const onOwnPortal = hosts.some((host) => trustedHosts.some((domain) => isWithin(host, normaliseDomain(domain))))
  if (service !== undefined && (leadsThere || (invites && hosts.length > 0))) return { service: service.name, hosts }
  return invites && onOwnPortal ? { hosts } : undefined
}

/** Whether it asks to open a message, and hardly says more. */
export const invitesToOpen = (mail: PlainMail): boolean =>
  invitation.test(`${mail.subject}\n${textOf(mail)}`) && textOf(mail).length < longestInvitation

/** A lure in the shape of such a mail: it names a service or invites to open a message, and its links lead to neither. */
export const isLure = (mail: PlainMail): boolean => {
  const said = `${mail.subject}\n${textOf(mail)}`
  const names = secureMailServices.some(({ name }) => said.toLowerCase().includes(name.toLowerCase()))
  return (names || secureMessage.test(said)) && invitation.test(said) && mail.linkHosts.length > 0
}

const serviceOfLinks = ({ linkHosts }: PlainMail): SecureMailService | undefined =>
  secureMailServices.find(({ hosts }) => hosts.some((known) => linkHosts.some((host) => isWithin(host, known))))

const serviceOfSubject = ({ subject }: PlainMail): SecureMailService | undefined =>
  secureMailServices.find(({ subjects }) => subjects.some((pattern) => pattern.test(subject)))

/** In characters. */
const longestInvitation = 3000
const secureMessage =
  /\b(?:beveiligde?|veilige?|versleutelde?|vertrouwelijke?|secure|encrypted)\s+(?:e-?mail|mail|bericht|message)/i
const invitation =
  /\b(?:klik|open|lees|bekijk|click|read|view)\b.{0,60}\b(?:bericht|message|e-?mail|document|bestand|link|knop|button)\b|\b(?:bericht|message|e-?mail|document|bestand)\b.{0,60}\b(?:openen|lezen|bekijken|ophalen|downloaden|klaar|ontvangen|waiting)\b|\b(?:beveiligde?|veilige?|versleutelde?|vertrouwelijke?|secure|encrypted)\s+(?:e-?mail|mail|bericht|message)/is

/**
 * A mail that brings the code which opens one message once. One that only says how to come by a code ('u vraagt een verificatiecode aan')
 * announces a message, and so does one with the link to it, unless it is about its code and hardly about more.
 */
export const isCodeMail = (mail: PlainMail): boolean => {
  const said = `${mail.subject}\n${textOf(mail)}`
  if (textOf(mail).length > longestInvitation || !anyDigits.test(said)) return false
  if (codeSubject.test(mail.subject) || isNamedByService(mail.subject)) return true
  if (textOf(mail).length < longestCode && codeGiven.test(said)) return true
  if (mail.linkHosts.length > 0 && invitesToOpen(mail)) return false
  return (isNamedByService(said) || codeInText.test(said)) && digitsOfCode.test(said)
}

const isNamedByService = (said: string): boolean =>
  secureMailServices.some(({ codeMails }) => codeMails.some((pattern) => pattern.test(said)))

const anyDigits = /\d\D?\d/
/** Also apart: '482 913'. No telephone number, no date, nothing that is part of a longer word. */
const digitsOfCode = /(?<![\p{L}\d+-])(?!0\d[\d ]{8,}|20\d{6}\b)\d(?:[\d ]{2,8})\d(?![\p{L}\d])/u

/** In characters: a mail that is little more than its code. */
const longestCode = 600
/** 'Uw code: 482913', 'uw pincode is 4821', '482913 is uw ZIVVER-code'; no code of a product or a customer. */
const codeGiven =
  /\b(?:uw|je|jouw|your) (?:(?:eenmalige|persoonlijke|tijdelijke|zivver|smartlockr|secumailer|zorgmail)[ -])?(?:pin|sms-?|toegangs|verificatie|bevestigings|inlog|beveiligings)?-?code(?: (?:is|luidt|voor .{1,60} is))?\s*:?\s*(?=[a-z]{0,5}[ -]?\d)[a-z0-9]{2,8}(?:[ -][a-z0-9]{2,6}){0,2}(?![\p{L}\d])|(?<![\p{L}\d])\d[\d ]{2,8}\d is (?:uw|je|jouw|your) (?:[\p{L}-]+ ){0,2}(?:[\p{L}]+-)?(?:pin|toegangs|verificatie)?code\b/iu

const codeSubject =
  /\b(?:toegangs|verificatie|bevestigings|inlog|beveiligings|eenmalige|sms-|e-mail)\s?code\b|\bone-?time (?:code|passcode|password)\b|\b(?:verification|access|security|login) code\b/i
const codeInText =
  /\b(?:(?:uw|je|de|deze) (?:eenmalige )?(?:toegangs|verificatie|bevestigings|inlog|beveiligings)?code (?:is|luidt|om)\b|eenmalige code\b|one-?time code\b|(?:verification|access|security) code\b|(?:gebruik|voer) (?:de |deze )?(?:volgende )?(?:\w+)?code\b|\bcode is (?:\d+ minuten|kort) geldig)/i

/** The secure service says that a mail of ours did not leave: it waits there until somebody finishes it. */
export const isNotSent = (mail: PlainMail): boolean =>
  secureMailServices.some(({ notSent }) =>
    notSent.some((pattern) => pattern.test(mail.subject) || pattern.test(textOf(mail))),
  ) || notSentSubject.test(mail.subject)

const notSentSubject = /^\s*(?:e-?mail|bericht|uw (?:e-?mail|bericht)(?: is)?) (?:is )?niet (?:verzonden|verstuurd)\b/i
