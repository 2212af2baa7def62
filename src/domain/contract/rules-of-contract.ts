import { describeTerm } from '#src/domain/values/term-length.ts'
import { absenceReasons } from './absence-reason.ts'
import { absenceReasonWords } from './absence-reason-words.ts'
import type { AbsenceReasonRule, Basis, Contract, TermLength } from './contract.ts'

/** One rule of a contract file, in Dutch words, with where it comes from. */
export interface ContractRule {
  /** Keys from the top of the file, as `terms.intake_by`. */
  readonly path: string
  readonly words: string
  readonly basis: Basis
}

const within = (rule: { readonly within: TermLength }): string => `binnen ${describeTerm(rule.within)}`

function hourRules({ office_hours: office, sending_hours: sending }: Contract): ContractRule[] {
  return [
    { path: 'office_hours', words: `bereikbaar op werkdagen van ${office.from} tot ${office.to}`, basis: office.basis },
    {
      path: 'sending_hours',
      words: `een gesprek beginnen op werkdagen van ${sending.from} tot ${sending.to}`,
      basis: sending.basis,
    },
  ]
}

function planningRules({ terms, day_before_reminder: dayBefore }: Contract): (ContractRule | undefined)[] {
  const { invite_by: invite, intake_by: intake, invitation_lead: invitation, reminder_lead: reminder } = terms
  const ahead = (lead: typeof invitation): string => `minstens ${describeTerm(lead.at_least)} voor de afspraak`
  return [
    invite && { path: 'terms.invite_by', words: `uitgenodigd ${within(invite)} na de aanmelding`, basis: invite.basis },
    { path: 'terms.intake_by', words: `intake gehouden ${within(intake)} na de aanmelding`, basis: intake.basis },
    { path: 'terms.invitation_lead', words: `uitnodiging ${ahead(invitation)}`, basis: invitation.basis },
    { path: 'terms.reminder_lead', words: `herinnering ${ahead(reminder)}`, basis: reminder.basis },
    dayBefore && {
      path: 'day_before_reminder',
      words: `korte herinnering op de werkdag ervoor om ${dayBefore.at}`,
      basis: dayBefore.basis,
    },
  ]
}

const clockWords: Readonly<Record<Contract['no_show']['clock'], string>> = {
  appointment_start: 'die termijn loopt vanaf het begin van de gemiste afspraak',
  reaction_window_end: 'die termijn loopt vanaf het eind van de reactietijd',
}

function noShowRules({ terms, no_show: noShow, words }: Contract): (ContractRule | undefined)[] {
  const { no_show_notice: notice, reaction_window: window, absence_notice: absence } = terms
  const whom = absence?.for === 'raised_risk' ? ' bij een verhoogd of niet vermeld risico' : ''
  return [
    {
      path: 'terms.no_show_notice',
      words: `wegblijven gemeld aan de ${words.consulent} ${within(notice)}`,
      basis: notice.basis,
    },
    notice.without_risk && {
      path: 'terms.no_show_notice.without_risk',
      words: `wegblijven zonder verhoogd risico gemeld aan de ${words.consulent} ${within(notice)}`,
      basis: notice.without_risk,
    },
    { path: 'no_show', words: clockWords[noShow.clock], basis: noShow.basis },
    window && {
      path: 'terms.reaction_window',
      words: `tijd om na wegblijven te reageren: ${describeTerm(window.within)}`,
      basis: window.basis,
    },
    absence && {
      path: 'terms.absence_notice',
      words: `ook afgezegde en verzette afspraken gemeld ${within(absence)}${whom}`,
      basis: absence.basis,
    },
  ]
}

function conditions(rule: AbsenceReasonRule, consulent: string): string {
  const parts = [
    rule.on_the_day && 'op de dag zelf',
    rule.at_most && `hoogstens ${describeTerm(rule.at_most)}`,
    rule.needs_consent && `met toestemming van de ${consulent}`,
    rule.proof && 'met bewijs',
  ].filter((part) => typeof part === 'string')
  return parts.length > 0 ? ` (${parts.join(', ')})` : ''
}

/** That a consulent hears whether a reason is valid and not which it was is how the software works; only the other way is a rule of a contract. */
function listWords({ open_list: open, told_to_consulent: told, reasons }: Contract['absence']): string {
  const alsoReason = told === 'reason' ? '; ook de reden wordt gemeld' : ''
  if (Object.keys(reasons).length === 0) return `een mens weegt elke afmelding${alsoReason}`
  return `${open ? 'een andere reden gaat naar een mens' : 'de lijst van redenen is gesloten; een mens beslist'}${alsoReason}`
}

function absenceRules({ absence, words }: Contract): ContractRule[] {
  const listed = absenceReasons.flatMap((reason) => {
    const rule = absence.reasons[reason]
    if (!rule) return []
    const said = `geldige reden: ${absenceReasonWords[reason]}${conditions(rule, words.consulent)}`
    return [{ path: `absence.reasons.${reason}`, words: said, basis: rule.basis }]
  })
  const photo = absence.proof_photo && {
    path: 'absence.proof_photo',
    words: 'bewijs mag ook als foto of PDF worden gestuurd; bewaard tot het is bekeken, hoogstens 28 dagen',
    basis: absence.proof_photo.basis,
  }
  return [...listed, ...(photo ? [photo] : []), { path: 'absence', words: listWords(absence), basis: absence.basis }]
}

function questionRule({ terms: { question_answer: answer } }: Contract): ContractRule {
  return { path: 'terms.question_answer', words: `een vraag echt beantwoord ${within(answer)}`, basis: answer.basis }
}

/** Every rule that a contract file holds, in the order in which a journey meets them. */
export const rulesOfContract = (contract: Contract): ContractRule[] =>
  [
    ...hourRules(contract),
    ...planningRules(contract),
    questionRule(contract),
    ...absenceRules(contract),
    ...noShowRules(contract),
  ].filter((rule) => rule !== undefined)
