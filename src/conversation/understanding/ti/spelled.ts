/** Letters that sound alike, which people write for one another: of Eritrea and of Tigray, or as the phone offers them. */
const alike: readonly (readonly [string, string])[] = [
  ['ኣ', 'አ'],
  ['ጸጹጺጻጼጽጾ', 'ፀፁፂፃፄፅፆ'],
  ['ሓ', 'ሐ'],
  ['ዓ', 'ዐ'],
  ['ሃ', 'ሀ'],
  ['ቐቑቒቓቔቕቖ', 'ቀቁቂቃቄቅቆ'],
  ['ጉኩቁ', 'ጒኵቊ'],
]

const most = 16

/** A word as it may be written, itself first. */
export function spellings(word: string): string[] {
  return alike.reduce<string[]>(
    (known, [from, to]) =>
      known.length >= most || ![...from].some((letter) => word.includes(letter))
        ? known
        : [...known, ...known.map((one) => one.replace(/./gu, (letter) => to[from.indexOf(letter)] ?? letter))],
    [word],
  )
}

/** A phrase with every spelling of its words. */
export const spelled = (phrase: string): string =>
  phrase
    .split(' ')
    .map((part) => {
      const mark = part.startsWith('?') ? '?' : ''
      const words = part.slice(mark.length).split('/')
      return mark + [...new Set(words.flatMap(spellings))].join('/')
    })
    .join(' ')

/** The same for what is looked up by word. */
export const spelledKeys = <V>(table: Readonly<Record<string, V>>): Record<string, V> =>
  Object.fromEntries(Object.entries(table).map(([phrase, value]) => [spelled(phrase), value]))
