import { isBoilerplate } from './boilerplate.ts'

const day = '(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:en|s)?'
const hour = String.raw`(?:\d{1,2}(?:[:.]\d\d)?\s?(?:u\b|uur|uren)|\d{1,2}[:.]\d\d|(?:half |kwart (?:over|voor) )?(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf) uur)`
const date = String.raw`(?:\d{1,2}[-/]\d{1,2}(?:[-/]\d{2,4})?|\d{1,2} (?:jan|feb|maart|april|mei|jun|jul|aug|sep|okt|nov|dec)\w*)`
const moment = `(?:${day}|${date}|${hour}|(?:\\w+)?(?:ochtend|middag|avond|morgen)(?:en|s)?|'s \\w+|schooltijd\\w*|weekend|werktijd\\w*|kantoor(?:tijd|uren)\\w*)`
/** With one of these in it a day or an hour is no mere wish. */
const holds = String.raw`nog|eerst|voorlopig|vooralsnog|tijdelijk|akkoord|overleg\w*|wacht\w*|niet meer|contact meer|ex|ex-\w+|\w*moeder|\w*vader|partner|man|vrouw|zus|broer|zoon|dochter|nummers?|telefoonnummers?|oude?|andere?|traject|opdracht\w*|aanmeld\w*|aangemeld|klacht\w*|bezwaar|stop\w*|trek\w*|ingetrokken|annul\w*|start\w*|gestuurd|dreig\w*|agressi\w*|ziekenhuis|opgenomen|als|indien|mits|tenzij|zodra|totdat|starten|lezen|post|brief|halen|verzet\w*|afgelopen|jullie`
const who =
  '(?:(?:deze|de|onderstaande|bovenstaande|genoemde|bijgaande|volgende|een|mijn|onze|nieuwe|haar|hem|beide) )*(?:mevrouw|mevr\\.?|mw\\.?|meneer|dhr\\.?|de heer|klant|client|clienten|kandidaat|kandidaten|deelne(?:mer|emster)s?|inwoner|betrokkene|werkzoekende|hem|haar|persoon|hen|ze)'
const soon =
  '(?:(?:zo (?:spoedig|snel) mogelijk|z\\.?s\\.?m\\.?|spoedig|snel|op korte termijn|binnen \\S+ (?:werk)?dagen|binnen (?:een|twee|\\d) (?:weken|week)|deze week|volgende week|binnenkort|per direct) ?)'
const invite =
  '(?:uitnodigen|uit te nodigen|oproepen|op te roepen|inplannen|in te plannen|plannen|te plannen|benaderen|te benaderen|contact op(?: te)? nemen|contacteren|bellen|oppakken|op te pakken|in behandeling (?:te )?nemen|intake|afspraak|verder helpen|aan de slag(?: te)? gaan|starten|te starten|opstarten)'

const salutation = '(?:(?:geachte|beste|hallo|hoi|goede\\w+|dag)\\b[^,]{0,60}, (?:mevrouw, )?)?'
const opening =
  '(?:hierbij|betreft|bij deze|bijgaand|bijgevoegd|in (?:de )?bijlage|graag|via deze weg|middels deze mail|met deze mail|zoals (?:zojuist |telefonisch )?besproken)'
const nothingElse = String.raw`(?!.*\b(?:niet|geen|nog|pas|eerst|concept|voorlopig\w*|kopie|voorbehoud|mits|tenzij|maar|intrek\w*|annul\w*|vervang\w*|gisteren|vorige|eerder|al|dubbel|klacht\w*|offerte|evaluatie|verslag|rapport\w*|factu\w+|verleng\w*|eind\w*|ingediend|stichting|ex\b))`

/** Whole sentences that stand in true referrals every day, and ask nobody to wait or to do otherwise. */
const everyDay: readonly RegExp[] = [
  // What the mail is for.
  new RegExp(
    `^${salutation}(?:${opening} ?,? ?)+(?:(?:wil|wens|zou|willen|graag|ik|wij|we|u|jullie|je|meld(?:en)?|verwijs|verwijzen|stuur|sturen|ontvang(?:t|en)?|vind(?:t|en)?|tref(?:t|fen)?|zend(?:en)?|doe|in de bijlage|bijgaand|bijgevoegd|een|de|het|mijn|onze|nieuwe?|volgende|onderstaande|ingevulde?|volledige?|aan) )*(?:${who}|aanmeld\\w*|aangemeld|verwijzing|gegevens|opdracht)\\b${nothingElse}.{0,160}$`,
  ),
  new RegExp(
    `^${salutation}(?:ik|wij|we|de gemeente \\w+) (?:wil|willen|zou|zouden|meld(?:en|t)?|verwijs(?:t)?|verwijzen)\\b.{0,80}\\b(?:aan|aanmelden|verwijzen|naar (?:u|jullie))\\b${nothingElse}.{0,80}$`,
  ),
  /^(?:nieuwe )?(?:aanmelding|aanmeldformulier|verwijzing)(?: (?:nieuwe )?(?:deelnemer|kandidaat|klant|client|traject|re-?integratie\w*|werkfit|intake))*$/,
  /^(?:zie|in) (?:ook )?(?:de |het )?(?:bijlage|bijgevoegd\w*|bijgaand\w*|onderstaand\w*|formulier|gegevens)\b.{0,80}$/,
  // A wish that we do what we do anyway.
  new RegExp(
    `^(?:(?:graag|wilt u|wil je|wil jij|willen jullie|kunt u|kun je|kunnen jullie|zou(?:den)? (?:u|je|jullie)|gelieve|verzoek(?:e)?(?: om)?|ik verzoek u(?: om)?|wij verzoeken u(?: om)?|het verzoek is(?: om)?|verwacht\\w*)\\b ?)+(?:(?:de|het|een|met|voor|ons|alvast|dan|ook|om|${who}|${soon}|kennismakings\\w*|intake\\w*|afspraak|gesprek|contact|traject|telefonisch|per (?:sms|telefoon|mail|whatsapp)|via (?:sms|whatsapp)) ?)*${invite}(?: ?(?:voor|met|op|een|de|het|te|${soon}|${who}|intake\\w*|kennismaking\\w*|gesprek|afspraak|plannen|maken|traject|van))*$`,
  ),
  // To whom questions go, and what the writer would like to hear.
  /^(?:voor|bij|met|(?:heeft|hebt?) (?:u|je|jij|jullie)|hebben jullie|mocht(?:en)? (?:u|je|jij|jullie|er))\b.{0,40}\bvra(?:ag|gen)\b.{0,120}$/,
  /^(?:ik|wij|we) (?:ben|zijn) (?:(?:het beste |telefonisch |altijd |dan )*(?:bereikbaar|te bereiken)|aanwezig|werkzaam)\b.{0,100}$/,
  /^(?:bereikbaar|te bereiken|telefonisch bereikbaar|werkdagen|aanwezig)\b(?!.*\b(?:via|ex|moeder|vader|zus|broer|buur\w*|dochter|zoon|partner|begeleid\w*|niet|geen)\b).{0,80}$/,
  /^(?:graag )?(?:(?:ik|wij|we) )?(?:hoor|horen|verneem|vernemen|ontvang|ontvangen|zie|zien)(?: (?:ik|wij|we))?\b(?!.*\b(?:eerst|voordat|akkoord|offerte|evaluatie|rapport\w*|verslag|factu\w+|of)\b)(?:.{0,60}\b(?:graag|bevestiging|terugkoppeling|bericht|reactie|tegemoet|wanneer|afspraak|intake|van (?:u|jullie|je))\b.{0,80})$/,
  /^(?:graag )?(?:een )?(?:korte )?(?:ontvangst)?(?:bevestiging|terugkoppeling)\b(?!.*\b(?:eerst|voordat|akkoord)\b).{0,80}$/,
  /^(?:kunt u|kun je|kunnen jullie|wilt u|wil je|willen jullie) (?:mij |ons |dit |de ontvangst (?:van deze (?:mail|aanmelding) )?|even )*(?:op de hoogte houden|laten weten wanneer .{0,60}|bevestigen|terugkoppelen.{0,40})$/,
  /^(?:alvast )?(?:(?:veel|hartelijk) )?(?:bedankt|dank)\b.{0,60}$|^(?:succes|fijne? \w+|prettige? \w+)\b.{0,40}$/,
  // By what means.
  /^(?:(?:hij|zij|ze|mevrouw|meneer|klant|client|deelnemer|kandidaat) )?(?:(?:graag|liefst|liever|het liefst|bij voorkeur|voorkeur|is|het beste|goed|te|eerst|dan|niet|alleen|ook|wil|communiceert|contact|communicatie) ?,? ?)*(?:(?:bereikbaar|bereiken|contact|bellen|belt|niet|zo|graag|appen|mailen|sms'?en|smsen|per|via|op|voor|of|en|dan|liever|liefst|maar|,|(?:whats)?app|sms|telefoon|mail|e-mail|telefonisch|in het \w+) ?,? ?)+$/,
  // What they hope for.
  /\bafspraken\b.{0,30}\b(?:na|nakom\w*|onthoud\w*|vergeet|missen|mist)\b|\bafspraak bij (?!jullie|u\b)/,
  /\b(?:dienstverband|contract|ww(?:-uitkering)?|baan|opleiding|relatie|huwelijk|bedrijf|studie|school)\b.{0,40}\b(?:beeindigd|gestopt|stopgezet|afgelopen|verlopen)\b/,
  /^(?:op |voor |in |met )?(?:welke?|hoe|wat|wie|wanneer|waar)\b(?!.*\b(?:jullie|u|ik|wij|we)\b)|^(?:dit|deze) (?:e-?mail|mail|bericht) bevat\b/,
  /^(?:deze|dit|die|nieuwe?|weer|nog) (?:\w+ ){0,3}voor (?:jullie|u|je)$|\be-?mailprogramma kan dit\b/,
  /\b(?:gestart|begonnen|bezig) met (?:de |het |haar |zijn |een )?(?:inburger|opleiding|school|cursus|taal|studie|rijles|sollicit)/,
  /^(?:vorige?|eerdere?|laatste) (?:traject|begeleiding)\b(?!.*\bmoet).*\b(?:stopgezet|gestopt|beeindigd|afgebroken|mislukt|afgerond)\b|\btest gedaan\b|\bis (?:deze|dit|die) (?:iets )?voor (?:jou|jullie|u)$/,
  /^heeft (?:wel |ook )?(?:een )?(?:eigen |goede )?(?:telefoon|smartphone|whatsapp|mobiel|laptop|mailadres)$/,
  /\bnummer\b.*\bgewijzigd\b.*\bdit is het nieuwe\b|\bkunnen geen rechten worden ontleend\b/,
  /^(?:het )?doel (?:van (?:het|dit) traject )?is\b(?!.*\b(?:niet|eerst|nog)\b)|^(?:reden|aanleiding) (?:van|voor) (?:de )?(?:aanmelding|verwijzing)\b/,
  new RegExp(
    `^(?:(?:hij|zij|ze|mevrouw|meneer|de \\w+|${who}) )?(?:(?:wil|zou|is|heeft|zoekt|kan|staat|blijft|graag|heel|zeer|erg|er|dit|het|traject|ook|weer|open|voor|met|te|een|hulp|ondersteuning|begeleiding|nodig|bij|werken|werk|aan|de|slag|komen|doen|leren|in|op|termijn|korte|gemotiveerd|positief|over|om|zo|snel|mogelijk|vinden|starten|beginnen|volgen|stap|zetten) ?)+(?:bij een \\w+)?$`,
  ),
]

/** When somebody is best reached. */
const timed = new RegExp(`^(?!.*\\b(?:${holds})\\b).*(?<!\\S)${moment}(?![\\w-])`)

/** What was before. */
const past =
  /^(?!.*\b(?:aangemeld|bel\w*|contact|nummer|telefoon\w*|opdracht|jullie|aanmelding|formulier|bezwaar|klacht|ex\b|ex-\w+|ziekenhuis|opgenomen|bedreig\w*|agressi\w*)\b).*\b(?:eerder|eerdere|vorig\w*|vroeger\w*|destijds|afgelopen|in (?:19|20)\d\d|tot (?:19|20)\d\d|sinds (?:19|20)\d\d|na (?:een|haar|zijn)|gehad|gevolgd|doorlopen|gewerkt|gedaan|afgerond|stopte|geweest)\b/

export const isOfThePast = (sentence: string): boolean => past.test(sentence)

/** Whether it only says when somebody is best reached. */
export const isWishForMoment = (sentence: string): boolean => timed.test(sentence)

/** Whether it is a sentence of a true referral, and of no other. */
export const isNegligible = (sentence: string): boolean =>
  everyDay.some((pattern) => pattern.test(sentence)) ||
  isBoilerplate('no_referral', sentence, '') ||
  isBoilerplate('changed', sentence, '')
