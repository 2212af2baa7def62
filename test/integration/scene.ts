import { amsterdam } from '../support/universe.ts'
import { openUnreliableLine, type UnreliableLine } from '../support/unreliable-line.ts'
import { movedClock, type MovedClock } from './moved-clock.ts'
import { openProvider, type Provider } from './provider.ts'
import { openRecords, type Records } from './records.ts'
import { startOpkomst, type RunningOpkomst } from './running.ts'
import { until } from '../support/until.ts'

/** A provider on a Tuesday morning, and what a test does in it; all that was opened is closed with it. */
export interface Scene extends AsyncDisposable {
  readonly clock: MovedClock
  readonly provider: Provider
  readonly records: Records
  /** Opkomst in this environment, with these variables otherwise. */
  start(changes?: Readonly<Record<string, string>>): Promise<RunningOpkomst>
  /** Opkomst in exactly this environment. */
  startIn(environment: Readonly<Record<string, string>>): Promise<RunningOpkomst>
  lineTo(place: { readonly host: string; readonly port: number }): Promise<UnreliableLine>
  /** Waits until so many mails, or more, are in the ledger. */
  ledgerHolds(mails: number): Promise<void>
  /** Waits until there is an answer, and lets minutes go by meanwhile: what was handed out to nobody comes again when its lease is over. */
  whileTimePasses(what: string, look: () => Promise<boolean> | boolean): Promise<void>
  /** Waits until nothing is left to be done, and lets minutes go by meanwhile: also what an interrupted worker had in hand is taken over. */
  settledInTime(): Promise<void>
  /** How often each person's phone got an invitation. */
  invitations(): Promise<readonly number[]>
  /** Closes something with the scene. */
  defer(close: () => Promise<void>): void
}

export async function openScene({ coaches }: { readonly coaches?: number } = {}): Promise<Scene> {
  const stack = new AsyncDisposableStack()
  const clock = movedClock(amsterdam('2026-11-03T11:40'))
  const provider = await openProvider(clock, coaches)
  stack.defer(() => provider.close())
  const records = await openRecords(provider.place)
  stack.defer(() => records.close())
  const startIn = async (environment: Readonly<Record<string, string>>): Promise<RunningOpkomst> => {
    const running = await startOpkomst(environment, clock)
    let closing: Promise<void> | undefined
    const close = () => (closing ??= running.close())
    stack.defer(close)
    return { ...running, close }
  }
  const whileTimePasses: Scene['whileTimePasses'] = async (what, look) => {
    const passing = setInterval(() => clock.moveTo(clock.now().add({ seconds: 61 })), 700)
    try {
      await until(what, look)
    } finally {
      clearInterval(passing)
    }
  }
  return {
    clock,
    provider,
    records,
    whileTimePasses,
    defer: (close) => stack.defer(close),
    start: (changes = {}) => startIn({ ...provider.environment, ...changes }),
    startIn,
    async lineTo(place) {
      const line = await openUnreliableLine(place)
      stack.defer(() => line.close())
      return line
    },
    async ledgerHolds(mails) {
      await until(`the ledger holds ${String(mails)} mails`, async () => {
        return (await records.overview.ledger()).received >= mails
      })
    },
    async settledInTime() {
      await whileTimePasses('all is done', async () => {
        await records.settled(clock, 1_000)
        return true
      })
    },
    async invitations() {
      return (await records.taken()).filter(({ purpose }) => purpose === 'invitation').map(({ times }) => times)
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}
