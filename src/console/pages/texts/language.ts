import type { Approval } from '#src/conversation/approval.ts'
import type { ShownChoice } from '#src/conversation/shown-choices.ts'
import type { LanguageState } from '#src/conversation/sent-language.ts'
import type { TextFile } from '#src/conversation/template.ts'
import { rightToLeft, type Language } from '#src/domain/values/language.ts'
import { html, none, type Html } from '../../html.ts'
import { progress } from './languages.ts'

export interface TextsInLanguage {
  readonly state: LanguageState
  readonly dutch: LanguageState
  readonly choices: readonly ShownChoice[]
}

const approvalWords = (approval: Approval): string => {
  switch (approval.kind) {
    case 'written':
      return 'Nederlands: de tekst waarvan de andere vertalingen zijn.'
    case 'machine':
      return 'Machinevertaling: nog door niemand goedgekeurd.'
    case 'approved':
      return `Goedgekeurd door ${approval.by} op ${approval.on}.`
  }
}

/** In its own language and direction, also for who has the page read aloud. */
const own = (text: string, language: Language): Html =>
  html`<blockquote class="quote" lang="${language}" dir="${rightToLeft.has(language) ? 'rtl' : 'ltr'}">
    ${text}
  </blockquote>`

const textCard = ({ name, language, body, approval }: TextFile, dutch: TextFile | undefined): Html => html`
  <li class="card">
    <h2>${name}</h2>
    <p class="meta">${approvalWords(approval)}</p>
    ${dutch && language !== 'nl' ? own(dutch.body, 'nl') : none} ${own(body, language)}
  </li>
`

const missing = ({ missing: { texts, choices } }: LanguageState): Html | undefined =>
  texts.length + choices.length === 0
    ? none
    : html`<p class="said warn">
        Er ontbreekt nog: ${[...texts, ...choices.map((one) => `keuze ${one}`)].join(', ')}.
      </p>`

const choiceRow = ({ dutch, label }: ShownChoice, language: Language): Html =>
  html`<li>
    <span class="wide">${dutch}</span>
    <span lang="${language}" dir="${rightToLeft.has(language) ? 'rtl' : 'ltr'}">${label ?? 'ontbreekt'}</span>
  </li>`

/** Every text of a language under the Dutch one, and the choices that come below them. */
export function languagePage({ state, dutch, choices }: TextsInLanguage): Html {
  const dutchOf = (name: string): TextFile | undefined => dutch.texts.find((one) => one.name === name)
  return html`
    <p>${progress(state)}. Een woord tussen accolades wordt ingevuld.</p>
    ${missing(state)}
    <ul class="cards">
      ${state.texts.map((text) => textCard(text, dutchOf(text.name)))}
    </ul>
    <section aria-labelledby="keuzes">
      <h2 id="keuzes">Keuzes</h2>
      <ul class="card rows">
        ${choices.map((choice) => choiceRow(choice, state.language))}
      </ul>
    </section>
  `
}
