import { participantWords, peopleAround } from './role-words.ts'
import { foldLabel } from './fold-label.ts'

/**
 * A phone label in other words than a list has: the participant's when all further words are of a number ('Telefoon mobiel 1', 'Tel. overdag'),
 * somebody else's, and so unwanted, when any is not ('Telefoon moeder', 'Mobiel wijkcoach'): nobody's number but the participant's is taken.
 */
export const phoneOfLabel = (label: string): 'phone' | 'unwanted' | undefined => {
  if (!kind.test(label)) return undefined
  if (ofParticipant.test(label)) return 'phone'
  return ofAnother.test(label) ? 'unwanted' : undefined
}

/** Whether words behind or in a label say that what it asks is of somebody else than the participant: '(van moeder)', '(contactpersoon)'. */
export const namesAnother = (words: string): boolean => {
  const folded = foldLabel(words)
  return anybodyElse.test(folded) || (/^van(?!toepassing)/.test(folded) && !namesParticipant.test(folded))
}

const longestFirst = (words: readonly string[]): string =>
  [...new Set(words.map(foldLabel))].toSorted((one, other) => other.length - one.length).join('|')

const kinds =
  'telefoonnummers?|telefoonnrs?|telefoonno|telefoon|telnummers?|telnrs?|telno|tel|mobielnummer|mobiel(?:e|tje)?|mobilephone|mobile|mobnr|mob|gsm|cellphone|cell|phonenumber|phone'
const kind = new RegExp(`^(?:${kinds})`)

const participants = longestFirst([
  ...participantWords,
  'mevrouw',
  'mevr',
  'mw',
  'meneer',
  'dhr',
  'heer',
  'hem',
  'haar',
])
const namesParticipant = new RegExp(participants)
/** No word of these is made of others: what can be read in two ways takes a hostile label to the power of its length. */
const ofNumber =
  'nummers?|nrs?|no|number|num|vaste?|lijn|aansluiting|thuis|home|prive|private|persoonlijke?|eigen|whatsapp|sms|landlijn|netnummer|contact|actueel|actuele|huidige?|nieuwe?|juiste?|correcte?|nederlandse?|nl|overdag|savonds|avond|ochtend|middag|eerste|tweede|alternatief|extra|1e|2e|verplicht|optioneel|invullen|indien|bekend|bereikbaar(?:heid)?|telefonisch|te|bereiken|waarop|waaronder|op|onder|bij|voorkeur|is|zijn|wordt|het|de|een|van|vd|v|der|den|voor|en|of|and|or|the|of|goed|meest|gebruikt'
const ofParticipant = new RegExp(`^(?:${kinds}|${ofNumber}|${participants}|\\d)*(?:s?)$`)

/** Behind a whole word for a phone anybody can be named; behind a short one only who is known, since 'mobiliteit' and 'telling' begin alike. */
const anybody = longestFirst(peopleAround)
const ofAnother = new RegExp(
  `^(?:telefoonnummer|telefoonnr|telnr|telnummer|telefoon(?!gesprek|taal|toestel|tje|tolk|isch)|mobielnummer|mobiel(?!e?data)|gsm|(?:tel|mob)(?:van|vd)?(?:de|het|mijn|zijn|haar)?(?:${anybody}))`,
)
const stems =
  'begeleid|verlener|consulent|regisseur|manager|adviseur|docent|huisarts|werkgever|school|instelling|organisatie|bewind|curator|mentor|partner|echtgeno|kind|(?<!statush)ouder|gemachtigde|contactpersoon|noodcontact|tolkenbureau|medewerker|coach|maatje'
const anybodyElse = new RegExp(
  `(?:${stems}|${longestFirst(peopleAround.filter((word) => foldLabel(word).length > 3))}|^(?:van|v)?(?:de)?(?:${anybody})$)`,
)
