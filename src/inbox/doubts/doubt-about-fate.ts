import type { Doubt } from './doubt.ts'

const work = '(?:werk|baan|job|dienstverband|arbeidscontract|arbeidsovereenkomst)'
const lately =
  '(?:(?:inmiddels|intussen|ondertussen|nu|al|reeds|weer|toch|zelf|sinds (?:kort|\\w+)|per \\S+|vanaf \\S+|helaas|gelukkig) )*'
const kindOfWork = '(?:(?:een|nieuwe?|vaste?|betaalde?|fulltime|andere|eigen|leuke?|passende?) )*'

const worksNow = new RegExp(
  [
    `\\b${work} gevonden\\b`,
    `\\bheeft ${lately}${kindOfWork}${work}\\b(?! (?:gehad|nodig|gezocht|gedaan|verloren|verricht|als doel|zoeken|willen))`,
    `\\b${lately}${kindOfWork}${work} heeft$`,
    `\\b(?:is|gaat) (?:inmiddels|nu|al|sinds|per|vanaf|weer)\\b.{0,30}\\baan het werk\\b`,
    `\\binmiddels aan het werk\\b`,
    `\\bis (?:\\S+ ){0,4}gaan werken\\b`,
    `\\bgaat ${lately}(?:bij \\S+ )?werken\\b(?! aan)`,
    `\\bgaat ${lately}(?:bij (?!jullie|u\\b|je\\b)\\S+ (?:\\S+ )?)?aan de slag\\b(?! met)`,
    `\\bis (?:\\S+ ){0,3}aangenomen\\b`,
    `\\b(?:begint|start) (?:\\S+ ){0,5}(?:met|aan|in|bij|als) (?:(?:een|zijn|haar|de) )?(?:nieuwe |vaste )?(?:baan|werk|job|werkgever)\\b`,
    `\\b(?:aanvaard(?:t|ing)?|accepteert|geaccepteerd) (?:\\S+ ){0,2}${kindOfWork}${work}\\b|\\bwerkaanvaarding\\b`,
    `\\bstroomt (?:\\S+ ){0,4}uit\\b|\\bis (?:\\S+ ){0,3}uitgestroomd\\b`,
    `\\bheeft (?:\\S+ ){0,4}(?:contract (?:getekend|gekregen)|baan gekregen)\\b`,
  ].join('|'),
)
/** 'Nog geen werk gevonden' and 'heeft eerder zelf werk gevonden' are why somebody is referred, and whoever works a little may want more. */
const noWorkNow = new RegExp(
  [
    `\\b(?:geen (?:(?!heeft|heb|is)\\w+ ){0,2}|(?:nooit|niet|eerder|vroeger|ooit|destijds|voorheen|als|zodra|wanneer|indien|totdat|tot|wil|graag|moet|kan|snel) (?:\\w+ ){0,6})(?:${work}|aan het werk|werken|aan de slag|aangenomen)\\b`,
    `\\b(?:in|sinds|tot|van|vanaf|rond|eind|begin) (?:19|20)\\d\\d\\b.*\\b(?:gaan werken|aangenomen|aan het werk)\\b`,
    `\\b(?:zijn|haar|diens) (?:\\w+ )?(?:man|vrouw|echtgenoot|echtgenote|partner|vader|moeder|zoon|dochter|broer|zus|vriend|vriendin|ex)\\b`,
    `\\b(?:parttime|deeltijd|bijbaan|nuluren\\w*|oproep\\w*|vrijwillig\\w*|wsw|proefplaats\\w*|uitbreid\\w*)\\b|\\d+ (?:uur|u\\.?|uren) (?:per|p)\\b|\\(\\d+ (?:uur|u)\\)|\\bvoor \\d+ uur\\b`,
    `\\b(?:werk|baan) (?:\\w+ )?(?:gehad|verloren|kwijt)`,
  ].join('|'),
)

const withoutBenefit =
  /(?<![\w-])(?:bijstands-?)?uitkering\b.{0,40}\b(?:beeindigd|gestopt|stopgezet|stopt|eindigt|ingetrokken)\b|(?<![\w-])bijstand\b.{0,20}\b(?:is|wordt) (?:\S+ ){0,3}(?:beeindigd|gestopt|stopgezet|ingetrokken)\b|\bgeen recht (?:meer )?op (?:een )?(?:bijstand|uitkering)\b|\b(?:ontvangt|krijgt|heeft|geniet) (?:\S+ ){0,3}geen (?:bijstands-?)?(?:uitkering|bijstand) meer\b|\buit de (?:bijstand|uitkering)\b(?! (?:te|komen|raken|stromen|wil))/

const locked =
  /\b(?:zit|zitten|verblijft|is) (?:(?:momenteel|nu|inmiddels|sinds|helaas|tot|weer|op|dit|moment|nog) ?(?:\S+ ){0,2})?(?:in (?:detentie|hechtenis|de gevangenis|de cel)|gedetineerd|vastgezet)\b(?! (?:geweest|gezeten))|\b(?:is|ligt) (?:\S+ ){0,3}opgenomen in (?:een|de|het) (?:\S+ )?(?:kliniek|ziekenhuis|instelling|ggz|psychiatr\w*|revalidatie\w*)|\b(?:is|zijn) (?:\S+ ){0,2}(?:uitgezet|het land uit|spoorloos|onvindbaar)\b/

const moved =
  /\b(?:is|zijn|inmiddels|gaat|reeds|al) (?:\w+ ){0,4}(?:verhuisd|verhuizen)\b|\bverhuist\b|\bverhuisd naar\b|\bis (?:\w+ ){0,4}(?:vertrokken|geemigreerd|geremigreerd)\b|\b(?:uitgeschreven|overgedragen) (?:uit|naar|aan) (?:de|een|onze)? ?(?:andere )?gemeente\b|\bvalt (?:\w+ ){0,4}niet (?:meer|langer) onder\b/
/** Where who is referred came from, or that they came to who refers: that is why they are. */
const movedHere =
  /\b(?:19|20)\d\d\b(?!-)|\bnaar (?:nederland|onze gemeente|ons|hier|deze gemeente)\b|\b(?:hierheen|hiernaartoe)\b|\bbinnen (?:de|onze) gemeente\b|\b(?:vanuit|uit) (?!huis|elkaar)\w+/

const died = /\b(?:overleden|overlijden)\b/
/** The death of a relative is told in many a referral. Only when it says whose relative: 'de man is overleden' may be the participant. */
const relativeDied =
  /\b(?:zijn|haar|diens|wiens|wier) (?:\w+ )?(?:man|vrouw|echtgenoot|echtgenote|partner|vader|moeder|ouders|zoon|dochter|kind|kinderen|broer|zus|opa|oma|vriend|vriendin|ex)\b[^,]{0,30}\boverleden\b|\boverlijden van (?:zijn|haar|diens) \w+/

/** Whether somebody can no longer be referred. `home`: what the municipality is called, without case: who moved there may be referred. */
export const doubtAboutFate = (sentence: string, home: readonly string[] = []): Doubt | undefined => {
  const works = worksNow.test(sentence) && !noWorkNow.test(sentence)
  const isDead = died.test(sentence) && !relativeDied.test(sentence)
  const cameHere = movedHere.test(sentence) || home.some((name) => sentence.includes(`naar ${name}`))
  const isAway = moved.test(sentence) && !cameHere
  return works || isDead || isAway || withoutBenefit.test(sentence) || locked.test(sentence)
    ? 'out_of_reach'
    : undefined
}
