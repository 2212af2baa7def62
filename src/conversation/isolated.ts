import { rightToLeft, type Language } from '#src/domain/values/language.ts'

const open = '\u2066'
const close = '\u2069'

/** Written out in the language itself, or one piece of digits that turns round by no rule: '10:30'. What a sentence holds is isolated in it. */
const ownOrder: ReadonlySet<string> = new Set(['day', 'time', 'open_day', 'open_time', 'opening'])

/**
 * In a text from right to left, '010 123 45 67' is shown with its groups in the opposite order, '09:00-17:00' begins with its end, and a
 * street that begins with a digit is torn apart. So what holds a digit is put between Unicode isolates (LRI, PDI). A name in Latin letters
 * keeps its order by itself and goes without: each pair takes two of the 134 characters that two SMS have.
 *
 * This costs no SMS its alphabet: a text in one of these scripts is UCS-2 anyhow, and both characters are in it. A phone that is too old to
 * know them (before Android 6, iOS 8) shows nothing for them, or two small boxes, and the number in the wrong order, as without them.
 */
export function isolated(words: Readonly<Record<string, unknown>>, language: Language): Record<string, unknown> {
  if (!rightToLeft.has(language)) return { ...words }
  return Object.fromEntries(
    Object.entries(words).map(([name, word]) => [name, typeof word === 'string' ? around(name, word) : word]),
  )
}

const around = (name: string, word: string): string =>
  ownOrder.has(name) || !/\d/.test(word) ? word : `${open}${word}${close}`
