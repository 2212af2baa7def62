/** Gives a word that is one slip of the finger away from one we know (a letter more, less, other, or two swapped), or the word itself. */
export type Correct = (word: string) => string

/** So many letters at most has a word that is looked at. */
const longest = 30

/**
 * Known words are kept by their length with their first and with their last letter: one slip leaves one of the two, so only few need to be
 * compared.
 * @param known words that a message may mean, the likelier first @param plain words that are right as they are
 */
export function spelling(known: Iterable<string>, plain: Iterable<string>, shortest: number): Correct {
  const words = new Set(known)
  const right = new Set(plain)
  const near = new Map<string, string[]>()
  const rank = new Map<string, number>()
  for (const word of words) {
    if (word.length < shortest) continue
    rank.set(word, rank.size)
    for (const place of placesOf(word, word.length)) {
      const there = near.get(place)
      if (there) there.push(word)
      else near.set(place, [word])
    }
  }
  const likeliest = (word: string): string | undefined => {
    let best: string | undefined
    for (const length of [word.length, word.length - 1, word.length + 1])
      for (const place of placesOf(word, length))
        for (const other of near.get(place) ?? [])
          if (isOneSlip(word, other) && (best === undefined || (rank.get(other) ?? 0) < (rank.get(best) ?? 0)))
            best = other
    return best
  }
  return (word) => {
    if (words.has(word) || right.has(word) || word.length < shortest || word.length > longest) return word
    const single = word.replace(/(.)\1+/g, '$1')
    if (words.has(single)) return single
    return likeliest(word) ?? word
  }
}

const placesOf = (word: string, length: number): [string, string] => [
  `${String(length)}^${word.charAt(0)}`,
  `${String(length)}$${word.charAt(word.length - 1)}`,
]

/** A letter more, less, other, or two neighbours swapped. */
function isOneSlip(one: string, other: string): boolean {
  const most = Math.min(one.length, other.length)
  let start = 0
  while (start < most && one.charCodeAt(start) === other.charCodeAt(start)) start++
  let end = 0
  while (end < most - start && one.charCodeAt(one.length - 1 - end) === other.charCodeAt(other.length - 1 - end)) end++
  const [left, missed] = [one.length - start - end, other.length - start - end]
  if (left <= 1 && missed <= 1) return true
  return left === 2 && missed === 2 && one[start] === other[start + 1] && one[start + 1] === other[start]
}
