import type { Entry } from '../lexicon.ts'

/** Why someone cannot come. A word alone is often only a hint: it counts when the reason is what was asked. */
export const reasons: readonly Entry[] = [
  {
    means: 'absence',
    reason: 'illness',
    sure: [
      'am/im/feel/feeling/was/got/been/being/still/fell/call/calling * sick/ill/unwell/poorly',
      'have/got/had/with * flu/fever/covid/corona/migraine/headache/cold/stomach/bug/infection',
      'dont feel/feeling ?very/so good/well',
      'not feel/feeling ?very/so good/well',
      'sick in/at bed/home',
      'throwing up',
    ],
    likely: ['sick', 'ill', 'flu', 'fever', 'covid', 'unwell'],
    hint: ['pain', 'headache', 'tired', 'hurts'],
  },
  {
    means: 'absence',
    reason: 'child_ill',
    sure: [
      'child/kid/son/daughter/baby/kids/children/boy/girl * sick/ill/fever/flu/hospital',
      'sick child/kid/son/daughter/baby/kids/children',
    ],
  },
  {
    means: 'absence',
    reason: 'medical_specialist',
    sure: [
      'appointment * hospital/doctor/doctors/dentist/specialist/gp/clinic/physio/psychologist',
      'hospital/doctor/doctors/dentist/specialist/gp/clinic appointment',
      'to/at/see/seeing ?the/a/my hospital/doctor/doctors/dentist/specialist/gp/clinic/midwife',
      'have/having/for * surgery/operation/scan',
    ],
    hint: ['hospital', 'doctor', 'dentist'],
  },
  {
    means: 'absence',
    reason: 'bereavement',
    sure: [
      'funeral/burial/cremation',
      'mother/father/grandmother/grandfather/brother/sister/husband/wife/son/daughter/aunt/uncle/mom/dad/mum/friend/grandma/grandpa/cousin * died/dead/passed',
      'passed away',
      'death in/of * family/my/mother/father',
    ],
  },
  {
    means: 'absence',
    reason: 'religious_holiday',
    sure: ['eid/diwali/passover/ramadan/bayram', 'religious holiday/feast'],
  },
  {
    means: 'absence',
    reason: 'work',
    sure: [
      'have/need/got/must/has ?to * work',
      'am/im/will/be * ?at working/work',
      'i work ?on/that/then monday/tuesday/wednesday/thursday/friday/day/then',
      'because/due of/to * work',
      'have ?a/an/my internship/shift',
      'my shift',
    ],
    hint: ['work', 'working', 'boss', 'internship', 'job'],
  },
  {
    means: 'absence',
    reason: 'exam',
    sure: ['have/had/taking/take/is/got * exam/exams/test', 'exam/exams'],
    hint: ['school', 'test'],
  },
  {
    means: 'absence',
    reason: 'job_interview',
    sure: ['job/work interview', 'have/had/got ?an/a interview', 'interview for * job'],
    hint: ['interview'],
  },
  { means: 'absence', reason: 'court', sure: ['court', 'see/to * judge/lawyer'], hint: ['lawyer', 'judge'] },
  {
    means: 'absence',
    reason: 'housing_corporation',
    sure: ['housing association/corporation/company', 'viewing * house/apartment', 'landlord'],
  },
  {
    means: 'absence',
    reason: 'hospital_or_detention',
    sure: ['am/im/was/been/being in/at/the * hospital', 'admitted to * hospital', 'in jail/prison/custody/detention'],
  },
  {
    means: 'absence',
    reason: 'vacation',
    sure: ['on holiday/vacation/holidays', 'am/im/be/was/still abroad/traveling/travelling', 'out of * country'],
    hint: ['holiday', 'vacation', 'abroad', 'trip'],
  },
  {
    means: 'absence',
    reason: 'forgot',
    sure: ['forgot/forgotten', 'didnt remember', 'overslept', 'slipped my mind', 'mixed up * date/day/time'],
  },
  {
    means: 'absence',
    reason: 'no_transport',
    sure: [
      'no transport/car/bike/bus/ride/transportation',
      'dont/do have * transport/car/bike/bus/ride',
      'no/not money * bus/train/travel/ticket',
      'bus/train/tram/metro * late/cancelled/canceled/strike/running/missed/delayed',
      'missed ?the/my bus/train',
      'car/bike * broken/broke/stolen',
      'flat tire/tyre',
    ],
    hint: ['transport', 'strike'],
  },
  {
    means: 'absence',
    reason: 'no_childcare',
    sure: [
      'no childcare/babysitter/daycare/nanny',
      'babysitter * sick/cancelled/canceled/not',
      'no one/nobody * watch * kids/child/children/baby',
      'have to * watch/pick * kids/child/children/baby/son/daughter',
    ],
    hint: ['childcare', 'babysitter', 'daycare', 'kids'],
  },
  {
    means: 'absence',
    reason: 'no_motivation',
    sure: [
      'dont feel like it/coming/going',
      'no motivation',
      'dont want to come/go',
      'not interested',
      'do not want to come',
    ],
  },
  {
    means: 'absence',
    reason: 'other',
    sure: [
      'rather not say/tell',
      'dont want * say/tell',
      'private reason/reasons',
      'its private',
      'personal reason/reasons',
      'family matter/circumstances/problem/emergency',
    ],
  },
]
