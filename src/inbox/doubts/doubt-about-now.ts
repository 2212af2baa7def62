import type { Doubt } from './doubt.ts'

const callUp =
  '(?:oproepen|opgeroepen|op te roepen|uitnodigen|uitgenodigd|uit te nodigen|inplannen|ingepland|in te plannen|benaderen|benaderd|te benaderen|in behandeling (?:te )?nemen|verwerken|contact op(?: te )?nemen)'
const start = '(?:plannen|gepland|starten|gestart|opstarten|opgestart|start)'
const negated = '(?: \\w+){0,2} (?:niet|geen)\\b'
/** What is asked for a while or for good, whatever else the sentence says. */
const notYet = new RegExp(
  [
    `\\b(?:voorlopig|vooralsnog|tot nader order|tijdelijk|even)${negated}.{0,60}\\b(?:${callUp}|${start}|bellen|afspraak|intake|uitnodiging|contact)\\b`,
    `\\bnog${negated}.{0,60}\\b${callUp}\\b`,
    `\\bnog${negated}.{0,60}\\b(?:traject|intake|begeleiding)\\b.{0,30}\\b${start}\\b`,
    `\\b(?:traject|intake|begeleiding)\\b.{0,30}\\bnog${negated}.{0,30}\\b${start}\\b`,
    `\\b(?:niet|geen) (?:meer|langer) .{0,30}\\b${callUp}\\b`,
    `\\bwacht(?:en)? (?:\\w+ ){0,2}met (?:\\w+ ){0,3}(?:${callUp}|${start}|de intake|de oproep|de uitnodiging)\\b`,
    `\\bhoeft? (?:\\w+ ){0,3}(?:niets?|niet|geen) .{0,40}\\b(?:${callUp}|${start}|doen)\\b`,
    `\\b(?:roep|plan|nodig) (?:\\w+ ){0,4}(?:nog|voorlopig|even) (?:niet|geen)\\b`,
    '\\bon hold\\b|\\bin de wacht\\b|\\bgeen actie\\b',
  ].join('|'),
)
const notAtAll = new RegExp(
  `\\b(?:niet|geen) ${callUp}\\b|\\b(?:roep|nodig|plan) (?:\\w+ ){0,4}niet (?:op|uit|in)\\b|\\bniet (?:op)?starten\\b`,
)
/** 'Niet inplannen op vrijdag' and 'liever appen' are wishes for a moment or a means, not against the journey. */
const aWish =
  /\b(?:maan|dins|woens|donder|vrij|zater|zon)dag|\b(?:ochtend|middag|avond|weekend|schooltijd|werktijd|schoolvakantie|feestdag)|\bs (?:morgens|ochtends|middags|avonds)\b|\b\d{1,2}(?:[:.]\d\d)? ?(?:u\b|uur)|\b(?:maar|liever|wel|graag) (?:\w+ )?(?:appen|app|whatsapp|sms|mailen|mail|bellen)\b|\b(?:alleen|zonder) (?:\w+ )?(?:tolk|begeleid|overleg)/

export const doubtAboutNow = (sentence: string): Doubt | undefined => {
  if (notYet.test(sentence) || (notAtAll.test(sentence) && !aWish.test(sentence))) return 'not_now'
  return somethingFirst.test(sentence) || (onlyThen.test(sentence) && !aWish.test(sentence)) ? 'wait_first' : undefined
}

const us =
  '(?:mij|me|ons|ondergetekende|(?:de |een )?(?:consulent|klantmanager|klantregisseur|regisseur|collega)|werkgever)'
const doing = `(?:${callUp}|${start}|bellen|beginnen|bel|app|appen|contact|opnemen|uitnodiging)`

/** 'Pas contact opnemen nadat …': a later beginning. With an hour or a day it is a wish. */
const onlyThen = new RegExp(
  [
    `\\bpas (?:\\S+ ){0,4}${doing}\\b`,
    `\\b${doing} (?:\\S+ ){0,4}pas (?:na|nadat|als|wanneer|zodra|vanaf|op)\\b`,
    `\\bniet (?:eerder|voor) (?:\\S+ ){0,4}(?:${callUp}|${start})\\b|\\b(?:${callUp}|${start}) niet (?:eerder dan|voor)\\b`,
  ].join('|'),
)

/** Somebody must have been asked, or have decided. */
const somethingFirst = new RegExp(
  [
    `\\beerst (?:\\S+ ){0,3}(?:(?:met|bij|via|door|aan) )?${us}\\b`,
    `\\b(?:bel|mail|app|contact|overleg\\w*|afstemmen|stem|informeer|vraag|neem|bellen|mailen) (?:\\S+ ){0,3}${us} (?:\\S+ ){0,2}eerst\\b|\\b${us} (?:graag )?eerst\\b`,
    `\\beerst (?:\\S+ ){0,4}(?:overleg\\w*|overleggen|afstemm\\w*|akkoord|toestemming)\\b|\\boverleg eerst\\b`,
    `\\bvoor(?:dat|\\s?aleer) (?:jullie|u|je|jij) (?:\\S+ ){0,5}(?:${callUp}|belt|bellen|begint|beginnen|${start}|uitnodigt|oproept|inplant|benadert|opneemt)\\b`,
    `\\b(?:na|nadat|wacht(?:en)? op|in afwachting van|zonder|tot|totdat) (?:\\S+ ){0,4}(?:akkoord|goedkeuring|groen licht)\\b`,
    `\\b(?:zonder|na) overleg met ${us}\\b`,
    `\\b(?:dit|het|deze aanmelding) is (?:nog |slechts |alleen )?(?:een |maar een )?(?:concept|vooraankondiging|voorlopige|kladversie|proefversie)\\b|^(?:concept|vooraankondiging)\\b`,
    `\\b(?:beschikking|opdracht|opdrachtbrief|akkoord|toekenning|besluit|goedkeuring|toestemming|indicatie|bestelling)\\b(?: \\S+){0,3} (?:volgt|volgen|komt) (?:nog|later|z\\.?\\s?s\\.?\\s?m|zo spoedig|zo snel|binnenkort|separaat|apart|zodra)`,
    `\\b(?:beschikking|opdracht|toekenning|besluit|indicatie|aanvraag)\\b(?: \\S+){0,3} nog niet (?:\\S+ )?(?:afgegeven|rond|akkoord|goedgekeurd|definitief|binnen|klaar|toegekend|genomen)\\b`,
  ].join('|'),
)
