import type { Doubt } from './doubt.ts'

const byMistake =
  '(?:abuis|vergissing|abusievelijk|ongeluk|onrechte|onterecht|foutief|onjuist|verkeerde?|onbedoeld|niet (?:voor|aan) u|niet de (?:\\w+ )?(?:geadresseerde|ontvanger))'
const ifSo = new RegExp(
  `\\b(?:indien|als|mocht(?:en)?|wanneer|ingeval|(?:in|voor) het geval)\\b.{0,120}\\b${byMistake}\\b`,
)
const asked = new RegExp(`^(?:heeft|hebt|ontving|ontvangt|bent|is) (?:u|je|jij|dit|deze)\\b.{0,80}\\b${byMistake}\\b`)
const goesOn = /\bdan\b|\bin dat geval\b|^(?:wij |we |gelieve|u wordt|wilt u|wil je|verwijder|vernietig|gebruik|meld)/

/** The sentence at the foot of most letters about who gets one that was not meant for them, and what it asks in the next. */
const isDisclaimer = (sentence: string, before: string): boolean =>
  ifSo.test(sentence) || asked.test(sentence) || (goesOn.test(sentence) && (ifSo.test(before) || asked.test(before)))

const consent = /\bintrek\w* van (?:\w+ )?toestemming\b|\b(?:uw|je) toestemming (?:\S+ ){0,4}(?:intrek|in te trek)/

const person =
  /\b(?:mevrouw|mevr|mw|meneer|mijnheer|heer|dhr|klant|client|clientes?|kandidaat|deelne(?:mer|emster)|inwoner|hij|zij|ze|hem|haar)\b/
const ours =
  /\b(?:ons|onze|mijn) (?:(?:nieuwe?|directe?|algemene?|vaste?|mobiele?|zakelijke?|eigen|centrale?) )?(?:telefoonnummers?|telefoon|nummers?|mobiel\w*|mailadres\w*|e-?mail\w*|adres\w*|postadres|bezoekadres|kantoor\w*|bankrekening\w*|rekening\w*|iban|werkdagen|openingstijden|naam|website|domein\w*|locatie|afdeling|team)\b/
const weMoved =
  /\b(?:zijn|gaan|hebben) (?:wij|we)\b|\b(?:wij|we) (?:zijn|gaan|verhui\w+)\b|^(?:\S+ ){0,5}?(?:de |het |ons |onze )?(?:gemeente|kantoor|stadhuis|stadskantoor|gemeentehuis|afdeling|werkplein|werkgeversplein|team|dienst|locatie|organisatie|loket|bedrijf|balie)\b/

/** What a letter says of who sends it: a new number of theirs, a town hall that moved. */
const isAboutThem = (sentence: string): boolean =>
  !person.test(sentence) && (ours.test(sentence) || weMoved.test(sentence)) && !/\bandere gemeente\b/.test(sentence)

/** 'Het nummer is onlangs gewijzigd, dit is het nieuwe': the form has it. */
const hasNewOne =
  /\b(?:dit|hierboven|hieronder|bovenstaand|onderstaand|genoemd|vermeld|ingevuld)\S*(?: \S+){0,2}? (?:(?:is|zijn|staat|betreft) )?(?:al |dus |wel )?(?:het|de|zijn|haar) (?:nieuwe|actuele)\b/

/** Whether a doubt comes of a sentence that stands below every mail of theirs. `before`: the sentence that goes before it. */
export const isBoilerplate = (doubt: Doubt, sentence: string, before: string): boolean => {
  if (doubt === 'no_referral' || doubt === 'asks') return isDisclaimer(sentence, before)
  if (doubt === 'withdrawn') return consent.test(sentence)
  if (doubt === 'changed' && hasNewOne.test(sentence)) return true
  return (doubt === 'changed' || doubt === 'out_of_reach') && (isAboutThem(sentence) || isDisclaimer(sentence, before))
}
