import type { Language } from '#src/domain/values/language.ts'

/** How many words a sentence may have: about what B1 allows. Languages that write much in one word get fewer. A word to fill in counts as one. */
export const wordsInSentence: Readonly<Record<Language, number>> = {
  nl: 15,
  en: 16,
  tr: 12,
  ar: 14,
  pl: 13,
  uk: 13,
  ru: 13,
  ti: 13,
  fa: 16,
  es: 16,
  fr: 16,
}

/**
 * What tells on a lock screen what the appointment is about, would damage somebody, or has no place in a message: benefits, measures, an
 * illness, the number of a citizen. Dutch names of laws and offices are as telling in any language. Beginnings of words in small letters; with '.' behind it a
 * whole word, with '_' in it several.
 */
const everywhere =
  'uitkering bijstand participatiewet uwv. wia. wajong bsn. burgerservicenummer diagnos re-integratie reintegratie schuldhulp'
const own: Readonly<Record<Language, string>> = {
  nl: 'depressi burn-out burnout psych verslav versla schuld handicap beperking medisch behandeling arbeidsongeschikt maatregel sanctie boete korting straf therap kanker zwanger',
  en: 'benefit welfare allowance depress psych addict debt disab medic therap sanction penalt punish cancer pregnan',
  tr: 'sosyal_yardım ödenek işsizlik_maaş depresyon psikolo bağımlı borç. borcu engelli tedavi terapi tanı. teşhis ceza yaptırım kanser hamile',
  ar: 'إعانة معونة اكتئاب نفسي. إدمان ديون إعاقة علاج تشخيص عقوبة غرامة سرطان حامل.',
  pl: 'zasiłek zasiłk depresj psych uzależni dług niepełnospr leczeni terapi diagnoz sankcj kara. kary. grzywn nowotw ciąż',
  uk: 'допомога_по соцвиплат депрес психі залежн борг інвалід лікуван терапі діагноз санкці штраф покаран рак. вагітн',
  ru: 'пособи соцвыплат депресс психи зависимост долг инвалид лечени терапи диагноз санкци штраф наказан рак. беремен',
  ti: 'ናይ_ማሕበራዊ_ሓገዝ ጭንቀት ስነኣእምሮ ወልፊ ዕዳ ስንክልና ሕክምና መርመራ መቕጻዕቲ ካንሰር ጥንሲ',
  fa: 'کمک‌هزینه مستمری افسردگی روانی اعتیاد بدهی. معلول درمان تشخیص جریمه مجازات سرطان باردار',
  es: 'subsidio prestación ayuda_social depresi psicó psiq adicci deuda discapac tratamiento terapia diagnós sanción multa castig cáncer embaraz',
  fr: 'allocation aide_sociale chômage dépress psych dépendance dette handicap traitement thérap diagnos sanction amende punition cancer enceinte',
}

/** What these languages write onto the beginning of a word: 'and', 'with', 'the'. */
const prefixes: Readonly<Partial<Record<Language, string>>> = { ar: '(?:[وفبك]?(?:ال)?|ل|لل)', ti: '[ንብካዝ]?' }

const beginnings = (language: Language): string[] =>
  `${everywhere} ${own[language]}`
    .split(' ')
    .map((word) => word.replaceAll('_', ' '))
    .map((word) => (word.endsWith('.') ? `${word.slice(0, -1)}(?![\\p{L}\\p{M}])` : `${word}[\\p{L}\\p{M}]*`))

const patterns = new Map<Language, RegExp>()

/** The words in a text that have no place in a message, as they stand there. */
export function forbiddenIn(text: string, language: Language): string[] {
  const pattern =
    patterns.get(language) ??
    new RegExp(`(?<![\\p{L}\\p{M}])${prefixes[language] ?? ''}(?:${beginnings(language).join('|')})`, 'giu')
  patterns.set(language, pattern)
  return text.match(pattern) ?? []
}

/**
 * The letters that a language cannot do without beside those of a cheap SMS; an SMS has them without their marks (`asSms`). 'script':
 * a script of its own, so that every SMS in it is UCS-2.
 */
export const lettersOf: Readonly<Record<Language, string>> = {
  nl: '',
  en: '',
  tr: 'çÇğĞıİşŞâîû',
  ar: 'script',
  pl: 'ąĄćĆęĘłŁńŃóÓśŚźŹżŻ',
  uk: 'script',
  ru: 'script',
  ti: 'script',
  fa: 'script',
  es: 'áÁíÍóÓúÚ',
  fr: 'âÂçÇêÊëËîÎïÏôÔœŒûÛÀÈÙ',
}
