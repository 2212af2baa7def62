/**
 * The name of a form field as words: 'txtTelefoonMobiel' is 'Telefoon Mobiel', 'consulent.naam' is 'naam consulent'. Whose a field is
 * stays with it: a consulent's phone number must never become the participant's. Undefined: the name says nothing ('Text1').
 */
export const wordsOfFieldName = (name: string): string | undefined => {
  const parts = name
    .split('.')
    .map((part) => wordsOf(part))
    .filter((words) => words !== '' && !saysNothing(words))
  const own = parts.at(-1)
  if (own === undefined || saysNothing(wordsOf(name.slice(name.lastIndexOf('.') + 1)))) return undefined
  const owners = parts.slice(0, -1).filter((words) => !structure.test(words))
  return ownerLast([own, ...owners.toReversed()].join(' '))
}

/**
 * Whether words ask something that forms about people ask. What a maker of forms calls a field for themselves ('dln_gbd', 'Verplicht veld')
 * does not, and then what stands on the page says more.
 */
export const asksOfSomebody = (words: string): boolean => asked.test(words)

const asked =
  /naam|name|letter|voegsel|geb(?:oor|oren|\b)|birth|\btel|\bmob|gsm|\b06|phone|mail|adres|taal|language|tolk|interpreter|risico|no-?\s?show|product|traject|voorziening|dienst|nummer|\bnr|bsn|burger|klant|cli[eë]nt|deelnemer|kandidaat|inwoner|consulent|manager|regisseur|coach|verwijzer|contact|gemeente|opmerk|toelicht|bijzonder/i

/** Whose a field is by its name, when that is not the participant: 'consulent' of 'consulent.tel'. A label that does not say so must be told. */
export const otherOwnerOf = (name: string): string | undefined =>
  name
    .split('.')
    .flatMap((part) => wordsOf(part).toLowerCase().split(' '))
    .find((word) => otherOwners.has(word))

/** Whether words say themselves that something is not the participant's. */
export const namesOtherOwner = (words: string): boolean =>
  [...otherOwners].some((owner) => words.toLowerCase().includes(owner))

const otherOwners = new Set(
  'consulent werkconsulent klantmanager klantregisseur regisseur casemanager jobcoach coach verwijzer aanmelder opdrachtgever contactpersoon partner werkgever gemeente'.split(
    ' ',
  ),
)

/** A text that a program gave a field, or the word for what kind of field it is: no label. */
export const saysNothing = (label: string): boolean =>
  nothing.test(label.replace(/[\s_#[\]()-]+/g, '')) || !/\p{L}{2}/u.test(label)

const nothing =
  /^(?:text(?:field|box)?|te[ks]+t?(?:veld|vak)?|veld|field|formfield|invoer(?:veld|vak)?|input|check(?:box)?|(?:selectie|keuze)(?:vak(?:je)?|rondje|lijst(?:metinvoervak)?)|vink(?:vak)?(?:je)?|radio(?:button|knop)?|option(?:button)?|optie|group|groep|dropdown(?:list)?|combo(?:box)?|list(?:box)?|date(?:field)?|undefined|fill|naamloos|untitled|unnamed|control|subform|page|pagina|form|formulier|topmostsubform|row|rij|cell?|table|tabel|button|knop|toggle|[a-z]\d*)\d*(?:[a-z]\d*)?$/i

/** Parts of a form that own nothing. */
const structure =
  /^(?:(?:top ?most ?)?sub ?form|form(?:ulier)?|aanmeld(?:ing|formulier|ingsformulier)|page|pagina|blad|blok|sectie|section|deel|gegevens|persoonsgegevens|algemeen|velden|fields|body|main|root|data)[\s\d]*$/i

/** Without what programs and makers of forms put around a name: '[0]', '#', 'txt', a number at the end that tells doubles apart. */
const wordsOf = (part: string): string =>
  part
    .replace(/\[\d+\]|#/g, '')
    .replace(/^(?:txt|tbx?|fld|veld|cbx?|chk|cb|rb|rdo|rad|opt|ddl?|cmb|cbo|tf|dt|edt|inp|num|str)(?=[_\-A-Z])/, '')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/[_\s]+/g, ' ')
    .replace(/^[-\s]+|[-\s]+$/g, '')
    .replace(/(\p{L})[ -]?\d{1,2}$/u, '$1')

const owner =
  /^(deelnemer|kandidaat|klant|cli[eë]nt|inwoner|werkzoekende|consulent|werkconsulent|klantmanager|klantregisseur|regisseur|casemanager|jobcoach|coach|verwijzer|aanmelder|opdrachtgever|contactpersoon|partner|werkgever|gemeente)s? (.+)$/i

/** 'consulent naam' is 'naam consulent', as people label it. */
const ownerLast = (words: string): string => words.replace(owner, '$2 $1')
