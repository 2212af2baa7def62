/**
 * A text without the sentences that stand in every mail of one municipality: nothing is read in them. Only where one stands whole, between
 * the beginning of a line or the end of a sentence and such an end, however a mail program broke and quoted its lines.
 */
export const withoutStanding = (text: string, sentences: readonly string[] = []): string =>
  sentences.reduce((left, sentence) => left.replace(patternOf(sentence), ''), text)

const known = new Map<string, RegExp>()

const patternOf = (sentence: string): RegExp => {
  const pattern = known.get(sentence) ?? makePattern(sentence)
  known.set(sentence, pattern)
  return pattern
}

/** What mail programs put between two words, or before a line. Bounded: a hostile mail has megabytes of it. */
const between = '[\\s>*_|-]{1,40}'
const before = '(?<=^[\\s>*_|-]{0,40}|[.!?]\\s{1,40})'
const behind = '(?:[.!?]+(?=[\\s*_|]|$)|(?=[\\s*_|]{0,40}$))'

const makePattern = (sentence: string): RegExp => {
  const words = sentence
    .replace(/[.!?\s]+$/, '')
    .trim()
    .split(/\s+/)
  return new RegExp(`${before}${words.map((word) => RegExp.escape(word)).join(between)}${behind}`, 'gimu')
}
