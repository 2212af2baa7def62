import type { Doubt } from './doubt.ts'

const number = '(?:nummer|telefoonnummer|telnr|tel\\.?nr|mobiel(?:e nummer|nummer)?|06(?:-nummer|-nr)?|telefoon|nr)'
const other =
  '(?:man|vrouw|echtgenoot|echtgenote|partner|vader|moeder|ouders?|zoon|dochter|broer|zus|zusje|oom|tante|nicht|neef|opa|oma|vriend|vriendin|ex|schoon\\w+|buur\\w*|huisgenoot|begeleid\\w*|mentor|bewindvoerder|voogd|contactpersoon|hulpverlener|collega|jobcoach|tolk|coach|kennis|familie\\w*)'
const whose = '(?:(?:zijn|haar|de|een|diens|hun|mijn|eigen|oudste|jongste) ){0,2}'

/** 'Telefoonnummer is van zijn vrouw', 'nummer is geheim': whoever is called there is not the participant, or does not want it. */
const notTheirs = new RegExp(
  [
    `\\b${number} (?:\\S+ ){0,3}(?:is|hoort|behoort|staat) (?:\\S+ ){0,3}(?:van|bij|aan|op naam van) ${whose}${other}\\b`,
    `\\b${number} (?:van|is) ${whose}${other}\\b(?![^:]*:)`,
    `\\b(?:bereikbaar|te bereiken|bellen|contact|loopt|verloopt|gaat) (?:\\S+ ){0,3}(?:via|naar|door) ${whose}(?!tolk)${other}\\b(?![^:]*:)`,
  ].join('|'),
)
const unusable = new RegExp(
  [
    `\\b${number}\\b(?: \\S+){0,4} (?:geheim|vertrouwelijk|afgesloten|geblokkeerd|kapot|defect|kwijt|gestolen|buiten gebruik|niet (?:meer )?(?:in gebruik|gebruiken|bellen|te gebruiken|bereikbaar))\\b`,
    `\\bgeheime? ${number}\\b|\\b(?:telefoon|mobiel) (?:kwijt|gestolen)\\b|\\b(?:alleen|uitsluitend) (?:per|via) (?:de )?(?:post|brief)\\b|\\bheeft (?:nog |momenteel |zelf )?geen (?:eigen |mobiele )?(?:telefoon|mobiel|nummer)\\b`,
  ].join('|'),
)

export const doubtAboutPhone = (sentence: string): Doubt | undefined =>
  notTheirs.test(sentence) || unusable.test(sentence) ? 'not_their_phone' : undefined
