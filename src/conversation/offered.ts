import type { Language } from '#src/domain/values/language.ts'
import type { Flow, Label, NodeOf } from './flow.ts'
import type { Option } from './session.ts'

/** The numbered choices of a question: the slots that were found first, then the choices of the flow in the participant's language. */
export function offered(
  ask: NodeOf<'ask'>,
  flow: Flow,
  language: Language,
  slots: readonly Option[],
): readonly Option[] {
  const choices = Object.keys(ask.options).map((value) => ({ value, label: labelOf(value, ask, flow, language) }))
  return ask.slots === undefined ? choices : [...slots, ...choices]
}

/** A label that is not translated is shown in Dutch, one that is missing by its code: the check of the flow reports both. */
export function labelOf(value: string, ask: NodeOf<'ask'>, flow: Flow, language: Language): string {
  const label: Label | undefined = ask.labels?.[value] ?? flow.choices[value]
  return label?.[language] ?? label?.nl ?? value
}
