import type { Temporal } from 'temporal-polyfill'
import type { JourneyDetails } from '#src/services/ports/overview.ts'
import { href, html, none, type Html } from '../html.ts'
import type { PageContext } from '../parts.ts'
import { momentNear } from '../words/moment.ts'
import { byWhom } from '../words/people.ts'
import { postButton } from './bits.ts'

/** What happened between the page that somebody looked at and the button that they pressed on it. */
export interface Overtaken {
  /** 'Ingevuld: gekomen' */
  readonly happened: string
  /** As the journal names actors. */
  readonly actor: string
  readonly at: Temporal.Instant
  /** 'niet gekomen'; absent: there is nothing left to decide. */
  readonly wanted?: string
}

export interface OvertakenFacts extends PageContext {
  readonly details: JourneyDetails
  readonly overtaken: Overtaken
  readonly back: readonly string[]
  /** What to post to do it all the same. */
  readonly path: readonly string[]
  readonly fields: Readonly<Record<string, string>>
}

/** Says who was first and asks: a colleague's decision is turned round by who knows of it only. */
export function overtakenPage({ details, overtaken, back, path, fields, ...context }: OvertakenFacts): Html {
  const { happened, actor, at, wanted } = overtaken
  const { participant, journey } = details
  const leave = html`<a class="button main" href="${href(back)}">${wanted ? 'Laat het zo' : 'Terug'}</a>`
  return html`
    <div class="card form">
      <p><strong>${happened}</strong>, ${momentNear(at, context)}, door ${byWhom(actor)}.</p>
      <p>
        Het gaat om <a href="${href(['trajecten', journey.id])}">${participant.name.full}</a>. Uw pagina was van
        daarvoor.
        ${wanted ? html`U koos: <strong>${wanted}</strong>. Dat is nog niet gedaan.` : 'Er is niets veranderd.'}
      </p>
      <div class="actions after">${leave} ${wanted ? postButton(path, fields, `Verander in: ${wanted}`) : none}</div>
    </div>
  `
}
