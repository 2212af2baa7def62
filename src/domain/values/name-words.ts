const prefixes: ReadonlySet<string> = new Set(
  (
    "van von de den der des het 't ’t 's ’s te ter ten op in aan bij onder over tot uit uijt voor vom zum zur zu " +
    "af d' d’ da das do dos du di del della la le les el al ben bin bint ibn ould abu o' y"
  ).split(' '),
)

/** A word that belongs to a family name but does not start it in a list: 'van', 'den', 'el'. */
export const isPrefix = (word: string): boolean => prefixes.has(word.toLowerCase())

const titles: ReadonlySet<string> = new Set(
  (
    'dhr hr heer meneer mijnheer mevr mevrouw mw mej mejuffrouw drs dr ir ing prof mr mrs ms miss fam familie ' +
    'dhr/mevr dhr/mw mw/dhr mevr/dhr heer/mevrouw'
  ).split(' '),
)

const bare = (word: string | undefined): string => (word ?? '').toLowerCase().replaceAll('.', '')

/** Whether the word at this place is a form of address or an academic title; 'de' only as part of 'de heer'. */
export const isTitle = (words: readonly string[], index: number): boolean =>
  titles.has(bare(words[index])) || (bare(words[index]) === 'de' && bare(words[index + 1]).startsWith('heer'))
