const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

const dutchPrefixes = words(`van fan de den der het 't ’t 's ’s te ter ten op in aan bij onder over tot uit uijt voor`)
const otherPrefixes = words(
  `von vom zum zur zu af d' d’ da das do dos du di del della la le les el al ben bin bint ibn ould abu y`,
)

/** In small letters only: 'V.D.' are somebody's initials. */
const shortPrefixes = words(`v.d. v.d vd vd. v/d`)

/** A word that belongs to a family name but does not start it in a list: 'van', 'den', 'el'. */
export const isPrefix = (word: string): boolean => isDutchPrefix(word) || otherPrefixes.has(word.toLowerCase())

export const isDutchPrefix = (word: string): boolean => dutchPrefixes.has(word.toLowerCase()) || shortPrefixes.has(word)

/** What stands between two family names: 'Jansen - de Boer', 'Jansen e/v de Boer', 'de Boer geb. Jansen'. */
export const isJoiner = (word: string): boolean => /^(?:[-–—]|e\/v|e\.v\.|geb\.?|geboren)$/iu.test(word)

const titles = words(
  `dhr hr heer meneer mijnheer mevr mevrouw mw mej mejuffrouw drs dr ir ing prof mr mrs ms miss fam familie
   dhr/mevr dhr/mw mw/dhr mevr/dhr heer/mevrouw`,
)

const bare = (word: string | undefined): string => (word ?? '').toLowerCase().replaceAll('.', '')

/** Whether the word at this place is a form of address or an academic title; 'de' only as part of 'de heer'. */
export const isTitle = (name: readonly string[], index: number): boolean =>
  titles.has(bare(name[index])) || (bare(name[index]) === 'de' && bare(name[index + 1]).startsWith('heer'))

/** 'IJSBRAND' to 'IJsbrand', 'JAN-WILLEM' to 'Jan-Willem', "O'BRIEN" to "O'Brien". */
export const calmWord = (word: string): string =>
  word
    .replaceAll(/(?<=\p{L})İ/gu, 'i')
    .replaceAll(/(?<!\p{L})(IJ|\p{L})([\p{L}\p{M}]*)/gu, (_, head: string, rest: string) => head + rest.toLowerCase())
