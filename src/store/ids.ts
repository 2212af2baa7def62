import type { Clock } from '#src/services/ports/clock.ts'
import type { Ids } from '#src/services/ports/ids.ts'
import { asId, type Id, type Identified } from '#src/domain/values/id.ts'
import { nextRandomBytes } from './random-bytes.ts'

/** UUID version 7 (RFC 9562): 48 bits of milliseconds, the rest random. */
function uuidv7(milliseconds: number, random: Buffer): string {
  const bytes = Buffer.alloc(16)
  bytes.writeUIntBE(milliseconds, 0, 6)
  random.copy(bytes, 6, 0, 10)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Ids that follow the clock; `random` is injected where a run must be repeatable. */
export const createIds = (clock: Clock, random: (size: number) => Buffer = nextRandomBytes): Ids => ({
  next: <Of extends Identified>(): Id<Of> => asId<Of>(uuidv7(clock.now().epochMilliseconds, random(10))),
})
