/** Gives a word that is one slip of the finger away from one we know (a letter more, less, other, or two swapped), or the word itself. */
export type Correct = (word: string) => string

/**
 * Known words are found by leaving out one letter on both sides, so a look-up costs as many steps as the word has letters.
 * @param known words that a message may mean, the likelier first @param plain words that are right as they are
 */
export function spelling(known: Iterable<string>, plain: Iterable<string>, shortest: number): Correct {
  const words = new Set(known)
  const right = new Set(plain)
  const byVariant = new Map<string, string>()
  for (const word of words) {
    if (word.length < shortest) continue
    for (const variant of variants(word)) if (!byVariant.has(variant)) byVariant.set(variant, word)
  }
  return (word) => {
    if (words.has(word) || right.has(word) || word.length < shortest || word.length > 30) return word
    const single = word.replace(/(.)\1+/g, '$1')
    if (words.has(single)) return single
    for (const variant of variants(word)) {
      const meant = byVariant.get(variant)
      if (meant !== undefined) return meant
    }
    return word
  }
}

function variants(word: string): string[] {
  return [word, ...Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1))]
}
