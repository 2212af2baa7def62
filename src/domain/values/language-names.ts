/** Names of languages other than Dutch and English as forms write them, in Dutch and English, without accents and in small letters. */
export const otherLanguages: readonly string[] = `
albanees albanian amhaars amharic arabic arabisch aramaic aramees armeens armenian azerbeidzjaans azeri badini bahasa
bengaals bengali berber berbers birmees bosnian bosnisch bulgaars bulgarian burmese cantonese catalaans catalan chechen
chinees chinese croatian czech danish dari deens deutsch duits eritrean eritrees espanol estonian ests ewe farsi filipijns filipino
finnish fins francais frans french fries frisian frysk fula gebarentaal georgian georgisch german greek grieks gujarati hausa
hebreeuws hebrew hindi hindoestaans hongaars hungarian icelandic igbo ijslands indonesian indonesisch italiaans italian
japanese japans javaans kantonees kinyarwanda kirundi koerdisch koreaans korean krio kroatisch kurdish kurmanji latvian
lets lingala lithuanian litouws macedonian macedonisch malay maleis mandarijn mandarin mandinka mongolian mongools
nepalees nepali ngt noors norwegian oegandees oeigoers oekraiens oerdoe oezbeeks oromo papiamento papiaments papiamentu
pashto pasjtoe persian perzisch polish pools portugees portuguese punjabi riffijns roemeens romanes romani romanian
russian russisch serbian servisch servokroatisch singalees sinhala slovak sloveens slovenian slowaaks somali somalisch
sorani spaans spanish sranan sranantongo surinaams swahili swedish syrisch tagalog tamazight tamil tarifit telugu thai
thais tibetaans tibetan tigrigna tigrinya tsjechisch tsjetsjeens turkish turkmeens turks turkse twi ukrainian urdu
uyghur uzbek vietnamees vietnamese wolof yoruba zweeds
`
  .trim()
  .split(/\s+/)
