import type { OtherWriter } from '../other-writer-words.ts'

const kin =
  'husband/wife/spouse/partner/boyfriend/girlfriend/fiance/son/daughter/sister/brother/mother/mom/mum/father/dad/uncle/aunt/cousin/nephew/niece/grandmother/grandfather/neighbour/neighbor/roommate/friend'
const helpers =
  'interpreter/translator/carer/caregiver/guardian/mentor/caseworker/case_worker/social_worker/support_worker/counsellor'

export const otherWriter: OtherWriter = {
  says: [
    `am/im her/his/their ${kin}/${helpers}`,
    `am/im the ${kin}/${helpers} of`,
    `am/im ?a/an/the ${helpers}`,
    `am/im * ${kin}`,
    `this is her/his/the ${kin}/${helpers}`,
    `this is * ${helpers}`,
    `| ?hi/hello her/his ${kin}/${helpers} here/speaking/writing`,
    'on behalf of',
    'on her/his/their behalf',
    'writing/texting/answering/replying/messaging ?this/you for her/him/my/mr/mrs/ms/miss',
    'translating/interpreting for',
  ],
  unless: [
    'am/im * my/our/your/with/to/for/at/without/visiting/seeing/from/married/picking/taking/bringing/not',
    'am/im ?a/the ?single mother/mom/mum/father/dad of/with/and',
    'am/im a/an/one/your/and/in/on * ',
    'this is * my/our/for/from/about/with',
    'on behalf of myself/me/my_work/my_employer',
  ],
  about: [
    `my ${kin} can_not/cannot/cant/wont/will_not/is_not_able_to/isnt_able_to/is_unable_to * come/attend/make_it/be_there`,
    `my ${kin} is not coming`,
    `my ${kin} isnt coming`,
  ],
  afterName: 'can/cant/cannot/is/isnt/has/will/wont/wants/needs/had',
  selves: 'i im ive ill me myself we',
  answers: [
    `?no/yes ?i ?im ?am ?the/a/an/her/his ${kin}/${helpers}`,
    '?yes ?i ?im ?am ?write/writing ?for/on_behalf_of her/him',
  ],
}
