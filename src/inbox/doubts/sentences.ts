import type { DoubtPatterns } from './doubt.ts'

/** An earlier traject that ended is the history of many who are referred. */
const journey =
  '(?:aanmelding|verwijzing|opdracht|formulier|(?<!\\b(?:eerdere?|vorige?|oude?|vroegere?|laatste|andere?) )(?:traject|intake|deelname|begeleiding))(?! (?:\\S+ ){0,3}(?:gehad|gevolgd|doorlopen|gedaan)\\b)'
const undone =
  '(?:vervalt|vervallen|geannuleerd|annuleren|annuleer|annulering|afgezegd|afzeggen|stopgezet|stopzetten|stopt|beeindigd|beeindigen|opgeschort|opschorten|uitgesteld|uitstellen|niet (?:langer|meer) (?:nodig|van toepassing|gewenst|aan de orde|mogelijk)|hoeft (?:helaas |nu |dus |toch )*niet (?:meer|langer|door))'
const between = "(?: [\\w'-]+){0,6} "

export const sentences: DoubtPatterns = [
  [
    'withdrawn',
    /\bverkeerde (?:persoon|klant|kandidaat|deelne(?:mer|emster)|client|inwoner)\b.{0,40}\b(?:aangemeld|gemeld|gestuurd|verstuurd|verwezen|doorgegeven)\b|\b(?:ik|wij|we) (?:heb|hebben)\b.{0,60}\b(?:abuis|ongeluk|abusievelijk|vergissing|onrechte)\b.{0,40}\baangemeld\b|\b(?:is|was) (?:\w+ ){0,3}(?:abuis|abusievelijk|ongeluk|onterecht|onrechte) (?:\w+ )?aangemeld\b/,
  ],
  [
    'withdrawn',
    /\b(?:heeft|hebben) zich (?:helaas |inmiddels |nu |toch )*teruggetrokken\b(?! (?:uit (?:de |het |zijn |haar )?(?:sociale|contact|maatschappij|leven|samenleving)|van (?:familie|vrienden|alles)))|\b(?:wil|wenst) (?:\w+ ){0,2}stoppen met (?:het |dit |zijn |haar )?(?:traject|deelname|begeleiding)\b/,
  ],
  [
    'no_referral',
    /\b(?:geen|niet een|niet als|niet bedoeld als|is niet de) (?:\w+ )?(?:aanmelding|verwijzing)\b|\b(?:dit|het) is (?:\w+ )?een test\b|\btest(?:mail|bericht|aanmelding)\b|\b(?:vergissing|per abuis|abusievelijk|per ongeluk)\b|\bten onrechte (?:\w+ )?(?:aangemeld|gestuurd|verstuurd|verzonden)\b|\b(?:negeer|negeren)\b|\balleen ter (?:info|informatie|kennisgeving)\b/,
  ],
  ['withdrawn', new RegExp(`\\b${journey}${between}${undone}\\b|\\b(?:hierbij|graag|te|laten)(?: \\w+)? ${undone}`)],
  [
    'withdrawn',
    /\btrek(?:ken)? (?:ik|wij|we|hierbij|bij deze)\b|\b(?:ik|wij|we|hierbij) (?:\w+ )?trek(?:ken)?\b.*\b(?:in|terug)\b|\bintrek(?:king|ken)?\b|\bingetrokken\b|\b(?:hierbij|bij deze)(?: \w+){0,3} (?:annuleer|annuleren|vervalt|vervallen)\b|\b(?:is|wordt|zijn|hierbij) afgemeld\b|\b(?:van de lijst|uitschrijven|uitgeschreven|als niet (?:verzonden|verstuurd|gestuurd) beschouwen)\b|\bmeld(?:en)? (?:ik|wij|we|hierbij)\b.* af\b|\b(?:gaat|gaan|kan|kunnen|zal|zullen) (?:\w+ ){0,3}niet (?:meer )?door(?:gaan)?\b|\b(?:ziet|zien|zie) (?:\w+ ){0,4}af van\b|\bafgezien van (?:het |dit |deze |de )?(?:traject|aanmelding|deelname|intake)\b|\b(?:wil|wenst|kan|gaat|zal) (?:\w+ ){0,2}niet (?:meer |langer )(?:\w+ )?(?:deelnemen|meedoen)\b/,
  ],
  [
    'changed',
    /\b(?:wijziging|correctie|rectificatie|aanvulling)\b.{0,40}\b(?:aanmelding|verwijzing|mail|bericht|formulier|gegevens|traject)\b|\b(?:gegevens|nummer|telefoonnummer|mobielnummer|klantnummer|naam|adres)\b.{0,30}\b(?:gewijzigd|veranderd|aangepast|gecorrigeerd|klopte? niet|kloppen niet|klopten niet|onjuist|fout)\b|\bvervang(?:t|en)\b.{0,40}\b(?:mail|aanmelding|bericht|formulier|verwijzing)\b|\b(?:in plaats van|ter vervanging van) .{0,20}\b(?:mail|aanmelding|bericht|formulier|verwijzing)\b|\b(?:vorige week|gisteren) (?:\w+ ){0,3}(?:aangemeld|gestuurd|verstuurd|gemaild)\b|\b(?:vorige|eerdere) (?:mail|aanmelding|bericht)\b|\b(?:verkeerde?|foute?|oude?) (?:\w+ )?(?:nummer|telefoonnummer|klantnummer|geboortedatum|gegevens|mailadres)\b|\b(?:juiste|correcte) (?:\w+ )?(?:nummer|telefoonnummer|klantnummer|geboortedatum|gegevens|mailadres)\b|\bfoutje\b|(?:^|: )(?:\w+ ){0,2}(?:correctie|rectificatie|wijziging|mutatie)\s*:|\bmoet(?:en)? (?:\S+ ){1,6}zijn\b,? (?:\(?i\.?p\.?v|in plaats van|en niet|niet)/,
  ],
  // To whom questions go ('Heeft u nog vragen over deze aanmelding, bel mij') is no question.
  [
    'asks',
    /\b(?:ik|wij|we) (?:heb|hebben) (?:\w+ ){0,4}vra(?:ag|gen|agje) (?:over|bij|aan)\b|(?<!\b(?:(?:heeft|hebt|heb|hebben|mocht|mochten) (?:u|je|jij|jullie)(?: \w+){0,2}|(?:voor|bij|met)(?: (?:eventuele|al uw|uw|verdere|inhoudelijke|andere))?) )\bvra(?:ag|gen) over (?:de |deze |dit |het |mijn |onze |een )(?:\w+ )?(?:aanmelding|deelnemer|traject|klant|kandidaat|intake)\b|\bhoe (?:gaat het|staat het|verloopt|loopt) .{0,20}\b(?:met|traject|intake)\b|\bstand van zaken\b|\b(?:wat is|graag) .{0,20}\bvoortgang\b/,
  ],
  [
    'sent_before',
    /\b(?:ik|wij|we) (?:heb|hebben|had|hadden)\b.{0,50}\b(?:al|reeds|eerder|nogmaals)\b.{0,20}\b(?:gestuurd|verstuurd|verzonden|gemaild|aangemeld|ingediend|opgestuurd|toegestuurd)\b|\b(?:heb|hebben|had|hadden) (?:ik|wij|we)\b.{0,50}\b(?:al|reeds|eerder)\b.{0,20}\b(?:gestuurd|verstuurd|verzonden|gemaild|aangemeld|ingediend|opgestuurd|toegestuurd)\b|\b(?:aanmelding|mail|formulier|bericht) (?:\w+ ){0,3}nogmaals\b|\bnogmaals (?:\w+ ){0,3}(?:aanmelding|mail|formulier)\b/,
  ],
]
