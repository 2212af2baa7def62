import type { Id, Identified } from '#src/domain/values/id.ts'

/** Makes identifiers (UUID version 7, so that rows made one after the other lie one after the other). */
export interface Ids {
  next<Of extends Identified>(): Id<Of>
}
