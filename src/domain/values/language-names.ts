/** How forms name the languages in which we have texts: in Dutch, in English and in the language itself, without accents and in small letters. */
export const ourLanguageNames = {
  nl: namesIn('nederlands nederlandse ned dutch hollands vlaams flemish nt2 nl nld'),
  en: namesIn('engels engelse english eng gb'),
  tr: namesIn('turks turkse turkish turkce'),
  // Who speaks the Arabic of Syria, Iraq or Morocco reads the written language.
  ar: namesIn('arabisch arabische arabic syrisch العربية عربي عربية'),
  pl: namesIn('pools poolse polish polski'),
  uk: namesIn('oekraiens oekraiense ukrainian ukraiens українська українською'),
  ru: namesIn('russisch russische russian русский'),
  // Of the languages of Eritrea it is the one that most people write.
  ti: namesIn('tigrinya tigrigna tigrinja eritrees eritrean ትግርኛ'),
  // Dari is the Persian of Afghanistan; written it differs in a few words only.
  fa: namesIn('farsi perzisch perzische persian dari فارسی دری'),
  es: namesIn('spaans spaanse spanish espanol castellano castiliaans'),
  fr: namesIn('frans franse french francais'),
} as const

/** As `parseLanguage` sees what stands on a form: in small letters, without marks. */
function namesIn(names: string): readonly string[] {
  return names.split(' ').map((name) => name.normalize('NFKD').replaceAll(/\p{M}/gu, ''))
}

/** Names of other languages as forms write them, in Dutch and English, without accents and in small letters. */
export const otherLanguages: readonly string[] = `
albanees albanian amhaars amharic aramaic aramees armeens armenian azerbeidzjaans azeri badini bahasa bengaals bengali
berber berbers birmees bosnian bosnisch bulgaars bulgarian burmese cantonese catalaans catalan chechen chinees chinese
croatian czech danish deens deutsch duits estonian ests ewe filipijns filipino finnish fins fries frisian frysk fula
gebarentaal georgian georgisch german greek grieks gujarati hausa hebreeuws hebrew hindi hindoestaans hongaars hungarian
icelandic igbo ijslands indonesian indonesisch italiaans italian japanese japans javaans kantonees kinyarwanda kirundi
koerdisch koreaans korean krio kroatisch kurdish kurmanji latvian lets lingala lithuanian litouws macedonian macedonisch
malay maleis mandarijn mandarin mandinka mongolian mongools nepalees nepali ngt noors norwegian oegandees oeigoers
oerdoe oezbeeks oromo papiamento papiaments papiamentu pashto pasjtoe portugees portuguese punjabi riffijns roemeens
romanes romani romanian serbian servisch servokroatisch singalees sinhala slovak sloveens slovenian slowaaks somali
somalisch sorani sranan sranantongo surinaams swahili swedish tagalog tamazight tamil tarifit telugu thai thais
tibetaans tibetan tsjechisch tsjetsjeens turkmeens twi urdu uyghur uzbek vietnamees vietnamese wolof yoruba zweeds
`
  .trim()
  .split(/\s+/)
