import type { Language } from '#src/domain/values/language.ts'
import type { Flow, Label } from './flow.ts'

/** What a participant may read behind the number of a choice; `label` is absent where it is not translated. */
export interface ShownChoice {
  readonly value: string
  readonly dutch: string
  readonly label: string | undefined
}

/** Every label of a flow: what stands under `choices`, and what a question calls differently. */
export const labelsIn = ({ choices, nodes }: Flow): (readonly [string, Label])[] => [
  ...Object.entries(choices),
  ...Object.values(nodes).flatMap((node) => (node.kind === 'ask' ? Object.entries(node.labels ?? {}) : [])),
]

/** The labels in one language beside the Dutch ones; what reads the same in both stands there once. */
export function shownChoices(flow: Flow, language: Language): readonly ShownChoice[] {
  const shown = labelsIn(flow).map(([value, label]) => ({ value, dutch: label.nl, label: label[language] }))
  return shown.filter(
    (one, index) => shown.findIndex((other) => other.dutch === one.dutch && other.label === one.label) === index,
  )
}
