import type { Temporal } from 'temporal-polyfill'
import type { InboundRow, JourneyDetails, OutgoingRow } from '#src/services/ports/overview.ts'
import { later } from '#src/domain/values/local-time.ts'
import { timeInWords } from '#src/services/words.ts'
import { html, type Html } from '../html.ts'
import type { PageContext } from '../parts.ts'
import { sent } from './sent.ts'
import { byTime, dayNear } from '../words/moment.ts'

/** Something that was said, by us or by the participant. */
export type Said =
  | { readonly from: 'us'; readonly at: Temporal.Instant; readonly text: string; readonly row: OutgoingRow }
  | { readonly from: 'participant'; readonly at: Temporal.Instant; readonly text: string; readonly row: InboundRow }

const sentBy = (row: OutgoingRow): Said[] =>
  row.body.kind === 'message' ? [{ from: 'us', at: row.createdAt, text: row.body.text, row }] : []

const heard = (row: InboundRow): Said => ({ from: 'participant', at: row.receivedAt, text: row.text, row })

/** Of one moment, what we began comes before what was written, and that before our answer to it. */
const turnOf = (said: Said): number => (said.from === 'participant' ? 1 : said.row.isAnswer ? 2 : 0)

interface Placed {
  readonly said: Said
  /** Not before anything that arrived, or was begun, before it. */
  readonly at: Temporal.Instant
}

/** Numbers are given on arrival, and are what messages are handled by; of two within milliseconds the clock may tell it the other way round. */
function placed(list: readonly Said[]): Placed[] {
  let latest: Temporal.Instant | undefined
  return list.map((said) => {
    latest = latest ? later(latest, said.at) : said.at
    return { said, at: latest }
  })
}

/** Both sides of a conversation in the order in which they were said: that in which messages arrived, which is how they were handled. */
export const saidIn = ({ outgoing, inbound }: Pick<JourneyDetails, 'outgoing' | 'inbound'>): Said[] =>
  [...placed(outgoing.flatMap(sentBy)), ...placed(inbound.map(heard))]
    .sort((a, b) => byTime(a, b) || turnOf(a.said) - turnOf(b.said))
    .map(({ said }) => said)

interface ChatOptions {
  /** Whose side is on the right. */
  readonly me: Said['from']
  /** What stands below a bubble, besides the time. */
  readonly note: (said: Said) => Html | string | undefined
}

const bubble = (said: Said, { me, note }: ChatOptions, { zone }: PageContext): Html => html`
  <li class="${said.from === me ? 'mine' : 'theirs'}">
    <p class="bubble">${said.from === 'us' ? said.text : sent(said.row)}</p>
    <p class="meta"><span>${timeInWords(said.at, zone)}</span> ${note(said)}</p>
  </li>
`

/** Bubbles, with the day above the first of each day. */
export function chat(all: readonly Said[], options: ChatOptions, context: PageContext): Html {
  const perDay = Map.groupBy(all, ({ at }) => dayNear(at, context))
  return html`
    <ol class="chat">
      ${[...perDay].map(
        ([day, said]) =>
          html`<li class="day">${day}</li>
            ${said.map((one) => bubble(one, options, context))}`,
      )}
    </ol>
  `
}
