import type { FormField } from '#src/domain/contract/contract.ts'

export interface LabelledValue {
  /** The label as it is compared: without case, accents, spaces and marks. */
  readonly label: string
  /** As written, not checked. */
  readonly value: string
  /** It stood below the label, where an empty form may go on with a sentence. */
  readonly apart: boolean
  /** It stood right below the consulent's name, or that of somebody else, and nothing says whose it is. */
  readonly perhapsOfConsulent?: true
  /** Why it is only likely to be this field; absent: it stood behind a label that we know. */
  readonly likelyBy?: LikelyBy
}

/** The label was mistyped or put in other words; or there was none, and it was told in a sentence. */
export type LikelyBy = 'other_words' | 'sentence'

/** One value behind one label, in the order of the form. */
export interface Entry extends LabelledValue {
  readonly field: FormField
  /** Of which participant of a table it is; absent in a form that tells of one after the other. */
  readonly inTable?: number
}

export interface Entries {
  readonly entries: readonly Entry[]
  /** A row of a table does not fit the headings above it, so that nobody can tell which value is which. */
  readonly brokenTable: boolean
}
