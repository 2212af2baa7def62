import type { Option } from '../session.ts'
import type { Reading } from './reading.ts'
import type { Words } from './text.ts'

/** A message as it was read, with what it may be an answer to. */
export interface Message {
  readonly words: Words
  readonly reading: Reading
  readonly asked: readonly Option[]
  readonly planned: string | undefined
  /** In how many days the appointment is. */
  readonly ahead: number | undefined
}
