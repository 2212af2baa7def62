import { actsFrom } from '#src/conversation/engine.ts'
import type { Option } from '#src/conversation/session.ts'
import { understand } from '#src/conversation/understanding/understand.ts'

/** What was asked before the message, as the flow asks it. */
export const asked = {
  nothing: [],
  coming: [
    { value: 'confirm', label: 'Ja, ik kom' },
    { value: 'other_time', label: 'Andere tijd' },
    { value: 'absence', label: 'Ik kan niet' },
  ],
  slots: [
    { value: 'slot:a', label: 'dinsdag 3 maart om 10:00' },
    { value: 'slot:b', label: 'donderdag 5 maart om 14:00' },
    { value: 'slot:c', label: 'donderdag 5 maart om 15:30' },
    { value: 'none', label: 'Geen van deze' },
  ],
  oneSlot: [
    { value: 'slot:a', label: 'dinsdag 3 maart om 10:00' },
    { value: 'none', label: 'Geen van deze' },
  ],
  reason: [
    { value: 'reason:illness', label: 'Ik ben ziek' },
    { value: 'reason:child_ill', label: 'Mijn kind is ziek' },
    { value: 'reason:work', label: 'Werk of stage' },
    { value: 'reason:other', label: 'Anders, of zeg ik niet' },
  ],
  missed: [
    { value: 'other_time', label: 'Andere tijd' },
    { value: 'absence', label: 'Ik kan niet' },
    { value: 'person', label: 'Ik wil iemand spreken' },
  ],
} as const satisfies Record<string, readonly Option[]>

export type Asked = keyof typeof asked

/** What a message does after a question: 'confirm', 'absence illness', 'choose slot:a', or 'ask' when the bot may not act on it. */
export function meaning(message: string, after: Asked): string {
  const { intent, confidence, reason, choice } = understand(message, {
    asked: asked[after],
    language: 'nl',
    planned: 'dinsdag 3 maart om 10:00',
  })
  if (intent === 'unclear' || (confidence < actsFrom && intent !== 'crisis')) return 'ask'
  return [intent, choice, reason].filter((part) => part !== undefined).join(' ')
}
