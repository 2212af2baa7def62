/** A mistake in a flow that its schema cannot see. */
export interface FlowProblem {
  readonly kind:
    | 'unknown_node'
    | 'unreachable_node'
    | 'no_way_out'
    | 'circle'
    | 'too_many_commands'
    | 'too_many_options'
    | 'unknown_choice'
    | 'unused_choice'
    | 'unmet_need'
    | 'no_timeout'
    | 'undelivered_speaks'
    | 'replaces_itself'
    | 'replaced_by_no_question'
    | 'unknown_template'
    | 'missing_translation'
  /** Where in the file, key by key. */
  readonly path: readonly string[]
  /** What is wrong and what to do, in Dutch. */
  readonly words: string
}
