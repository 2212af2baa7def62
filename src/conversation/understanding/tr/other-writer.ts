import type { OtherWriter } from '../other-writer-words.ts'

const kinIam =
  'eşiyim/kocasıyım/karısıyım/hanımıyım/beyiyim/annesiyim/babasıyım/kızıyım/oğluyum/ablasıyım/abisiyim/ağabeyiyim/kardeşiyim/kızkardeşiyim/yengesiyim/teyzesiyim/halasıyım/amcasıyım/dayısıyım/kuzeniyim/arkadaşıyım/komşusuyum/partneriyim/nişanlısıyım'
const kin = 'eşi/kocası/karısı/annesi/babası/kızı/oğlu/ablası/abisi/kardeşi/arkadaşı/komşusu/partneri'
const mine = 'eşim/karım/kocam/hanımım/annem/babam/kızım/oğlum/kardeşim/ablam/abim'

export const otherWriter: OtherWriter = {
  says: [
    kinIam,
    'tercümanıyım/çevirmeniyim/tercümanım/çevirmenim',
    'ben * tercüman/çevirmen',
    `ben * ${kin} |`,
    'adına yazıyorum/arıyorum/cevap/mesaj',
    `onun/eşim/eşimin/karımın/kocamın/annemin/babamın/kızımın/oğlumun/hanım/bey adına`,
    'onun için/yerine yazıyorum/cevap',
  ],
  unless: ['çocuk/çocuğun/çocuğumun/çocukların/bebek annesiyim/babasıyım', 'ben * geliyorum/gelemiyorum/gelemem'],
  about: [`${mine} * gelemiyor/gelemez/gelemeyecek/gelmiyor/gelmeyecek`],
  afterName: 'hasta/gelemiyor/gelemez/gelemeyecek/gelmeyecek/gelecek/gelemedi/hastanede',
  selves: 'ben bana benim gelemem gelemiyorum gelemeyeceğim geliyorum',
  answers: [
    `?hayır/evet ?ben ?onun ${kin}/${kinIam}/tercüman/tercümanı/tercümanım/çevirmen`,
    '?evet ?onun adına ?yazıyorum',
  ],
}
