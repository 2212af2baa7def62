import type { Context } from 'hono'
import type { Id } from '#src/domain/values/id.ts'
import { dayInWords, timeInWords } from '#src/services/words.ts'
import { assets } from './assets.ts'
import { href, html, none, type Html } from './html.ts'
import type { ConsoleParts } from './parts.ts'
import { isPast, momentNear } from './words/moment.ts'
import { isOutcome, outcomes, type Outcome } from './words/outcome.ts'

export type Section = 'vandaag' | 'aanmeldingen' | 'deelnemers' | 'mails' | 'berichten' | 'telefoon'

/** What a page looks out for while it is open: it says when there is news, and changes nothing under somebody's hands. */
export interface Watch {
  readonly mark: number
  readonly journeyId?: Id<'journey'>
}

export interface Page {
  /** The name of the tab, and so of the browser's history: never a name of a person. */
  readonly title: string
  /** The one h1 where it is not the title; may name a person. */
  readonly heading?: string
  readonly section?: Section
  readonly watch?: Watch
  readonly body: Html
}

const sections: readonly { readonly section: Section; readonly path: readonly string[]; readonly words: string }[] = [
  { section: 'vandaag', path: [], words: 'Vandaag' },
  { section: 'aanmeldingen', path: ['aanmeldingen'], words: 'Aanmeldingen' },
  { section: 'deelnemers', path: ['deelnemers'], words: 'Deelnemers' },
  { section: 'mails', path: ['mails'], words: 'Mails' },
  { section: 'berichten', path: ['berichten'], words: 'Goedkeuren' },
  { section: 'telefoon', path: ['telefoon'], words: 'Telefoon' },
]

/** Who can get here, and why that is so: one line on every page. */
const openTo = {
  machine:
    'Alleen te openen op deze computer zelf (127.0.0.1): er zijn nog geen accounts, dus wie deze pagina opent, mag alles.',
  trusted:
    'Te openen voor ieder die bij deze pagina kan komen (CONSOLE_NETWORK=trusted): er zijn nog geen accounts, dus die mag alles.',
} as const

interface Frame {
  readonly provider: string
  readonly stopped: boolean
  readonly sections: readonly Section[]
  readonly outcome: Outcome | undefined
  readonly network: keyof typeof openTo
  readonly demo?: DemoBar
}

/** What the demo's clock says, and where it can be wound on to. */
interface DemoBar {
  readonly now: string
  readonly next?: { readonly at: string; readonly words: string }
  readonly path: string
}

const navigation = (current: Section | undefined, shown: readonly Section[]): Html => html`
  <nav class="menu" aria-label="Hoofdmenu">
    <ul>
      ${sections
        .filter(({ section }) => shown.includes(section))
        .map(({ section, path, words }) => {
          const here = section === current ? html` aria-current="page"` : none
          return html`<li><a href="${href(path)}" ${here}>${words}</a></li>`
        })}
    </ul>
  </nav>
`

const said = (outcome: Outcome): Html => {
  const { ok, words } = outcomes[outcome]
  return html`<p class="said ${ok ? 'ok' : 'bad'}" role="status">${words}</p>`
}

const stoppedBanner = html`
  <div class="banner" role="status">
    <div>
      <p>
        <strong>Verzenden is gestopt.</strong> Er gaat niets weg: geen berichten, geen mails. De termijnen lopen door.
      </p>
      <form method="post" action="/verzenden">
        <button name="stand" value="aan">Weer aanzetten</button>
      </form>
    </div>
  </div>
`

const demoBar = ({ now, next, path }: DemoBar): Html => html`
  <div class="banner demo" role="note">
    <div>
      <p><strong>Demo.</strong> Alle mensen zijn verzonnen. Het is hier ${now}.</p>
      ${
        next
          ? html`<form method="post" action="/demo-klok">
              <input type="hidden" name="naar" value="${next.at}" />
              <input type="hidden" name="terug" value="${path}" />
              <button>Spoel vooruit naar ${next.words}</button>
            </form>`
          : none
      }
    </div>
  </div>
`

const newsAddress = ({ mark, journeyId }: Watch): string =>
  href(journeyId ? ['trajecten', journeyId, 'nieuws'] : ['nieuws'], { sinds: mark })

const news = (watch: Watch): Html =>
  html`<div class="news" role="status" hx-get="${newsAddress(watch)}" hx-trigger="every 5s"></div>`

const documentOf = ({ title, heading, section, watch, body }: Page, frame: Frame): Html =>
  html`<!doctype html>
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="htmx-config" content="includeIndicatorCSS:false, history:false" />
        <title>${title} - Opkomst</title>
        <link rel="icon" href="${assets.icon.path}" />
        <link rel="stylesheet" href="${assets.style.path}" />
        <script src="${assets.htmx.path}" defer></script>
      </head>
      <body>
        <a class="skip" href="#inhoud">Naar de inhoud</a>
        <header class="top">
          <div>
            <p class="brand">
              <img src="${assets.icon.path}" alt="" width="26" height="26" /> <a href="/">Opkomst</a>
              <span>${frame.provider}</span>
            </p>
            ${navigation(section, frame.sections)}
          </div>
        </header>
        ${frame.demo ? demoBar(frame.demo) : none} ${frame.stopped ? stoppedBanner : none}
        <main id="inhoud" tabindex="-1">
          ${frame.outcome ? said(frame.outcome) : none}
          <h1>${heading ?? title}</h1>
          ${body}
        </main>
        ${watch ? news(watch) : none}
        <footer class="foot">
          <p>${openTo[frame.network]}</p>
        </footer>
      </body>
    </html>`

/** Which parts of the menu make sense here. */
const sectionsOf = ({ simulator, sending }: ConsoleParts): Section[] => [
  'vandaag',
  'aanmeldingen',
  'deelnemers',
  'mails',
  ...(sending === 'approve' ? (['berichten'] as const) : []),
  ...(simulator ? (['telefoon'] as const) : []),
]

export interface Shell {
  show(c: Context, page: Page, status?: 200 | 404 | 422 | 500): Promise<Response>
  /** The page that says that there is no such page. */
  missing(c: Context): Promise<Response>
}

const missingPage: Page = {
  title: 'Niet gevonden',
  body: html`<p>Deze pagina bestaat niet (meer). <a href="/">Naar Vandaag</a></p>`,
}

/** Absent outside the demo, and when the database does not answer. */
async function demoBarOf({ demo, verb, zone }: ConsoleParts, path: string): Promise<{ demo?: DemoBar }> {
  if (!demo) return {}
  const next = await demo.next()
  const now = verb.clock.now()
  const context = { now, zone }
  const ahead = next && !isPast(next, now) ? next : undefined
  return {
    demo: {
      now: `${dayInWords(now, 'nl', zone)}, ${timeInWords(now, zone)}`,
      path,
      ...(ahead ? { next: { at: ahead.toString(), words: momentNear(ahead, context) } } : {}),
    },
  }
}

/** Puts pages in their frame. */
export function createShell(parts: ConsoleParts): Shell {
  const show: Shell['show'] = async (c, page, status = 200) => {
    const code = c.req.query('melding')
    const frame: Frame = {
      provider: parts.verb.knowledge.installation.provider.name,
      stopped: status === 500 ? false : await parts.sendingSwitch.isStopped(), // then the database may be what is gone
      sections: sectionsOf(parts),
      outcome: isOutcome(code) ? code : undefined,
      network: parts.network ?? 'machine',
      ...(status === 500 ? {} : await demoBarOf(parts, c.req.path)),
    }
    return c.html(documentOf(page, frame), status)
  }
  return { show, missing: (c) => show(c, missingPage, 404) }
}

/** After a form: back to a page, which says what came of it. */
export const seeOther = (c: Context, segments: readonly string[], outcome: Outcome): Response =>
  c.redirect(href(segments, { melding: outcome }), 303)
