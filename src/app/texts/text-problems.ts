import path from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { checkTexts, type TextExample } from '#src/conversation/check-texts.ts'
import type { Flow } from '#src/conversation/flow.ts'
import type { Templates } from '#src/conversation/template.ts'
import type { Language } from '#src/domain/values/language.ts'
import { dayInWords } from '#src/services/words.ts'
import { zone } from '../zone.ts'
import type { FoundProblem } from './flow-problems.ts'

/** Any year has the longest day of a language in it, near enough. */
const firstDay = Temporal.PlainDate.from('2026-01-01')

const lengths = new Map<Language, string>()

function longestDay(language: Language): string {
  const known = lengths.get(language)
  if (known !== undefined) return known
  let longest = ''
  for (let n = 0; n < 365; n++) {
    const at = firstDay.add({ days: n }).toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).toInstant()
    const day = dayInWords(at, language, zone)
    if (day.length > longest.length) longest = day
  }
  lengths.set(language, longest)
  return longest
}

/** As long as these mostly are; a longer name costs a part more now and then. */
export function exampleIn(language: Language): TextExample {
  const day = longestDay(language)
  const time = '10:30'
  return {
    facts: {
      language,
      words: {
        first_name: 'Mohammed',
        provider: 'Werkwijzer Midden',
        provider_phone: '010 555 01 00',
        consulent: 'werkconsulent',
        office_hours: '09:00-17:00',
        opening: () => ({ text: 'open_later', day, time: '09:00' }),
        appointment: {
          day,
          time,
          place: 'Werkwijzer Centrum',
          address: 'Lange Voorbeeldstraat 12, Voorbeeldstad',
          coach: 'Annemarie van Dalen',
        },
      },
      appointment: 'planned',
      answers: { bring: 'Paspoort of ID, en een brief van ons.' },
      noShowOpen: false,
    },
    slots: ['1', '2', '3'].map((id) => ({ value: `slot:${id}`, label: `${day}, ${time}` })),
  }
}

/** What is wrong with the texts of `dir`, file by file. Below the header of a translation its text is one line. */
export const textProblems = (dir: string, templates: Templates, flow: Flow): readonly FoundProblem[] =>
  checkTexts(templates, flow, exampleIn).map(({ kind, language, name, words }) => ({
    file: path.join(dir, language, `${name}.liquid`),
    line: language === 'nl' ? 1 : 2,
    path: `${language}/${name}`,
    kind,
    words,
  }))
