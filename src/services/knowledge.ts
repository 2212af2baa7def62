import type { FlowShelf } from '#src/conversation/continued.ts'
import type { Templates } from '#src/conversation/template.ts'
import type { LanguageState } from '#src/conversation/sent-language.ts'
import type { Language } from '#src/domain/values/language.ts'
import type { Installation } from '#src/domain/installation.ts'
import type { Rules } from '#src/domain/journey/rules.ts'

/** The contracts that journeys pin, by the hash of their text, and the version that new journeys begin under. */
export interface ContractShelf {
  /** Throws when no text with this hash was ever kept: the data and the texts do not belong together. */
  rules(contractHash: string): Rules
  current(contractId: string): { readonly hash: string; readonly rules: Rules } | undefined
}

/** What is known beside the state of a journey. It does not change while the process runs. */
export interface Knowledge {
  readonly contracts: ContractShelf
  readonly flows: FlowShelf
  readonly templates: Templates
  readonly installation: Installation
  readonly languages: readonly LanguageState[]
  /** In which language who speaks this one is written to: Dutch, as long as nobody approved the texts in theirs. */
  readonly sentLanguage: (language: Language) => Language
}
