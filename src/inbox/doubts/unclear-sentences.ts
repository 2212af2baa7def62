import { isSignatureStart } from '../extraction/signature.ts'
import { withoutPrefixes } from './doubt-in-subject.ts'
import { isNegligible, isOfThePast, isWishForMoment } from './negligible-sentences.ts'
import { longestLine, plain, sentencesOf } from './plain-sentences.ts'

/**
 * The sentences beside a form, or in its remarks, that are about the referral itself, about reaching the participant or about what may
 * make that unsafe, and that say none of the things which true referrals say every day. `doubtIn` knows what asks to wait; nobody can
 * list all of that, so what is on these subjects and not known to be harmless is read by a person. Without case and accents.
 */
export const unclearSentences = (texts: readonly string[]): string[] => {
  const found = texts.flatMap((text) => sentencesOf(linesToRead(text)).filter(isUnclear))
  return [...new Set(found)]
}

/** The same of a subject, in which 'Aanmelding via formulier' is nothing special. */
export const isUnclearSubject = (subject: string): boolean => {
  const said = withoutPrefixes(plain(subject).slice(0, longestLine)).rest
  if (unsafe.test(said)) return true
  return (
    (ofItself.test(said) || unwilling.test(said) || (!referring.test(said) && isTurned(said))) && !isNegligible(said)
  )
}

/**
 * Whether anything stands beside a form, and in no field of it, that is not said in every referral: who repeats a form to add something says it
 * there.
 */
export const saysMoreThanForm = (texts: readonly string[], remarks: readonly string[]): boolean => {
  const inForm = new Set(remarks.flatMap((text) => sentencesOf(linesToRead(text))))
  return texts.some((text) => sentencesOf(linesToRead(text)).some((said) => !inForm.has(said) && isOwn(said)))
}

const isOwn = (sentence: string): boolean =>
  isUnclear(sentence) || (wordsIn(sentence) >= fewestInSentence && dutch.test(sentence) && !isNegligible(sentence))

const wordsIn = (sentence: string): number => sentence.match(/\p{L}{2,}/gu)?.length ?? 0

const isUnclear = (sentence: string): boolean => {
  const words = wordsIn(sentence)
  if (words < fewestInCry) return false
  if (unsafe.test(sentence)) return true
  if (isNegligible(sentence.replace(asksUs, ''))) return false
  if (asksUs.test(sentence) || ofItself.test(sentence) || unwilling.test(sentence)) return true
  return (isTurned(sentence) && !isOfThePast(sentence)) || isForeign(sentence, words)
}

/** What is left of the mark of a question once a text is in sentences. */
const asksUs = / ¿$/

/** 'Verkeerd gestuurd!' */
const fewestInCry = 2
/** Fewer are a label or a name. */
const fewestInSentence = 3

const isTurned = (sentence: string): boolean =>
  (reaching.test(sentence) || referring.test(sentence)) && turned.test(sentence) && !isWish(sentence)

/** When somebody likes to be called is no reason to wait. */
const isWish = (sentence: string): boolean => !referring.test(sentence) && isWishForMoment(sentence)

/** What was typed above the greeting, without the lines of a form that hold a value and no sentence. */
const linesToRead = (text: string): string[] => {
  const lines = plain(text)
    .split('\n')
    .map((line) =>
      line
        .slice(0, longestLine)
        .replace(/^(?:[\s>|*_#•-]+|\d{1,2}[.)]\s)+/, '')
        .replaceAll(/\S+@\S+/g, '')
        .replaceAll(/\?(?=\s|$)/g, ' ¿.'),
    )
  const end = lines.findIndex(isSignatureStart)
  const below = end === -1 ? [] : lines.slice(end).filter((line) => afterthought.test(line))
  return [...lines.slice(0, end === -1 ? lines.length : end), ...below].flatMap(sentencesInLine)
}

const afterthought = /^(?:p\.?\s?s|n\.?\s?b|let op)\b/

const sentencesInLine = (line: string): string[] => {
  if (/[\t|]/.test(line)) return line.split(/[\t|]/).flatMap((cell) => sentencesInLine(cell.trim()))
  const [, label = '', mark = '', value = ''] = labelled.exec(line) ?? []
  if (label === '') return [line]
  if (mark !== ':') return answer.test(value) && (value !== '' || !toSomebody.test(label)) ? [''] : [line]
  if (remarks.test(label)) return [value]
  if (ofReferral.test(label)) return [`${label} ${value}`]
  return [value.split(' ').length < fewestWords ? '' : value]
}

const labelled = /^([^:¿.!]{1,60})(:| ¿\.)\s*(.*)$/
const toSomebody = /\b(?:jullie|je|jij|u|ik|wij|we|mij|me|ons)\b/
/** What stands behind a question of a form. */
const answer = /^(?:\S+(?: \S+)?)?$|^(?:ja|nee)\b|^[[(☐☒☑✓■□●○]/u
/** Fewer are a value, more may be a sentence. */
const fewestWords = 5
const remarks =
  /opmerk|toelicht|bijzonder|overig|achtergrond|situatie|notitie|let op|aanvull|informatie|n\.?b\b|p\.?s\b|vraag|verzoek|contact|bereikbaar/
const ofReferral = /^(?:status|reden (?:beeindig|afslui|stop|uitstroom))|\bstatus\b/

const reaching =
  /\b(?:gebruik\w*|bel|bellen|belt|gebeld|app|appen|appt|sms|whatsapp|mailen|berich\w*|brief|brieven|contact\w*|benader\w*|bereik\w*|oproep\w*|opgeroepen|roep|uitnodig\w*|uitgenodigd|nodig\b.{0,40}\buit|inplan\w*|ingepland|plan\b.{0,40}\bin|afspra\w+|intake\w*|nummers?|(?:tel|telefoon|mobiel)(?:nummers?|nr|\b)|tel nr|post|adres|komt niet|niet komen|opdagen|verschijn\w*)\b/
const referring =
  /\b(?:aanmeld\w*|aangemeld|meld|verwijz\w*|verwezen|opdracht\w*|akkoord|toestemming|beschikking|besluit|indicatie|traject\w*|start\w*|opstarten|gestart|begin\w*|begonnen|oppakken|opgepakt|formulier\w*|mail|deelname|deelnemen|meedoen|in behandeling)\b/
/** What turns a sentence about it from the usual. */
const turned =
  /\b(?:niet|geen|nooit|nog|pas|eerst|eerder|alleen|enkel|uitsluitend|via|voordat|totdat|zodra|tenzij|mits|nadat|maar|echter|wel vast|alvast|ander\w*|oud\w*|nieuwe? (?:nummer|telefoon\w*|adres|mobiel)|verander\w*|wijzig\w*|gewijzigd|tijdelijk|liever|moeder|vader|zus|broer|zoon|dochter|partner|man|vrouw|buur\w*|begeleid\w*|hulpverlen\w*|familie|collega-?\w*|vervang\w*|gisteren|vorige|later|straks|weekje|seintje|overleg\w*|(?:naar|via|aan) mij|als (?:mijn|onze|de|ik|wij|we))\b/

/** What may mean that the referral is none, or not yet one. */
const ofItself =
  /\b(?:voorbehoud|goedkeuring|goedgekeurd|groen licht|seintje|offerte\w*|kosten|factu\w+|declar\w*|plek|capaciteit|wachtlijst|kopie(?! (?:id|paspoort|diploma|cv|rijbewijs))|afschrift|\w*evaluatie\w*|\w*rapport\w*|verslag|eindformulier|eindgesprek|(?:ge)?annul\w*|reden beeindig\w*|intrek\w*|ingetrokken|stop|stoppen|stopgezet|verleng\w*|verlenging|klacht\w*|bezwaar|beroep|voortgang|vergeten|twijfel\w*|wellicht|waarschijnlijk|vermoedelijk|naar verwachting|onder voorwaarde|mits|tenzij|wacht(?:en)? (?:ik|wij|we|op|met|tot|nog|even)|eerst\b.{0,40}\b(?:praten|bespreken|besproken|checken|weten|zien|horen|kijken|uitzoeken|regelen)|(?:niet|on) ?tevreden|teamleider|leidinggevende|afwachting|in overleg|overleggen|negeer|negeren|aanbieder|test\w*|niet zeker|weet (?:ik|niet)|geen idee|volgens mij|denk ik|samen (?:be)?kijken|laten liggen|na de (?:zomer|vakantie|feestdagen|operatie|bevalling)|abuis|vergissing|dubbel|al eerder|concept|mag ik|terugbel\w*|terug te bellen|bel (?:mij|me) terug|eerst|zodra|totdat|tot ik|tot de|verkeerde?|wrong|de juiste|misverstand|overbodig|(?<!tolk is )niet meer nodig|andere persoon|alvast|nog even|rustig aan|rond (?:krijgen|is|zijn|komt)|haalbaar|hoor ik|of (?:jullie|u|dit)|beslis\w*|de zomer|afgerond (?:worden|is)|tot nu toe|stokje|(?<!bsn )verwijder\w*|avg|al bij (?:jullie|u)|mag (?:nog )?niet van|mag nog (?:\w+ ){0,2}niet|bedrijfsarts|tot (?:en met|eind|begin|half|week|volgende?)|zoek (?:het|dit|dat) (?:\w+ )?(?:op|uit)|oeps|excuus|excuses|sorry|bedoeld voor|hoort (?:\w+ )?bij (?:jullie|een andere|de andere)|hoeft (?:\w+ ){0,3}(?:niks|niets)|(?:weet|weten) (?:\w+ )?van (?:niks|niets)|laat (?:\w+ ){0,2}weten|casus|door te nemen|parkeren|mocht|misgaat|stopzetten|afgesloten|afsluiten|ronden?|bespreken|\w+overleg|niet beschikbaar|met rust|laat (?:hem|haar|hen) (?:maar )?even|alleen als|pas als|budget|volgende maand|nieuwe jaar|ontruiming|vermoeden|naamgenoot|tweeling\w*|beweert|(?:kan|mag|gaat|begint)\b.{0,20}\baan de slag bij)\b/
/** What may mean that a message is unsafe, not read, or read by somebody else: no usual sentence speaks of that. */
const unsafe =
  /\b(?:ex|ex-\w+|expartner|dreig\w*|bedreig\w*|agressi\w*|gewelddadig|geweld\w*|\w*stalk\w*|onveilig\w*|veilig\w*|geheim\w*|vertrouwelijk|vrouwenopvang|opvang|\w+verbod|politie|wijkagent|rechter|reclassering|jeugdbescherm\w*|handhaving|enkelband|inval|justitie|psychose|psychotisch|decompensatie|levensmoe|sterven|slaan|kraam\w*|ligt (?:momenteel|nu|op|aan|in)|aan de lijn|vermist|niet te pakken|staat (?:steeds |altijd )?uit|voorgevallen|onder invloed|straf|alleen (?:op|in) een|meelez\w*|deelt|delen (?:een|de|het)|leest mee|luistert mee|ziekenhuis|kliniek|opgenomen|opname|operatie|geopereerd|coma|terminaal|ernstig|zwanger\w*|bevall\w*|bevalt|buitenland|(?:niet|slecht|moeilijk|geen|weinig) (?:\w+ )?(?:lezen|schrijven)|analfabe\w*|laaggeletterd|doof|dove|slechthorend|blind|slechtziend|bewind\w*|curat\w*|mentor|voogd\w*|minderjarig|suicid\w*|zelfmoord|retour|onvindbaar|spoorloos|vast in|zit vast|pi|cel|verblij\w*|tbs)\b|\b1[4-7] ?jaar\b|\bpas 1[4-7]\b/
const unwilling =
  /\b(?:weiger\w*|wil (?:\w+ ){0,3}(?:niet|geen)\b(?! (?:in|op|naar|terug|meer naar|meer terug|als|bij|te|zo|\w+ (?:werk|functie|baan)))|werkt niet mee|niet zitten|geen zin|niet mee eens|tegen (?:deelname|het traject)|neemt (?:\w+ ){0,3}niet op|geen gehoor|reageert (?:\w+ ){0,2}niet)\b/

/** A language that the rest of this cannot read. */
const isForeign = (sentence: string, words: number): boolean =>
  new Set(sentence.match(foreign)).size > 1 || (words > 3 && !/\d|\[/.test(sentence) && !dutch.test(sentence))
const foreign =
  /\b(?:please|the|this|not|yet|until|you|your|him|she|and|but|with|from|will|should|would|have|hold|call|wait|wrong|delete|bitte|nicht|noch|und|weder|kann|auch|dem|hat|seine?[mnrs]?|gehort|ist|sie|ihr|herr|frau|wird|werden|kein\w*|erst|wenn|s'il|vous|son|il|doit|etre|tous|ses|est|elle|nous|mais|avec|pour|merci|encore|madame|monsieur)\b/g
const dutch =
  /\b(?:de|het|een|en|van|voor|met|op|in|is|zijn|wij|we|ik|u|je|jullie|hij|zij|ze|mevrouw|meneer|heer|niet|geen|naar|bij|te|dat|die|deze|dit|aan|om|heeft|hebben|wordt|kan|wil|graag|hierbij|als|maar|ook|zie|uit|der|den|zich|zeer|heel|erg|nog|wel|moet|gaat|komt|werkt|woont|spreekt|soms|vaak|altijd|nooit|goed|slecht|veel|weinig|eigen|liever|dan|eerst|pas|na|tot|vanaf|tijdens|zonder|over|door|nu|al|hem|haar|hun)\b/
