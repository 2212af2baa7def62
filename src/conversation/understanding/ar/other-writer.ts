import type { OtherWriter } from '../other-writer-words.ts'

const kin =
  'زوج/زوجها/زوجته/جوزها/رجلها/مراته/اخوها/اخوه/اخاها/اختها/اخته/ابنها/ابنه/بنتها/بنته/ابنتها/ابنته/امها/والدتها/والدته/ابوها/ابوه/والدها/والده/صديقها/صديقتها/صديقه/جارتها/جارها/خطيبها'
const helpers = 'المترجم/المترجمه/مترجم/مترجمه/مترجمها/مترجمته/مترجمتها/المرافق/المرافقه/مرافقها'
const arabizi = 'zawjha/jawzha/jozha/zojha/zoj/zawj/rajelha/okhtha/khtha/akhouha/khouha/ibnha/bentha/omha/waldha'

export const otherWriter: OtherWriter = {
  says: [
    `انا ${kin}/${helpers}`,
    `معك/معكم/معاك ${kin}/${helpers}`,
    `هذا/هذه/هنا ${kin}/${helpers}`,
    'بالنيابه عن/عنها/عنه',
    'نيابه عن/عنها/عنه',
    'اكتب/اتكلم/اتحدث/ارد باسم/عنها/عنه/بدلا',
    'اترجم لها/له/عنها',
    `ana ${arabizi}/lmotarjim/almutarjim/mutarjim/motarjem/motarjim`,
    'bism zawjti/zawji/mrati/ommi',
  ],
  unless: [],
  about: [
    'زوجتي/زوجي/مراتي/امي/والدتي/ابي/والدي/اختي/اخي/ابنتي/بنتي/ابني لا/ما/لن تستطيع/يستطيع/تقدر/يقدر/تتمكن/يتمكن/يمكنها/يمكنه * الحضور/المجيء/القدوم/تجي/يجي/تيجي/ييجي/الذهاب',
    'زوجتي/زوجي/مراتي/امي/والدتي/ابي/والدي/اختي/اخي لن تاتي/ياتي/تحضر/يحضر',
  ],
  selves: 'انا اني ana',
  answers: [`?لا/نعم ?انا ${kin}/${helpers}`, `?ana ${arabizi}`, 'اكتب عنها/عنه'],
}
