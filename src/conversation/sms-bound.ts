import type { Language } from '#src/domain/values/language.ts'
import { lettersOf } from './plain-words.ts'

/** Two parts come as one message on every phone, and cost what we reckon with. */
const usual = 2

/**
 * Why a text in Cyrillic, Arabic or Ethiopic letters may take more: there two parts hold 134 characters in all, where Latin ones hold 306.
 * Names, day, place and address fill those by themselves (132 in the example that is counted with), and the numbered choices are what lets
 * somebody answer with one digit. Leaving out the place or the choices would save a part and lose an appointment. See decision 0035.
 */
const moreInOwnScript: Readonly<Record<string, number>> = {
  invitation: 4, // who writes, the coach, day, place and address, STOP, the question, three choices
  reminder: 3,
  day_before: 3,
  new_date: 3,
  no_show_follow_up: 3, // what happens without an answer must stand there, and three choices
  crisis: 3, // no number that helps is left out
  choose_slot_reminder: 3, // three times with their day, and what happens if none suits
  ask_reason: 4, // nine reasons; who must type a reason in words says more than we ask
  not_understood: 4, // the same choices again
  text_only: 4, // and here
}

export const isOwnScript = (language: Language): boolean => lettersOf[language] === 'script'

export const mostSegments = (language: Language, text: string): number =>
  isOwnScript(language) ? (moreInOwnScript[text] ?? usual) : usual
