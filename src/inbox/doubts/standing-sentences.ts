import { isBoilerplate } from './boilerplate.ts'

/**
 * What stands in a letter around any form. Other lists here name what is harmless among much that is not; in these a sentence stands only
 * when every word of it does, and none of the words can ask to wait, to do otherwise, or tell anything of somebody.
 */
const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''))

const somebody = `deelnemer deelnemers deelneemster kandidaat kandidaten klant klanten client clienten inwoner werkzoekende betrokkene
  belanghebbende persoon`
const called = `mevrouw mevr mw meneer mijnheer dhr heer`

/** 'Hierbij meld ik mevrouw Yilmaz aan voor het traject Werkfit'; names and products are those of the form. */
const announcing = wordSet(`
  hierbij bij deze dezen bijgaand bijgaande bijgevoegd bijgevoegde in de het een bijlage bijlagen met van voor naar aan te tot en
  ik wij we u jullie je uw mijn onze meld melden verwijs verwijzen stuur sturen zend zenden doe toekomen ontvangt ontvang vindt vind
  treft tref graag wil willen zou aanmelden aanmelding aanmeldingen aanmeldformulier aanmeldingsformulier formulier verwijzing
  verwijsformulier nieuwe nieuw onderstaande onderstaand bovenstaande volgende genoemde dit is zie hieronder ingevulde ingevuld
  volledige volledig vinden ter verwerking behandeling afhandeling gegevens traject intake re-integratie reintegratie re-integratietraject begeleiding werk gemeente tbv t.b.v weer eentje door onder groet
  groeten groetjes mvg
  ${somebody} ${called}`)
const announces =
  /^(?:hierbij|bij deze|bijgaand|bijgevoegd|graag|in de bijlage|zie|onderstaand|ik|wij|we|nieuwe|weer|aanmeld|verwijz|dit is|deze|betreft|ter )/
/** 'Met deze mail meld ik' is 'hierbij meld ik'; elsewhere a mail may be a way to reach somebody. */
const hereby = /\b(?:(?:met|middels|via|per|door middel van) (?:deze e?-?mail|deze weg|dit formulier|dezen?))\b/g

/** 'Graag uitnodigen voor een intake': a wish that we do what we do anyway. */
const inviting = wordSet(`
  graag wilt willen wil u jullie je kunt kunnen kan gelieve verzoek verzoeken ik wij we om de het een deze onderstaande voor te en
  hem haar uitnodigen uit nodigen oproepen intake intakegesprek intakes kennismaking kennismakingsgesprek gesprek afspraak plannen
  inplannen in maken contact opnemen op nemen met zo spoedig snel mogelijk zsm spoedig behandeling oppakken benaderen traject
  ${somebody}`)
const invites =
  /^(?:graag|wilt u|wil je|willen jullie|kunt u|kun je|kunnen jullie|gelieve|verzoek|(?:ik|wij|we) verzoek|zou(?:den)? (?:u|jullie))\b/

/** To whom questions go. */
const offering = wordSet(`
  heeft hebt heb hebben mocht mochten u je jullie er zijn nog bij voor met vragen vraag over de deze aanmelding het dit formulier dan
  hoor ik wij we graag kunt kun kunnen contact opnemen opneem neem neemt op mij me ons ondergetekende bellen bel mailen mail belt naar
  via telefoonnummer nummer tel telefonisch bereikbaar e-mail terecht ben te bereiken onderstaand onderstaande bovenstaand gerust laat
  laten weten meer nadere informatie toelichting en of stellen altijd mogen mag`)
const offers =
  /^(?:heeft|heb(?:t|ben)?|mocht(?:en)?|bij|voor|met|zijn er)\b.*\b(?:vragen|vraag|informatie|toelichting)\b/

/** What the writer would like to hear. */
const awaiting = wordSet(`
  graag ik wij we hoor horen verneem vernemen ontvang ontvangen zie zien van u jullie je een uw bevestiging ontvangstbevestiging
  ontvangst terugkoppeling reactie bericht tegemoet de het deze aanmelding wanneer intake plaatsvindt gepland is afspraak datum kunt
  kun bevestigen bevestigt zo spoedig snel mogelijk kort korte`)
const awaits =
  /^(?:graag|ik|wij|we|kunt u|kun je|een|ontvangst)\b.*\b(?:bevestig\w*|ontvangstbevestiging|terugkoppeling|reactie|bericht|hoor|verneem|zie|wanneer)\b/

const thanking = wordSet(`
  alvast vast bedankt dank dankjewel veel hartelijk u jullie je voor de het uw moeite medewerking hulp inzet behandeling samenwerking oppakken en ermee
  fijne fijn prettige prettig goede dag weekend middag avond week succes tot ziens horens hoogachtend met vriendelijke groet groeten`)

/** What stands above the parts of a form. */
const heading = wordSet(`
  aanmeldformulier aanmeldingsformulier aanmelding verwijsformulier opdrachtformulier formulier verwijzing persoonsgegevens personalia gegevens
  persoonlijke contactgegevens algemene algemeen contactpersoon consulent klantmanager klantregisseur regisseur verwijzer
  opdrachtgever gemeente traject trajectgegevens aanvraag re-integratie reintegratie intake deel blok onderdeel stap rubriek van de
  het en voor over in product informatie werk inkomen participatie sociaal domein ondertekening a b c d e i ii iii iv
  ${somebody}`)

const dayWords = wordSet(`
  ik ben werk wij zijn mijn werkdagen aanwezig afwezig bereikbaar telefonisch op van tot en t/m tm tussen uur niet vrij om de week even
  oneven weken ma di wo do vr maandag dinsdag woensdag donderdag vrijdag maandagen dinsdagen woensdagen donderdagen vrijdagen
  ochtend middag maandagochtend maandagmiddag dinsdagochtend dinsdagmiddag woensdagochtend woensdagmiddag donderdagochtend
  donderdagmiddag vrijdagochtend vrijdagmiddag de hele dag`)

const salutation =
  /^(?:geachte|beste|hallo|hoi|hey|hi|dag|goede(?:morgen|middag|navond|n?dag)|goeden?dag|l\.?\s?s\.?)(?![\p{L}\p{N}])/u
const whole = /^[^,]{0,60},\s*/
/** 'Geachte heer, mevrouw,' */
const goesOn = /^(?:heer|mevrouw|mevr\.?|collega'?s?|team)\s*,\s*/

const without = (sentence: string): string => {
  if (!salutation.test(sentence)) return sentence
  if (!sentence.includes(',')) return wordsOf(sentence).length <= longestSalutation && !says(sentence) ? '' : sentence
  return sentence.replace(whole, '').replace(goesOn, '')
}

/** In words: 'Geachte heer of mevrouw van der Berg'. */
const longestSalutation = 8

/** What a municipality's server puts below or above every mail. */
const footer =
  /\b(?:geadresseerden?|disclaimer|proclaimer|(?:uitsluitend|alleen|enkel) bestemd|aansprakelijk\w*|rechten (?:worden )?ontleend|openbaar(?:making|maken)|vermenigvuldig\w*|kennisneming|virus(?:sen)?|(?:als|in) html|in (?:uw|een|je) browser|webversie|bericht bevat een formulier|afdrukken|printen|print(?:t)? (?:u|deze)|milieu|e-?mailprogramma|(?:van )?buiten (?:de|onze|uw|jouw) organisatie|klik niet op)\b/
const ofSomebody =
  /\b(?:mevrouw|mevr|mw|meneer|dhr|klant|client|kandidaat|deelnemer|deelneemster|inwoner|hij|zij|haar|hem|hun)\b/

/** 'Gemeente Voorbeeldstad, telefoon 14 010' */
const letterhead = wordSet(`
  gemeente afdeling telefoon telefoonnummer tel fax postbus postadres bezoekadres adres website www`)
const ofThem = /^(?:gemeente|afdeling|postbus|postadres|bezoekadres)\b/

/** Whether a sentence stands at the foot of every mail of theirs, whoever it is about. */
export const isFooter = (sentence: string): boolean =>
  (footer.test(sentence) && !ofSomebody.test(sentence)) || isBoilerplate('no_referral', sentence, '')

const saying = wordSet(`
  niet geen nooit nog pas eerst eerder later alleen enkel uitsluitend maar echter tenzij mits als indien wanneer zodra totdat voordat
  nadat omdat want toch moet moeten mag mogen kan kunnen wil willen zal zullen zou wordt worden is zijn was waren heeft hebben had gaat
  gaan komt komen doet weet staat staan volgt volgen hoeft hoort loopt belt bel bellen gebeld wacht wachten ik wij we jullie hij zij ze hem haar mij me ons na vanaf tot zonder
  graag liever via overleg contact`)

/** Whether it has a word that a value, a name or a heading has not: that of a sentence. */
export const says = (text: string): boolean => wordsOf(text).some((word) => saying.has(word))

export const wordsOf = (text: string): string[] => text.match(/\p{L}[\p{L}\p{N}'./-]*(?<![./'-])/gu) ?? []
export const numbersOf = (text: string): string[] => text.match(/(?<![\p{L}\p{N}])\d[\d./-]*/gu) ?? []

const isMadeOf = (text: string, words: ReadonlySet<string>, known: ReadonlySet<string> = new Set()): boolean =>
  wordsOf(text).every((word) => words.has(word) || known.has(word))

/** Whether all of it stands around any form. `known`: words that stand in the form as a name, a product or a number. */
export const isStanding = (sentence: string, known: ReadonlySet<string>): boolean => {
  const said = without(
    sentence
      .replaceAll(/[()"'“”]/g, ' ')
      .trim()
      .replaceAll(hereby, 'hierbij'),
  )
  if (wordsOf(said).length === 0) return true
  if (offers.test(said) && isMadeOf(said, offering, known)) return true
  if (ofThem.test(said) && isMadeOf(said, letterhead, known)) return true
  if (numbersOf(said).some((number) => !known.has(number))) return false
  return (
    (announces.test(said) && isMadeOf(said, announcing, known)) ||
    (invites.test(said) && isMadeOf(said, inviting)) ||
    (awaits.test(said) && isMadeOf(said, awaiting)) ||
    isMadeOf(said, thanking) ||
    (/^(?:ik|mijn)\b/.test(said) && isOnDays(said)) ||
    isHeading(said, known)
  )
}

/** Whether it only names a part of a form, or who it is about. */
export const isHeading = (text: string, known: ReadonlySet<string>): boolean =>
  isMadeOf(text, heading, known) || (title.test(text) && wordsOf(text).length <= longestTitle && !says(text))

const title = /^(?:\S+ ){0,2}\S*formulier\b/
/** In words. */
const longestTitle = 5

/** Whether it only says on which days the writer works. */
export const isOnDays = (text: string): boolean => isMadeOf(text, dayWords)
