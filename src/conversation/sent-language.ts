import { ourLanguages, type Language } from '#src/domain/values/language.ts'
import type { Flow } from './flow.ts'
import { labelsIn } from './shown-choices.ts'
import type { Templates, TextFile } from './template.ts'

/** How far the texts in one language are. */
export interface LanguageState {
  readonly language: Language
  readonly texts: readonly TextFile[]
  /** The names of the texts, and the values of the choices, that it has not. */
  readonly missing: { readonly texts: readonly string[]; readonly choices: readonly string[] }
}

/** All languages, measured by what there is in Dutch. */
export function languageStates({ texts }: Pick<Templates, 'texts'>, flow: Flow): readonly LanguageState[] {
  const all = Map.groupBy(texts, ({ language }) => language)
  const needed = (all.get('nl') ?? []).map(({ name }) => name)
  return ourLanguages.map((language) => {
    const own = all.get(language) ?? []
    const names = new Set(own.map(({ name }) => name))
    const missing = {
      texts: needed.filter((name) => !names.has(name)),
      choices: labelsIn(flow).flatMap(([value, label]) => (label[language] === undefined ? [value] : [])),
    }
    return { language, texts: own, missing }
  })
}

export const approvedIn = ({ texts }: LanguageState): readonly TextFile[] =>
  texts.filter(({ approval }) => approval.kind !== 'machine')

const isWhole = ({ missing }: LanguageState): boolean => missing.texts.length + missing.choices.length === 0
export const isApproved = (state: LanguageState): boolean =>
  isWhole(state) && approvedIn(state).length === state.texts.length

/** What is done with texts that nobody approved: the demo and the tests send them to nobody real; an installation does not send them. */
export type Unapproved = 'sent' | 'withheld'

/**
 * In which language somebody who speaks this one is written to. It is decided for a language as a whole: somebody who gets one message in
 * Turkish answers in Turkish, and must not get the next in Dutch; nor may choices stand in another language than the question above them.
 */
export function sentLanguage(
  states: readonly LanguageState[],
  unapproved: Unapproved,
): (language: Language) => Language {
  const goesOut = unapproved === 'sent' ? isWhole : isApproved
  const sent = new Set(states.filter(goesOut).map(({ language }) => language))
  return (language) => (sent.has(language) ? language : 'nl')
}
