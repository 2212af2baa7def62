import { randomBytes } from 'node:crypto'
import { referenceFrom } from '#src/domain/values/reference.ts'
import type { References } from '#src/services/ports/references.ts'

/** Short names for people, from chance: they tell nothing, not even an order. */
export const createReferences = (random: (size: number) => Buffer = randomBytes): References => ({
  next: () => referenceFrom(random(16)),
})
