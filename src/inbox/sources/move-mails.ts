import type { ImapFlow } from 'imapflow'
import { createClient, demandLife, leave } from './imap-client.ts'
import type { MailAccount } from './mail-source.ts'

/** Where a mail lies: a UID means something only together with its UIDVALIDITY. */
export interface Place {
  readonly uidValidity: string
  readonly uid: number
}

export interface MoveMailsOptions {
  readonly account: MailAccount
  readonly mailbox: string
  readonly handledMailbox: string
  readonly places: readonly Place[]
  /**
   * Told of each mail that is no longer in its place: because it was moved, now or by whoever was interrupted, or because a person took it
   * away. `to`: where it is now, when the server says so (UIDPLUS, RFC 4315).
   */
  readonly onLeft: (place: Place, to: Place | undefined) => Promise<void>
  readonly stop: AbortSignal
}

/**
 * Moves mails to the folder for handled ones: as one step of the server (MOVE, RFC 6851), or as a copy of which only the original is then
 * taken away (UID EXPUNGE, RFC 4315). A server that knows neither could only take away everything that anybody marked as deleted: there
 * nothing is moved. Marks nothing as seen. May be interrupted and done again at any moment.
 *
 * @returns 'cannot' when the server knows neither way.
 * @throws when the server is away, has no such folder (`mailboxMissing`), or refuses.
 */
export const moveMails = async (options: MoveMailsOptions): Promise<'done' | 'cannot'> => {
  const client = createClient(options.account)
  let lost: unknown
  client.on('error', (error: unknown) => (lost ??= error)) // without a listener it would end the process
  const onStop = () => client.close()
  options.stop.addEventListener('abort', onStop)
  try {
    await client.connect()
    if (!canMove(client)) return 'cannot'
    await client.mailboxOpen(options.handledMailbox, { readOnly: true }) // says so when it is not there
    await moveEach(client, options)
    return 'done'
  } catch (error) {
    throw lost ?? error
  } finally {
    options.stop.removeEventListener('abort', onStop)
    await leave(client)
  }
}

const canMove = ({ capabilities }: ImapFlow): boolean => capabilities.has('MOVE') || capabilities.has('UIDPLUS')

/** Moving one takes a server with a large folder as long as moving some; after a kill the new places of these must be looked for. */
const atOnce = 25

const moveEach = async (client: ImapFlow, options: MoveMailsOptions): Promise<void> => {
  const { uidValidity } = await client.mailboxOpen(options.mailbox)
  // Numbers of a mailbox that was made anew mean other mails.
  const places = options.places.filter((place) => place.uidValidity === String(uidValidity))
  for (let first = 0; first < places.length && !options.stop.aborted; first += atOnce)
    await moveSome(client, places.slice(first, first + atOnce), options)
}

const moveSome = async (
  client: ImapFlow,
  places: readonly Place[],
  { handledMailbox, onLeft, stop }: MoveMailsOptions,
): Promise<void> => {
  const moved = await client.messageMove(numbers(places), handledMailbox, { uid: true })
  const to = (moved ? moved.uidMap : undefined) ?? new Map<number, number>()
  const there = await thereStill(
    client,
    places.filter(({ uid }) => !to.has(uid)),
  )
  for (const place of places) {
    if (there.has(place.uid)) continue
    const uid = to.get(place.uid)
    await onLeft(place, moved && uid !== undefined ? { uidValidity: String(moved.uidValidity), uid } : undefined)
  }
  if (there.size > 0 && !stop.aborted) throw new Error('the server does not move a mail')
}

const numbers = (places: readonly Place[]): string => places.map(({ uid }) => uid).join(',')

const thereStill = async (client: ImapFlow, places: readonly Place[]): Promise<ReadonlySet<number>> => {
  if (places.length === 0) return new Set()
  const found = await client.fetchAll(numbers(places), { uid: true }, { uid: true })
  if (found.length < places.length) await demandLife(client)
  return new Set(found.map(({ uid }) => uid))
}
