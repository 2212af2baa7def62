import type { MailOutcome } from '#src/services/ports/mails.ts'
import type { Badge } from './stage.ts'

const badges: Readonly<Record<MailOutcome, Badge>> = {
  journey: { tone: 'ok', words: 'vanzelf een traject' },
  waiting: { tone: 'warn', words: 'wacht op een mens' },
  duplicate: { tone: 'calm', words: 'dubbel' },
  accepted_by_person: { tone: 'ok', words: 'aangenomen door een medewerker' },
  rejected_by_person: { tone: 'calm', words: 'afgehandeld zonder traject' },
}

export const mailBadge = (outcome: MailOutcome | undefined): Badge =>
  outcome ? badges[outcome] : { tone: 'calm', words: 'wordt gelezen' }

/** Why a person sends a mail away: codes, because what is stored beside the ledger stands there in the open. */
export const rejections = {
  'geen-aanmelding': 'Dit is geen aanmelding',
  dubbel: 'Deze aanmelding hebben wij al',
  'niet-voor-ons': 'Dit is niet voor ons bestemd',
  teruggestuurd: 'Ik heb de afzender gevraagd om een nieuwe aanmelding',
} as const
