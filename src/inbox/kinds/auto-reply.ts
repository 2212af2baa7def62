import { headerOf, type PlainMail } from '../parse-mail.ts'
import { textOf } from '../text-of.ts'

/**
 * Whether a machine answered for somebody: out of office, a read receipt, a confirmation of arrival. It is never answered (RFC 3834).
 * `Auto-Submitted: auto-generated` is none: notifications of a secure mail service and of a municipality's own form carry it too.
 * X-Auto-Response-Suppress only asks others not to answer, and says nothing about the mail itself.
 */
export const isAutoReply = (mail: PlainMail): boolean =>
  isMarkedAutoReply(mail) || subject.test(mail.subject) || (textOf(mail).length < longestAway && saysItIs(mail))

/** The machine itself says so: nobody wrote this. Words can also be those of somebody who is away on Wednesdays, and refers a person. */
export const isMarkedAutoReply = (mail: PlainMail): boolean =>
  /^\s*auto-replied\b/i.test(headerOf(mail, 'auto-submitted')) ||
  readReceipt.test(headerOf(mail, 'content-type')) ||
  /^\s*(?:auto[_-]?reply|autoreply)\b/i.test(headerOf(mail, 'precedence')) ||
  answering.some((name) => /\S/.test(headerOf(mail, name))) ||
  machineSubject.test(mail.subject)

const saysItIs = (mail: PlainMail): boolean => {
  const text = textOf(mail)
  const mayBeAway = isAnswer.test(mail.subject) || ofNobody(mail, onLeave.test(mail.subject) || isMachineMade(mail))
  return (mayBeAway && away.test(text)) || saysSo.test(text) || confirms(mail)
}

/** A program of a municipality refers people too, and a consulent who does may be away on Wednesdays. */
const ofNobody = (mail: PlainMail, byItself: boolean): boolean =>
  byItself && !tellsOfSomebody.test(`${mail.subject}\n${textOf(mail)}`)

const isMachineMade = (mail: PlainMail): boolean =>
  /^\s*auto-/i.test(headerOf(mail, 'auto-submitted')) || /\b(?:bulk|junk)\b/i.test(headerOf(mail, 'precedence'))

/** 'Wij hebben uw bericht ontvangen', when something shows that nobody wrote it. */
const confirms = (mail: PlainMail): boolean => {
  const said = `${mail.subject}\n${textOf(mail)}`
  const nobodyWroteIt = isMachineMade(mail) || byMachine.test(said) || noReply.test(mail.from ?? '')
  return received.test(said) && ofNobody(mail, nobodyWroteIt)
}

const readReceipt = /^\s*multipart\/report\b(?=.*report-type\s*=\s*"?disposition-notification)/is
const answering = ['x-autoreply', 'x-autorespond', 'x-autoresponder']
/** As mail programs put before the subject that they answer. */
const machineSubject =
  /^\s*(?:automatisch antwoord|automatic reply|auto(?:matisch)?[ -]?(?:reply|antwoord)|out of (?:the )?office|(?:niet )?gelezen|(?:not )?read|abwesenheitsnotiz|réponse automatique)\s*:/i
const subject =
  /^\s*(?:automati(?:sch antwoord|sche reactie|c reply)|auto(?:matisch)?[ -]?(?:reply|antwoord)|out of (?:the )?office|ik ben er (?:even )?niet\b|afwezig(?:heid)?(?:sbericht|smelding)?\b|niet aanwezig|buiten kantoor|ontvangstbevestiging|abwesenheit|réponse automatique|(?:niet )?gelezen:|(?:not )?read:)/i
const onLeave =
  /^\s*(?:(?:zwangerschaps|ouderschaps|zorg|ziekte|geboorte|calamiteiten)?verlof|vakantie(?:bericht|melding)?|met vakantie|on leave|(?:annual|maternity|parental) leave|vacation|holiday)\s*[!.]*\s*$/i
const received =
  /\b(?:uw|je|jouw) (?:e-?mail|mail|bericht|reactie|vraag)(?:bericht)?\b.{0,40}\b(?:ontvangen|aangekomen|binnengekomen)\b|\bontvangst van (?:uw|je) (?:e-?mail|mail|bericht)|\breceived your (?:e-?mail|message)|\byour (?:e-?mail|message) (?:has been|was) received/is
const byMachine =
  /\bautomatisch(?:e)?\b|\bautomat(?:ed|ic)\b|\b(?:op )?(?:dit|deze) (?:bericht|e-?mail|mail) (?:kunt|kun|kan) (?:u|je)? ?niet\b|\bniet (?:op (?:dit|deze) (?:bericht|e-?mail|mail) )?(?:reageren|antwoorden|beantwoorden)\b|\bdo not reply\b/i
const noReply = /^(?:no-?_?reply|do-?not-?reply|geen-?antwoord|niet-?beantwoorden)\b/i
const tellsOfSomebody =
  /\b(?:klant|cli[eë]nt|kandidaat|deelnemer|inwoner|geboortedatum|naam\s*:|nieuwe aanmelding|intake)/i
const isAnswer = /^\s*(?:re|antw|aw|betr)\s*:/i
const away =
  /\bben ik (?:(?:tot|t\/m|van|vanaf|op|met|wegens|vandaag|momenteel|even|helaas|weer)\b.{0,60})?(?:afwezig|niet (?:aanwezig|bereikbaar|op kantoor)|met (?:vakantie|\w*verlof))|\bik ben (?:(?:tot|t\/m|van|vanaf|op|met|wegens|vandaag|momenteel|even|helaas|weer)\b.{0,60})?(?:afwezig|niet (?:aanwezig|op kantoor)|met (?:vakantie|\w*verlof))|\b(?:i am|i'm) (?:currently )?(?:out of (?:the )?office|away|on leave)\b|\b(?:uw|je) (?:e-?mail|mail|bericht) wordt (?:dan |in die periode |tussentijds )?niet (?:gelezen|doorgestuurd|beantwoord)/i
const saysSo =
  /\b(?:dit is een |this is an )?automati(?:sch|c)(?: gegenereerde?| generated)? (?:antwoord|afwezigheidsbericht|reply|response)\b|\bik lees uw (?:e-?mail|bericht) (?:pas |weer )?(?:op |vanaf )?(?:maan|dins|woens|donder|vrij)dag/i
/** In characters: who writes more than this wrote it for us. */
const longestAway = 1500

/**
 * Whether an automatic answer may go back: to nothing that a machine sent, a list passed on or that asks for none, so that two machines
 * never keep each other busy (RFC 3834, section 2).
 */
export const isAnswerable = (mail: PlainMail): boolean =>
  /^(?:no\b|$)/i.test(headerOf(mail, 'auto-submitted')) &&
  !/\b(?:bulk|list|junk|auto[_-]?reply)\b/i.test(headerOf(mail, 'precedence')) &&
  !/\b(?:all|autoreply)\b/i.test(headerOf(mail, 'x-auto-response-suppress')) &&
  ofList.every((name) => headerOf(mail, name) === '') &&
  headerOf(mail, 'return-path') !== '<>' &&
  !isAutoReply(mail)

const ofList = ['list-id', 'list-unsubscribe', 'list-post']
