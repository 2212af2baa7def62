import { parseLanguage } from '#src/domain/values/language.ts'
import { parseRiskLevel, type RiskLevel } from '#src/domain/values/risk-level.ts'

/**
 * Whether an interpreter is asked for. What goes with a yes or a no ('Ja, Arabisch', 'nee, spreekt goed Nederlands') is passed over; what takes
 * it back, or leaves both standing ('ja/nee'), is a doubt.
 */
export const asksInterpreter = (text: string): boolean | undefined => {
  const said = crossed(
    text
      .toLowerCase()
      .replaceAll('*', '')
      .replaceAll(/^[\s/|,;]+|[\s.!/|]+$/g, ''),
  )
  if (notAsked.test(said)) return false
  if (leftOpen.test(said) || takesBack.test(said)) return undefined
  if (/^(?:nee|neen|n|no|onwaar|false)(?![\p{L}\p{N}])/u.test(said)) return false
  if (/\b(?:niet|geen|nooit)\b/.test(said)) return undefined
  if (asked.test(said)) return true
  return parseLanguage(text) === undefined ? undefined : true
}

const notAsked =
  /^(?:(?:nee,? )?(?:geen|niet)(?: (?:een |extra )?tolk)?(?: (?:nodig|gewenst|vereist|van toepassing))?|n\.? ?v\.? ?t|0)$/
const asked =
  /^(?:ja|j|yes|y|1|waar|true|(?:een )?tolk(?: is)? (?:nodig|gewenst|vereist)|nodig|graag|(?:zeer )?gewenst|wenselijk|noodzakelijk|vereist|verplicht|telefonisch(?:e tolk)?|tolkentelefoon)(?![\p{L}\p{N}])/u

/** 'Ja/Nee', 'J / N', 'nee of ja': the form's own words, of which nobody crossed one out. */
const leftOpen =
  /^(?:ja|j|yes|y)(?:\s*[/|,;\\–-]\s*|\s+of\s+|\s+)(?:nee|neen|n|no)(?![\p{L}\p{N}])|^(?:nee|neen|n|no)(?:\s*[/|;\\–-]\s*|\s+of\s+|\s+)(?:ja|j|yes|y)(?![\p{L}\p{N}])/u

/** 'O ja  X nee': a cross before one of the two, typed without a box. */
const crossed = (said: string): string => {
  const [, only] =
    /^(?:o |_+ ?)?(?:ja|nee)\s+x ?(ja|nee)$/.exec(said) ?? /^x ?(ja|nee)\s+(?:o |_+ ?)?(?:ja|nee)$/.exec(said) ?? []
  return only ?? said
}

const takesBack =
  /\b(?:maar|tenzij|soms|misschien|mogelijk|eventueel|behalve|alleen|liever|wel|of|zeker|weet|but|maybe|sometimes|unless)\b|\?/

/** Only a level and nothing else: 'nee, wel eens verzuim' says two things, and the level decides how soon the consulent hears. */
export const riskIn = (text: string): RiskLevel | undefined => {
  const value = withoutWhy(withoutReason(text.trim()))
  const letter = riskOfLetter.get(value.toUpperCase())
  if (letter !== undefined) return letter
  if (isAllLevels(value) || notHighest.test(value)) return undefined
  return onlyRisk.test(value.replaceAll(/[()*]/g, '')) ? parseRiskLevel(value) : undefined
}

/** 'Niet hoog' may be low, and may be in between. */
const notHighest = /^(?:niet|geen) (?:(?:zo|erg|zeer) )?(?:hoog|hoge|problematische?)/i

/** 'hoog (i.v.m. eerdere no-show)', '2 (gemiddeld)' */
const withoutReason = (value: string): string => {
  const [, before = '', inside = ''] = /^([^()]+?)\s*\(([^()]*)\)$/.exec(value) ?? []
  if (/^\d$/.test(before)) return inside
  return before !== '' && parseRiskLevel(inside.replaceAll(/no-?show/gi, '')) === undefined ? before : value
}

/** 'hoog, want eerder niet verschenen', 'Hoog - uitgevallen'. Of a low risk only what is called a reason goes with it. */
const withoutWhy = (value: string): string => {
  const { said, why } = whyBehind.exec(value)?.groups ?? otherWords.exec(value)?.groups ?? {}
  return said === undefined || why === undefined || anyLevel.test(why) || takesBack.test(why) ? value : said
}

const whyBehind =
  /^(?<said>[^,.;:–-]{1,30}?)[\s,.;:–-]+(?:want|omdat|aangezien|doordat|vanwege|wegens|gezien|ivm|i\.v\.m\.)\s(?<why>.+)$/is
const otherWords = /^(?<said>(?:hoog|problematisch|verhoogd|gemiddeld)(?: risico)?)\s*(?:,|;|:|\s[–-])\s+(?<why>.+)$/is
const anyLevel = /\b(?:laag|lage|gemiddelde?|midden|verhoogde?|hoog|hoge|problematische?)\b/i

/** Forms that ask for 'L/G/H'. */
const riskOfLetter: ReadonlyMap<string, RiskLevel> = new Map([
  ['L', 'none'],
  ['G', 'raised'],
  ['M', 'raised'],
  ['H', 'problematic'],
])

/** 'laag/hoog': from the lowest to the highest is the form's own choice, which nobody made. */
const isAllLevels = (value: string): boolean => {
  const levels = value.split(/[/,;|]|\bof\b|\s-\s|\ben\b|\btot\b/).map(parseRiskLevel)
  return levels.includes('none') && levels.includes('problematic')
}

const level =
  '(?:(?:zeer|heel|erg|licht|iets|enigszins|vrij|nogal|sterk|matig|extra) )?(?:laag|lage|geen|nee|nihil|minimaal|klein|normaal|gering|none|low|no|ja|yes|gem|gemiddelde?|midden|verh|verhoogde?|middel|middelmatig|matige?|raised|medium|hoog|hoge|groot|aanzienlijk|(?:dreigend )?problematische?|problematic|high)'
const onlyRisk = new RegExp(
  `^(?:(?:nee, )?(?:er is )?(?:geen|niet|no) (?:(?:sprake van|een|als) )*)?${level}(?:(?:,? (?:tot|of|en|/) |, niet | ?[-/] ?)${level})?(?: risico(?:profiel)?)?(?: (?:op )?(?:verzuim|uitval))?\\.?$`,
  'i',
)
