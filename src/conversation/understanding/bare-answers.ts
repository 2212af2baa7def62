import { slotOf, type Option, type Understood } from '../session.ts'

/** A bare yes agrees to what was asked; when the question was not a yes-or-no one, it tells nothing. */
export function yesTo(asked: readonly Option[]): Understood {
  if (offers(asked, 'confirm')) return { intent: 'confirm', confidence: 0.95 }
  const [slot, second] = asked.filter((option) => slotOf(option.value) !== undefined)
  if (slot !== undefined && second === undefined) return { intent: 'choose', choice: slot.value, confidence: 0.9 }
  return { intent: 'confirm', confidence: asked.length === 0 ? 0.75 : 0.5 }
}

/** A bare no to an appointment is not coming, which only leads to the question why; to times it is none of them. */
export function noTo(asked: readonly Option[]): Understood {
  if (offers(asked, 'none')) return { intent: 'choose', choice: 'none', confidence: 0.9 }
  return { intent: 'absence', confidence: offers(asked, 'confirm') ? 0.8 : 0.5 }
}

/** 'Oke': agreed to what was asked, else no more than 'seen'. */
export function fineTo(asked: readonly Option[]): Understood {
  if (offers(asked, 'confirm')) return { intent: 'confirm', confidence: 0.85 }
  return { intent: 'thanks', confidence: asked.length === 0 ? 0.85 : 0.6 }
}

function offers(asked: readonly Option[], value: string): boolean {
  return asked.some((option) => option.value === value)
}
