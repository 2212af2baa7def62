import { moveMails } from '#src/inbox/sources/move-mails.ts'
import type { MailAccount } from '#src/inbox/sources/mail-source.ts'
import { troubleOf } from '#src/inbox/sources/reader-trouble.ts'
import type { Clock } from '#src/services/ports/clock.ts'
import type { MailPlaces } from '#src/services/ports/mail-places.ts'

export interface MailMoverOptions {
  readonly account: MailAccount
  readonly mailbox: string
  /** Under which is kept what was seen where, of both folders. */
  readonly name: string
  readonly handled: { readonly mailbox: string; readonly name: string }
  readonly places: MailPlaces
  readonly clock: Clock
  /** Undefined: all is well. */
  readonly onTrouble: (words: string | undefined) => void
  /** The server can move nothing; told once, and then it rests. */
  readonly onCannot: () => void
  readonly onError: (error: unknown) => void
  /** Milliseconds between two looks; two seconds unless given. */
  readonly lookMs?: number
}

export interface MailMover {
  start(): void
  stop(): Promise<void>
}

/** The rest waits for the next look. */
const atOnce = 200
const usualLookMs = 2_000
/** After trouble: the reader is the one that comes back at once. */
const restMs = 60_000

/**
 * The last step of a handled mail: to the folder for handled ones. It follows from what is stored, so that it may be interrupted anywhere.
 * On a connection of its own, which is there only while something is to be moved: the reader's is read-only.
 */
export function createMailMover(options: MailMoverOptions): MailMover {
  const { lookMs = usualLookMs } = options
  let stopping: AbortController | undefined
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()

  const turn = async (stop: AbortSignal): Promise<void> => {
    const outcome = await moveWhatIsHandled(options, stop)
    if (stop.aborted || outcome === 'cannot') return
    const again = (): void => {
      running = turn(stop)
    }
    timer = setTimeout(again, outcome === 'trouble' ? Math.max(restMs, lookMs) : lookMs)
  }
  return {
    start() {
      stopping = new AbortController()
      running = turn(stopping.signal)
    },
    async stop() {
      stopping?.abort()
      clearTimeout(timer)
      await running
    },
  }
}

async function moveWhatIsHandled(options: MailMoverOptions, stop: AbortSignal): Promise<'done' | 'trouble' | 'cannot'> {
  const { account, mailbox, name, handled, places, clock } = options
  try {
    const found = await places.handledIn(name, atOnce)
    if (found.length === 0 || stop.aborted) return 'done'
    const outcome = await moveMails({
      account,
      mailbox,
      handledMailbox: handled.mailbox,
      places: found,
      onLeft: (from, to) =>
        places.left({ mailbox: name, ...from }, to && { mailbox: handled.name, ...to }, clock.now()),
      stop,
    })
    if (outcome === 'cannot') options.onCannot()
    else options.onTrouble(undefined)
    return outcome
  } catch (error) {
    if (stop.aborted) return 'done'
    options.onError(error)
    options.onTrouble(troubleOf(error, account, handled.mailbox).words)
    return 'trouble'
  }
}
