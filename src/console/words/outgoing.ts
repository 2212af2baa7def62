import type { MessagePurpose } from '#src/domain/journey/message-purpose.ts'
import type { MailPurpose } from '#src/services/notice-facts.ts'
import type { OutgoingStatus } from '#src/services/ports/outgoing.ts'
import type { Badge } from './stage.ts'

export const messageWords: Readonly<Record<MessagePurpose, string>> = {
  invitation: 'Uitnodiging',
  reminder: 'Herinnering',
  day_before: 'Herinnering van de dag ervoor',
  no_show_follow_up: 'Bericht na het niet komen',
}

export const noticeWords: Readonly<Record<MailPurpose, string>> = {
  no_show: 'Melding: niet verschenen',
  attendance_unknown: 'Melding: aanwezigheid nog niet bekend',
  absence: 'Melding: afgemeld of verzet',
  correction: 'Aanvulling op een eerdere melding',
  task_opened: 'Nieuwe taak',
  task_half: 'Herinnering aan een taak',
  task_due: 'Taak had klaar moeten zijn',
  mail_waiting: 'Er wacht iets',
  receipt: 'Ontvangstbericht',
  stray_crisis: 'Noodsignaal van een onbekend of gedeeld nummer',
}

/** What became of something that leaves. 'sent' of a mail is all that a mail server tells. */
export const statusBadges: Readonly<Record<OutgoingStatus, Badge>> = {
  waiting: { tone: 'calm', words: 'wacht op verzenden' },
  sending: { tone: 'calm', words: 'gaat nu weg' },
  sent: { tone: 'ok', words: 'verstuurd' },
  delivered: { tone: 'ok', words: 'aangekomen' },
  unknown: { tone: 'warn', words: 'onzeker of het aankwam; wordt nagezocht' },
  failed: { tone: 'bad', words: 'niet aangekomen' },
  cancelled: { tone: 'calm', words: 'niet meer nodig' },
  expired: { tone: 'warn', words: 'te laat, niet verstuurd' },
  rejected: { tone: 'warn', words: 'tegengehouden' },
}
