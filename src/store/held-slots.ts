/** The slots that one transaction is about to book. */
export interface HeldSlots {
  /** False: another transaction of this process has it. */
  take(slot: string): boolean
  /** At the end of the transaction, whatever came of it. */
  release(): void
}

/**
 * What the transactions of this process are about to book, so that two do not choose the same slot and one of them begins anew. Between
 * processes the agenda itself decides: of two that book one slot the second fails and looks again.
 */
export const createHeldSlots = (): (() => HeldSlots) => {
  const all = new Set<string>()
  return () => {
    const own = new Set<string>()
    return {
      take(slot) {
        if (all.has(slot) && !own.has(slot)) return false
        all.add(slot)
        own.add(slot)
        return true
      },
      release() {
        for (const slot of own) all.delete(slot)
        own.clear()
      },
    }
  }
}
