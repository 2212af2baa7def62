import { describeTerm } from '#src/domain/values/term-length.ts'
import type { Contract } from '../contract.ts'
import type { ContractFinding } from '../contract-finding.ts'
import { roughWorkdays } from '../rough-workdays.ts'

/** The planner keeps a workday for a second channel when the first does not deliver. */
const fallbackWorkdays = 1

function inviteAfterIntake({ terms }: Contract): ContractFinding[] {
  const { invite_by: invite, intake_by: intake } = terms
  if (!invite || roughWorkdays(invite.within) <= roughWorkdays(intake.within)) return []
  return [
    {
      path: ['terms', 'invite_by', 'within'],
      message: `Uitnodigen mag ${describeTerm(invite.within)} duren, langer dan tot de intake (${describeTerm(intake.within)}).`,
      advice: 'Maak `invite_by` hoogstens even lang als `intake_by`.',
    },
  ]
}

function leadThatNeverFits({ terms }: Contract, key: 'invitation_lead' | 'reminder_lead'): ContractFinding[] {
  const lead = terms[key].at_least
  if (roughWorkdays(lead) + fallbackWorkdays < roughWorkdays(terms.intake_by.within)) return []
  const left = describeTerm(terms.intake_by.within)
  return [
    {
      path: ['terms', key, 'at_least'],
      message: `${describeTerm(lead)} vooraf en een werkdag om het nog eens te proberen passen nooit binnen de ${left} tot de intake.`,
      advice: `Maak \`${key}\` korter of \`intake_by\` langer; anders is geen enkele afspraak op tijd te plannen.`,
    },
  ]
}

function reminderBeforeInvitation({ terms }: Contract): ContractFinding[] {
  const { invitation_lead: invitation, reminder_lead: reminder } = terms
  if (roughWorkdays(reminder.at_least) <= roughWorkdays(invitation.at_least)) return []
  return [
    {
      path: ['terms', 'reminder_lead', 'at_least'],
      message: `De herinnering moet er ${describeTerm(reminder.at_least)} vooraf zijn, eerder dan de uitnodiging (${describeTerm(invitation.at_least)}).`,
      advice: 'Maak `reminder_lead` hoogstens even lang als `invitation_lead`.',
    },
  ]
}

function clockWithoutWindow({ terms, no_show: noShow }: Contract): ContractFinding[] {
  if (noShow.clock !== 'reaction_window_end' || terms.reaction_window) return []
  return [
    {
      path: ['no_show', 'clock'],
      message: 'De termijn van de melding begint na de reactietijd, maar er is geen reactietijd.',
      advice: 'Voeg `terms.reaction_window` toe, of kies `clock: appointment_start`.',
    },
  ]
}

export const checkTerms = (contract: Contract): ContractFinding[] => [
  ...inviteAfterIntake(contract),
  ...leadThatNeverFits(contract, 'invitation_lead'),
  ...leadThatNeverFits(contract, 'reminder_lead'),
  ...reminderBeforeInvitation(contract),
  ...clockWithoutWindow(contract),
]
