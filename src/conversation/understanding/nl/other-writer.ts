import type { OtherWriter } from '../other-writer-words.ts'

const kin =
  'man/vrouw/echtgenoot/echtgenote/partner/vriend/vriendin/verloofde/zoon/dochter/zus/zusje/zuster/broer/broertje/moeder/mama/ma/vader/papa/pa/oom/tante/neef/nicht/oma/opa/schoonzus/schoonzoon/schoondochter/schoonmoeder/buurman/buurvrouw/huisgenoot/kennis'
const helpers =
  'tolk/vertaler/begeleider/begeleidster/hulpverlener/hulpverleenster/mentor/bewindvoerder/curator/mantelzorger/contactpersoon/maatschappelijk_werker/maatschappelijk_werkster/verzorger/verzorgster'
const greeting = '?hallo/hoi/hi/hey/goedemorgen/goedemiddag/goedenavond/dag/beste'

export const otherWriter: OtherWriter = {
  says: [
    `ben de/der/dr/een/haar/zijn/zn/hun ${kin} van`,
    `ben haar/dr/der/zijn/zn/hun ${kin}/${helpers}`,
    `ben ?de/een/haar/zijn ${helpers}`,
    `spreekt/spreek met de/een/haar/zijn ${kin}/${helpers}`,
    `spreekt/spreek met ${helpers}`,
    `| ${greeting} ?u/je met de/haar/zijn ${kin} van`,
    `| ${greeting} met ?de/een/haar/zijn ${helpers} van`,
    `| ${greeting} ?dit/hier is de/haar/zijn ${kin} van`,
    `| ${greeting} ?dit/hier is haar/zijn ${kin}/${helpers}`,
    `dit/hier is de ${helpers} van`,
    `hier de/haar/zijn ${kin}/${helpers} ?van`,
    `schrijf/app/appe/bericht/antwoord/reageer/stuur/typ/bel/spreek ?dit/u/je namens`,
    `namens haar/hem/mijn/mevrouw/mevr/mw/meneer/mijnheer/dhr/de_heer`,
    `schrijf/app/antwoord/reageer/typ ?dit/nu voor haar/hem/mijn/mevrouw/meneer`,
    `vertaal/tolk ?nu/even voor haar/hem/mijn/mevrouw/meneer`,
  ],
  unless: [
    'ben * van een/mijn/twee/drie/vier/vijf/zes/2/3/4/5/6/kinderen/onze/jonge/kleine',
    'namens mijn werk/werkgever/baas/school/kerk/moskee/bedrijf/stage',
  ],
  about: [
    `mijn ${kin} ?kan/kunnen * niet * komen/aanwezig/langskomen`,
    `mijn ${kin} komt * niet`,
    `mijn ${kin} kan er * niet * zijn`,
  ],
  afterName: 'kan/komt/is/heeft/moet/ligt/zit/gaat/wil',
  selves: 'ik k mij me mijzelf mezelf wij we',
  answers: [`?nee/ja ?ik ?ben ?de/een/haar/zijn ${kin}/${helpers}`, '?ja ?ik ?schrijf ?namens/voor haar/hem'],
}
