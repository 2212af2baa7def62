import type { Journey } from '#src/domain/journey/journey.ts'
import { splitTimerKey, type TimerKind } from '#src/domain/journey/timers.ts'
import { termOf } from './term.ts'

/** What Opkomst will do at a moment, if nothing changes; what is only bookkeeping is left out. */
const words: Readonly<Partial<Record<TimerKind, string>>> = {
  invite: 'De uitnodiging gaat weg',
  remind: 'De herinnering gaat weg',
  day_before: 'De korte herinnering gaat weg',
  ask_coach: 'De coach krijgt de vraag wie er kwam',
  ask_coordinator: 'Als er dan nog niets is ingevuld: de coördinator krijgt de vraag',
  attendance_unknown:
    'Als er dan nog niets is ingevuld: melding aan de consulent dat de aanwezigheid nog niet bekend is',
  follow_up: 'Het bericht na het niet komen gaat weg',
  no_show_notice: 'Zonder reactie: melding aan de consulent dat de deelnemer niet kwam',
  correction: 'De consulent hoort wat er in een eerder bericht niet meer klopt',
  proof: 'Als het bewijs dan niet is gezien: taak voor de coördinator',
  erase_photo: 'De foto van het bewijs wordt gewist, ook als niemand hem bekeek',
  plan_again: 'Als er dan geen nieuwe afspraak is: taak voor de coördinator',
}

const messages: ReadonlySet<TimerKind> = new Set(['invite', 'remind', 'day_before', 'follow_up'])

/** What a timer will do, in Dutch; undefined for what is only bookkeeping. Who gets no messages is called instead. */
export function aheadInWords(key: string, reach: Journey['reach']): string | undefined {
  const { kind, about } = splitTimerKey(key)
  if (reach !== 'phone' && messages.has(kind)) return 'Een bericht kan dan niet weg: taak om te bellen'
  if (kind !== 'term') return words[kind]
  const term = termOf(about)
  return term && `Waarschuwing als dan nog niet gehaald: ${term}`
}
