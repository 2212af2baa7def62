import type { FormField } from '#src/domain/contract/contract.ts'
import { foldLabel } from './fold-label.ts'
import { phoneOfLabel } from './phone-label.ts'
import { participantWords } from './role-words.ts'

/**
 * The field of a label that no list has, by what in it leaves hardly another meaning: 'Mate van risico', 'Komt er een tolk mee?', 'Telefoon
 * mobiel 1'. Of a name and a mail address nobody can tell so whose they are.
 */
export const fieldOfKeyword = (label: string): FormField | 'unwanted' | undefined =>
  questionAsked(label) ??
  (ofOthers.test(label) ? undefined : keywords.find(([, pattern]) => pattern.test(label))?.[0]) ??
  phoneOfLabel(label)

const questionAsked = (label: string): FormField | 'unwanted' | undefined => {
  const asked = questions.find(([, pattern]) => pattern.test(label))?.[0]
  return asked === 'phone' && ofWriter.test(label) ? 'unwanted' : asked
}

/** 'Voor vragen ben ik bereikbaar op', 'Op welk nummer bent u bereikbaar?' */
const ofWriter =
  /^(?:ik|wij|we|mijn|ons|onze)(?:ben|zijn|nummer|telefoon|mobiel)|benik|zijnwij|zijnwe|bentu|vragen|(?:bereik|bel)(?:t|je|jij)?(?:u|je)?(?:mij|ons)|(?:consulent|regisseur|manager|begeleider|moeder|vader|partner|(?<!statush)ouder|familie)/

/** 'De kandidaat', 'hij/zij' */
const referred = `(?:(?:de|uw|deze)?(?:${participantWords.map(foldLabel).join('|')})|hij|zij|hijzij|hijofzij)`

/** A form that asks: 'Hoe heet de deelnemer?' */
const questions: readonly (readonly [FormField, RegExp])[] = [
  ['consulent_name', /^wieis(?:de|uw)?(?:consulent|klantmanager|klantregisseur|casemanager|contactpersoon)/],
  ['consulent_email', /^watis.*mailadresvande(?:consulent|klantmanager|klantregisseur|casemanager|contactpersoon)/],
  ['name', /^(?:hoeheet|watisdenaam|wieis)(?:van)?(?:de|uw)?(?:deelnemer|kandidaat|klant|client|inwoner)/],
  ['name', /^wie(?:meld|verwijs)(?:t)?(?:u|je|jij|jullie)(?:aan|door)?$/],
  ['birth_date', new RegExp(`^wanneeris${referred}geboren$`)],
  [
    'client_number',
    new RegExp(`welknummerkennen|^nummervan${referred}in(?:ons|jullie|uw|het)systeem$|^nummerinonssysteem$`),
  ],
  ['phone', new RegExp(`nummer.*bereikbaar|bereikbaarop|^hoekunnen(?:wij|we)${referred}(?:bellen|bereiken)$`)],
  ['email', new RegExp(`^welkmailadres|^watishete?mailadresvan${referred}$`)],
  ['language', new RegExp(`^(?:spreekt|beheerst|verstaat)${referred}?(?:goed|voldoende)?nederlands$|^welketaalwel$`)],
  ['interpreter', /^moetereentolkbij$/],
  ['product', /^welk(?:product|traject)$/],
]

const ofOthers =
  /partner|kind|(?<!statush)ouder|bewindvoerder|begeleider|werkgever|noodcontact|tolkenbureau|consulent|regisseur|manager|medewerker|contactpersoon|verwijzer|gemeente|bezorger|organisatie|moeder|vader|dochter|zoon|broer|(?:van|datum|nummer|nr)(?:de|mijn|zijn|haar)?(?:zus|man|vrouw)|echtgeno|voogd|vriend|buur|familie(?!naam)|advocaat|vertegenwoordiger|hulpverlen|mantelzorg|gezinslid/
const keywords: readonly (readonly [FormField | 'unwanted', RegExp])[] = [
  [
    'unwanted',
    /^bsn$|bsn(?:n|v|d|k|c|p|i)|(?<![aeiou])bsn$|burgerservice|persoonsnummer|^sofi$|sofi(?:n|fisc)|iban(?:n|$)|fax(?:n|$)/,
  ],
  ['risk', /risico|noshow|uitval|verzuim|nietverschijn/],
  ['language', /^taaltolk$/],
  ['interpreter', /(?<!^s)tolk/],
  ['birth_date', /geboortedatum|geboortedag|datumgeb|gebdat|dateofbirth/],
  ['client_number', /^(?:uniek)?(?:nummer|nr)(?:van)?(?:de)?(?:klant|client|kandidaat|deelnemer|inwoner)$/],
  [
    'client_number',
    /(?:klant|client|customer|kandidaat|kandidaten|deelnemer|inwoner|dossier|registratie|reg|zaak|werkplein)s?(?:nummer|nr|no|number|code|id)(?!a)/,
  ],
  ['language', /voertaal|spreektaal|voorkeurstaal|moedertaal|correspondentietaal|gesproken?taal|welketaal|taalspreekt/],
  [
    'product',
    /^traj$|product|voorziening|arrangement|interventie|leerroute|^ingezetinstrument|(?:aan)?gevraagde?(?:dienst|traject|inzet)|gewenste?(?:dienst|traject|inzet)|ingekochte?(?:dienst|traject)|servicerequested|welkaanbod/,
  ],
]
