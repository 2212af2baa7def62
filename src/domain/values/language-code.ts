import { ourLanguageNames } from './language-names.ts'
import { ourLanguages, parseLanguage, spokenLanguages } from './language.ts'

/**
 * The language to speak with somebody, by its two letters (ISO 639-1), as far as it has them: 'Tigrinya' is 'ti', 'Nederlands en Pools'
 * is 'nl', 'Turks, een beetje Nederlands' is 'tr'. undefined: no language is named, or one that the standard has no two letters for.
 */
export function languageCode(text: string): string | undefined {
  const typed = text.trim().toLowerCase()
  if (/^[a-z]{2}$/.test(typed) && codes.has(typed)) return typed
  const spoken = parseLanguage(text)
  if (spoken === 'nl' || spoken === 'en') return spoken
  return spokenLanguages(text)
    .map((name) => codeOfName.get(name))
    .find((code) => code !== undefined)
}

/** Of the languages in which we have no texts: names without accents and in small letters, as `language-names.ts` has them. */
const table = `
am amhaars amharic | az azeri azerbeidzjaans | bg bulgaars bulgarian | bn bengaals bengali | bs bosnisch bosnian
ca catalaans catalan | ce tsjetsjeens chechen | cs tsjechisch czech | da deens danish | de duits german deutsch | ee ewe
el grieks greek | et estonian ests | ff fula | fi fins finnish | fy fries frisian frysk | gu gujarati | ha hausa
he hebreeuws hebrew | hi hindi hindoestaans | hr kroatisch croatian | hu hongaars hungarian | hy armeens armenian
id indonesisch indonesian bahasa | ig igbo | is ijslands icelandic | it italiaans italian | ja japans japanese | jv javaans
ka georgisch georgian | ko koreaans korean | ku koerdisch kurdish kurmanji sorani badini | ln lingala | lt litouws lithuanian
lv lets latvian | mk macedonisch macedonian | mn mongools mongolian | ms maleis malay | my birmees burmese | ne nepalees nepali
no noors norwegian | om oromo | pa punjabi | ps pashto pasjtoe | pt portugees portuguese | rn kirundi | ro roemeens romanian
rw kinyarwanda | si singalees sinhala | sk slowaaks slovak | sl sloveens slovenian | so somalisch somali | sq albanees albanian
sr servisch serbian | sv zweeds swedish | sw swahili | ta tamil | te telugu | th thai thais | tk turkmeens
tl tagalog filipijns filipino | ug oeigoers uyghur | ur urdu oerdoe | uz oezbeeks uzbek | vi vietnamees vietnamese | wo wolof
yo yoruba | zh chinees chinese mandarijn mandarin kantonees cantonese | bo tibetaans tibetan | ak twi
`
  .split(/\n|\|/)
  .map((entry) => entry.trim().split(/\s+/))
  .filter(([code]) => code !== undefined && code !== '')

const codes: ReadonlySet<string> = new Set([...ourLanguages, ...table.map(([code = '']) => code)])
const codeOfName: ReadonlyMap<string, string> = new Map(
  [...table, ...ourLanguages.map((code) => [code, ...ourLanguageNames[code]])].flatMap(([code = '', ...names]) =>
    names.map((name): [string, string] => [name, code]),
  ),
)
