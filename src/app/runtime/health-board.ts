/** The parts of a running installation that can fail on their own. */
export const partNames = ['database', 'queue', 'mailbox', 'mail_server', 'clock', 'disk', 'work', 'ledger'] as const
export type PartName = (typeof partNames)[number]

/** One part as people read it, in Dutch: what it does, or what is wrong and what to do. */
export interface PartHealth {
  readonly part: PartName
  readonly ok: boolean
  readonly words: string
}

/** Who wants to know when a part breaks or mends. */
export type OnChange = (health: PartHealth) => void

/** How every part does, as last heard. Setting is cheap and may be done as often as one likes: only changes are told. */
export class HealthBoard {
  readonly #parts = new Map<PartName, PartHealth>()
  readonly #onChange: OnChange

  constructor(onChange: OnChange) {
    this.#onChange = onChange
  }

  set(part: PartName, ok: boolean, words: string): void {
    const before = this.#parts.get(part)
    this.#parts.set(part, { part, ok, words })
    const changed = before === undefined ? !ok : before.ok !== ok || (!ok && before.words !== words)
    if (changed) this.#onChange({ part, ok, words })
  }

  /** In the order of `partNames`; a part that was never heard of is left out. */
  all(): PartHealth[] {
    return partNames.flatMap((part) => this.#parts.get(part) ?? [])
  }

  /** Whether the part was ever heard of. */
  knows(part: PartName): boolean {
    return this.#parts.has(part)
  }

  isOk(part: PartName): boolean {
    return this.#parts.get(part)?.ok ?? false
  }
}
