/** How likely it is that a participant drops out, as the referral form says: it decides how soon the consulent hears of an absence. */
export type RiskLevel = 'none' | 'raised' | 'problematic'

const words: Readonly<Record<RiskLevel, RegExp>> = {
  none: /\b(?:laag|lage|geen|nee|nihil|minimaal|klein|normaal|gering|none|low|no)\b/u,
  raised: /\b(?:ja|yes|gem|gemiddelde?|midden|verh|verhoogde?|middel|middelmatig|matige?|raised|medium)\b/u,
  problematic: /\b(?:hoog|hoge|groot|aanzienlijk|problematische?|problematic|high)\b/u,
}

const denial =
  /\b(?:geen|niet|no)\s+(?:(?:sprake|van|een|als)\s+)*(?:verhoogde?|hoog|hoge|problematische?|gemiddelde?|raised)\b/gu

/**
 * Reads 'laag', 'gemiddeld', 'problematisch' and the like out of what a form says. Two levels named ('laag tot gemiddeld'): the higher.
 * undefined: nothing that names a level. A contract may then say how to treat that.
 */
export function parseRiskLevel(text: string): RiskLevel | undefined {
  const said = text.toLowerCase().replaceAll(denial, 'geen')
  return (['problematic', 'raised', 'none'] as const).find((level) => words[level].test(said))
}
