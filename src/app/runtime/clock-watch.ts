/** Three clocks that must go together; milliseconds. */
export interface Clocks {
  /** Since 1970. */
  wall(): number
  /** Since some moment; never goes back. */
  monotonic(): number
  /** The database's, since 1970; rejects when it does not answer. */
  database(): Promise<number>
}

export interface ClockWatch {
  /** Compares the clocks; to be called every few seconds. */
  look(): Promise<void>
  /** Compares what can be compared without asking anyone; cheap. */
  mayWork(): boolean
  /** A person looked and says that the time is right now. */
  accept(): void
  verdict(): ClockVerdict
}

export type ClockVerdict =
  | { readonly kind: 'together' }
  /** How far the wall clock is off: from where the monotonic clock says it should be, or from the database. */
  | { readonly kind: 'jumped' | 'differs'; readonly offMs: number }

export interface ClockWatchOptions {
  readonly clocks: Clocks
  /** Nothing leaves the machine: after a while a jump (a laptop that slept) is taken as it is. */
  readonly forgiving: boolean
}

export const mostOffMs = 5 * 60_000
const forgiveAfterMs = 60_000

/**
 * Notices when the clock jumps by more than five minutes or differs as much from the database's. Terms are counted by the clock: what is
 * sent in a wrong hour cannot be taken back, so until the clock is back or a person says that it is right nothing is handed out. That the
 * database agrees proves nothing: it may run on the same machine, also under another name.
 */
export function createClockWatch({ clocks, forgiving }: ClockWatchOptions): ClockWatch {
  let expected = clocks.wall() - clocks.monotonic()
  let jumpSeenAt: number | undefined
  let databaseOff = 0

  const drift = (): number => clocks.wall() - clocks.monotonic() - expected
  const jumped = (): boolean => Math.abs(drift()) > mostOffMs
  const accept = (): void => {
    expected = clocks.wall() - clocks.monotonic()
    jumpSeenAt = undefined
  }
  /** Small corrections (NTP, leap seconds) must not add up to a jump. */
  const follow = (): void => {
    if (jumped()) jumpSeenAt ??= clocks.monotonic()
    else accept()
  }
  const maySettle = (): boolean =>
    jumpSeenAt !== undefined &&
    clocks.monotonic() - jumpSeenAt >= forgiveAfterMs &&
    Math.abs(databaseOff) <= mostOffMs &&
    forgiving

  return {
    accept,
    mayWork: () => !jumped() && jumpSeenAt === undefined && Math.abs(databaseOff) <= mostOffMs,
    async look() {
      follow()
      try {
        const asked = clocks.wall()
        databaseOff = (await clocks.database()) - (asked + clocks.wall()) / 2
      } catch {
        // Without a database nothing is handed out anyway.
      }
      if (maySettle()) accept()
    },
    verdict() {
      if (jumped() || jumpSeenAt !== undefined) return { kind: 'jumped', offMs: drift() }
      return Math.abs(databaseOff) > mostOffMs ? { kind: 'differs', offMs: databaseOff } : { kind: 'together' }
    },
  }
}
