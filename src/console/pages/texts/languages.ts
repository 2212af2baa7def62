import { approvedIn, isApproved, type LanguageState } from '#src/conversation/sent-language.ts'
import { languageInDutch, type Language } from '#src/domain/values/language.ts'
import type { Badge } from '../../words/stage.ts'
import { href, html, type Html } from '../../html.ts'
import { badge } from '../bits.ts'

export interface Languages {
  readonly languages: readonly LanguageState[]
  readonly sentLanguage: (language: Language) => Language
}

const texts = (count: number): string => (count === 1 ? '1 tekst' : `${String(count)} teksten`)

/** How far a language is, in words. */
export function progress(state: LanguageState): string {
  if (state.language === 'nl') return texts(state.texts.length)
  const { missing } = state
  const lacking = missing.texts.length + missing.choices.length
  const approved = `${texts(state.texts.length)}, ${String(approvedIn(state).length)} goedgekeurd`
  return lacking === 0 ? approved : `${approved}, ${String(lacking)} ${lacking === 1 ? 'ontbreekt' : 'ontbreken'}`
}

function stateBadge(state: LanguageState, sentLanguage: Languages['sentLanguage']): Badge {
  if (sentLanguage(state.language) !== state.language) return { tone: 'warn', words: 'Nederlands gaat uit' }
  return isApproved(state) ? { tone: 'ok', words: 'gaat uit' } : { tone: 'warn', words: 'gaat alleen in de demo uit' }
}

const item = (state: LanguageState, sentLanguage: Languages['sentLanguage']): Html => html`
  <li>
    <span class="wide">
      <a href="${href(['teksten', state.language])}">${languageInDutch[state.language]}</a><br />
      <span class="meta">${progress(state)}</span>
    </span>
    ${badge(stateBadge(state, sentLanguage))}
  </li>
`

/** The languages in which we write, and which of them a person stands for. */
export const languagesPage = ({ languages, sentLanguage }: Languages): Html => html`
  <p>
    Wat niet in het Nederlands is, heeft een machine vertaald. Zolang niemand die de taal leest alle teksten van een
    taal heeft goedgekeurd, krijgt de deelnemer de Nederlandse tekst en krijgt de coördinator een taak. Goedkeuren
    gebeurt in de tekstbestanden; hoe, staat in docs/teksten.md.
  </p>
  <ul class="card rows">
    ${languages.map((state) => item(state, sentLanguage))}
  </ul>
`
