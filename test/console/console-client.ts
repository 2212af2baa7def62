import { mailFactsOf } from '#src/app/knowledge/load-knowledge.ts'
import { createReferences } from '#src/app/references.ts'
import { referralMail } from '#src/app/virtual/referral-mail.ts'
import { virtualAuthserv, type Universe } from '#src/app/virtual/universe.ts'
import { createConsole, type ConsoleParts } from '#src/console/console.ts'
import type { Id } from '#src/domain/values/id.ts'
import { readForPerson } from '#src/inbox/readable-mail.ts'
import { createIds } from '#src/store/ids.ts'
import { createOverview } from '#src/store/overview.ts'
import { createSendingSwitch } from '#src/store/sending-switch.ts'
import { createTransact } from '#src/store/store.ts'

const zone = 'Europe/Amsterdam'
export const ownHost = '127.0.0.1:4199'

export interface Shown {
  readonly status: number
  readonly text: string
  readonly location: string | null
  readonly headers: Headers
}

/** A browser without JavaScript: it asks for pages and posts forms, and says where those came from. */
export interface ConsoleClient {
  get(path: string, headers?: Record<string, string>): Promise<Shown>
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Shown>
  /** Posts, does what became due, and opens the page that the answer points at. */
  submit(path: string, fields: Record<string, string>): Promise<Shown>
  /** Puts in a file or a text, does what became due, and opens the page that the answer points at. */
  upload(path: string, form: { file?: Buffer; text?: string; from?: string; kind?: string }): Promise<Shown>
  readonly errors: unknown[]
}

const shown = async (response: Response): Promise<Shown> => ({
  status: response.status,
  text: await response.text(),
  location: response.headers.get('location'),
  headers: response.headers,
})

/** The pages on the rows of a universe, with its clock. */
export function consoleApp(universe: Universe, changes: Partial<ConsoleParts>): ReturnType<typeof createConsole> {
  const { database, keyring, clock, loaded } = universe
  const facts = mailFactsOf(loaded.contracts, loaded.knowledge.installation, virtualAuthserv)
  return createConsole({
    verb: {
      transact: createTransact(database, keyring, zone),
      knowledge: loaded.knowledge,
      clock,
      ids: createIds(clock),
      references: createReferences(),
    },
    overview: createOverview(database, keyring),
    sendingSwitch: createSendingSwitch(database),
    sending: 'on',
    health: () => Promise.resolve([{ name: 'Mailbox', ok: true, words: 'verbonden' }]),
    renderMail: (facts) => loaded.mailTexts.compose(facts),
    readMail: (raw, { receivedAt }) => readForPerson(raw, { facts, receivedAt }),
    largestMail: 200_000,
    simulator: true,
    zone,
    port: () => 4199,
    nudge: () => undefined,
    onError: () => undefined,
    ...changes,
  })
}

/** A console, and who uses it. */
export function consoleOn(universe: Universe, changes: Partial<ConsoleParts> = {}): ConsoleClient {
  const errors: unknown[] = []
  const app = consoleApp(universe, { onError: (error) => errors.push(error), ...changes })
  const ask = async (path: string, init: RequestInit, headers: Record<string, string>): Promise<Shown> =>
    shown(await app.request(`http://${ownHost}${path}`, { ...init, headers: { host: ownHost, ...headers } }))
  const client: ConsoleClient = {
    errors,
    get: (path, headers = {}) => ask(path, {}, headers),
    post: (path, fields, headers = { 'sec-fetch-site': 'same-origin' }) =>
      ask(path, { method: 'POST', body: new URLSearchParams(fields) }, headers),
    async submit(path, fields) {
      const answer = await client.post(path, fields)
      await universe.settle()
      return answer.location === null ? answer : client.get(answer.location)
    },
    async upload(path, { file, text = '', from = '', kind }) {
      const body = new FormData()
      if (file) body.append('bestand', new File([new Uint8Array(file)], 'bericht.eml'))
      body.append('tekst', text)
      body.append('van', from)
      if (kind) body.append('soort', kind)
      const answer = await ask(path, { method: 'POST', body }, { 'sec-fetch-site': 'same-origin' })
      await universe.settle()
      return answer.location === null ? answer : client.get(answer.location)
    },
  }
  return client
}

const domain = 'gemeente-voorbeeld.example'
let mails = 0

/** A referral mail of a consulent, under a contract of the demo's installation; `signed: false` waits for a person. */
export async function refer(
  universe: Universe,
  form: Record<string, string> = {},
  options: { readonly signed?: boolean } = {},
): Promise<Id<'mail'>> {
  mails += 1
  const id = await universe.arrive(
    referralMail(
      {
        from: `consulent@${domain}`,
        to: 'rip@werkwijzer.example',
        messageId: `${String(mails)}@${domain}`,
        signed: options.signed ?? true,
        form: {
          'Naam deelnemer': 'Fatima Yilmaz',
          Klantnummer: 'K-20411',
          Mobiel: '06 1234 5671',
          Consulent: 'Karin Jansen',
          'E-mail consulent': `consulent@${domain}`,
          ...form,
        },
      },
      virtualAuthserv,
    ),
  )
  await universe.settle()
  return id
}

/** The same person, referred under another contract of the demo's installation, whose name is that of its mail domain. */
export async function referUnder(universe: Universe, contractId: string): Promise<void> {
  const from = `consulent@${contractId}.example`
  const mail = {
    from,
    to: `${contractId}@werkwijzer.example`,
    messageId: `under-${contractId}@${contractId}.example`,
    signed: true,
    form: {
      'Naam deelnemer': 'Fatima Yilmaz',
      Klantnummer: 'K-20411',
      Mobiel: '06 1234 5671',
      Taal: 'Nederlands',
      Werkconsulent: 'Karin Jansen',
      'E-mail werkconsulent': from,
    },
  }
  await universe.arrive(referralMail(mail, virtualAuthserv))
  await universe.settle()
}

/** The one journey of a universe. */
export async function onlyJourney(universe: Universe): Promise<Id<'journey'>> {
  const [id, ...others] = await universe.journeys()
  if (id === undefined || others.length > 0) throw new Error('this universe should have one journey')
  return id
}
