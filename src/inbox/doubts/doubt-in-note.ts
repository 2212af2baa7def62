import { matchIn, type DoubtPatterns, type SaidDoubt } from './doubt.ts'
import { plain, sentencesOf } from './plain-sentences.ts'

const datum =
  '(?:telefoon(?:nummer)?|nummer|mobiel(?:e nummer|nummer)?|06(?:-nummer)?|(?:mail|e-mail|email|woon|post)?adres|e-?mail|klantnummer|clientnummer|geboortedatum|geboortejaar|(?:achter|voor)?naam|risico(?:profiel|niveau|inschatting)?|tolk|taal|consulent|klantmanager|gegevens)'

/**
 * What says of somebody who was referred before that things are otherwise, in a mail that refers nobody. In a referral the same words are
 * the story of somebody's life, so they are only looked for here.
 */
const notes: DoubtPatterns = [
  [
    'changed',
    new RegExp(
      [
        '\\b(?:correctie|rectificatie|wijziging|mutatie|gewijzigd|gecorrigeerd|aangepast|veranderd)\\b',
        `\\b(?:nieuwe?|andere?|juiste?|correcte?|gewijzigde?|verkeerde?|foute?|oude?) (?:\\S+ )?${datum}\\b`,
        `\\b${datum}\\b(?: \\S+){0,6} (?:moet|moeten|dient|is niet|klopt niet|wordt|verandert|wijzigt)\\b`,
        '\\bi\\.?p\\.?v\\b|\\bin plaats van\\b|\\b(?:type|tik|schrijf)fout\\b|\\bfoutje\\b|\\bniet \\S+,? maar\\b',
      ].join('|'),
    ),
  ],
  [
    'withdrawn',
    /\bverkeerde (?:persoon|klant|kandidaat|deelnemer|client|inwoner)\b|\b(?:overgeplaatst|overgedragen|overgenomen|teruggetrokken|uitgevallen|afgehaakt)\b|\bhoeft (?:\S+ ){0,3}niet (?:meer|langer)\b|\bgaat (?:toch |helaas )*niet (?:meer )?(?:meedoen|deelnemen|starten|komen)\b|\bwil (?:\S+ ){0,3}(?:stoppen|niet meer)\b/,
  ],
  [
    'out_of_reach',
    /\bwerkt (?!.*\bniet\b)(?:nu|inmiddels|weer|al|sinds|per|vanaf|bij|als|fulltime)\b|\b(?:gaat|is) (?:\S+ ){0,3}(?:verhuizen|verhuisd|vertrokken|weg|emigreren)\b|\bzit vast\b|\bis (?:\S+ ){0,2}(?:gearresteerd|opgepakt|opgenomen)\b|\bnieuwe (?:baan|werkgever)\b/,
  ],
]

export const doubtInNote = ({
  subject,
  texts,
}: {
  subject: string
  texts: readonly string[]
}): SaidDoubt | undefined => {
  for (const text of [subject, ...texts])
    for (const sentence of sentencesOf(plain(text).split('\n'))) {
      const doubt = matchIn(sentence, notes)
      if (doubt !== undefined && !/\?\s*$/.test(sentence)) return { doubt, said: sentence }
    }
  return undefined
}
