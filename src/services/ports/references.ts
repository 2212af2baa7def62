import type { Reference } from '#src/domain/values/reference.ts'

/** Makes the short names that people see. */
export interface References {
  next(): Reference
}
