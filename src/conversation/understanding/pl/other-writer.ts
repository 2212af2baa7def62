import type { OtherWriter } from '../other-writer-words.ts'

const kinAs =
  'mężem/żoną/partnerem/partnerką/chłopakiem/dziewczyną/narzeczonym/synem/córką/siostrą/bratem/sąsiadem/sąsiadką/koleżanką/kolegą/przyjaciółką/przyjacielem/kuzynem/kuzynką/ciocią/wujkiem/synową/szwagierką/szwagrem'
const parentAs = 'matką/mamą/ojcem/tatą/babcią/dziadkiem'
const helpersAs = 'tłumaczem/tłumaczką/opiekunem/opiekunką/kuratorem/asystentem/asystentką'
const kin = 'mąż/żona/partner/partnerka/chłopak/syn/córka/siostra/brat/matka/mama/ojciec/tata/koleżanka/sąsiadka'
const helpers = 'tłumacz/tłumaczka/opiekun/opiekunka'

export const otherWriter: OtherWriter = {
  says: [
    `jestem ?jej/jego ${kinAs}/${helpersAs}`,
    `jestem jej/jego/pani/pana ${parentAs}`,
    `| ?dzień_dobry/witam/cześć tu/mówi/pisze ?jej/jego ${kin}/${helpers}`,
    `z tej strony ?jej/jego ${kin}/${helpers}`,
    'w imieniu',
    'piszę/odpowiadam/odpisuję za nią/niego/żonę/męża/mamę/siostrę/brata',
    'tłumaczę dla niej/niego/pani/pana',
  ],
  unless: ['jestem * z/ze/bez/u', 'w imieniu firmy/pracodawcy/swoim/własnym'],
  about: [
    `?moja/mój ${kin} nie może/mogła/mógł/da_rady * przyjść/przyjechać/być`,
    `?moja/mój ${kin} nie przyjdzie/przyjedzie`,
  ],
  afterName: 'nie/jest/ma/może/musi/przyjdzie/zachorował/zachorowała/leży',
  selves: 'ja mnie mi mogę przyjdę jestem mam',
  answers: [
    `?nie/tak ?jestem ?jej/jego ${kin}/${helpers}/${kinAs}/${helpersAs}/${parentAs}`,
    '?piszę za nią/niego',
    'w jej/jego imieniu',
  ],
}
