import type { Context } from 'hono'
import { assets } from './assets.ts'
import { href, html, none, type Html } from './html.ts'
import type { ConsoleParts } from './parts.ts'
import { isOutcome, outcomes, type Outcome } from './words/outcome.ts'

export type Section = 'vandaag' | 'aanmeldingen' | 'deelnemers' | 'mails' | 'berichten' | 'telefoon'

export interface Page {
  /** The one h1, and the name of the tab; never a name of a person. */
  readonly title: string
  /** Shown as h1 instead of the title: may name a person. */
  readonly heading?: string
  readonly section?: Section
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

interface Frame {
  readonly provider: string
  readonly stopped: boolean
  readonly sections: readonly Section[]
  readonly outcome: Outcome | undefined
}

const navigation = (current: Section | undefined, shown: readonly Section[]): Html => html`
  <nav class="menu" aria-label="Hoofdmenu">
    <ul>
      ${sections
        .filter(({ section }) => shown.includes(section))
        .map(({ section, path, words }) => {
          const here = section === current
          return html`<li><a href="${href(path)}" ${here ? html`aria-current="page"` : none}>${words}</a></li>`
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
    <p>
      <strong>Verzenden is gestopt.</strong> Er gaat niets weg: geen berichten, geen mails. De termijnen lopen door.
    </p>
    <form method="post" action="/verzenden">
      <button name="stand" value="aan">Weer aanzetten</button>
    </form>
  </div>
`

const documentOf = ({ title, heading, section, body }: Page, frame: Frame): Html =>
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
          <p class="brand"><a href="/">Opkomst</a> <span>${frame.provider}</span></p>
          ${navigation(section, frame.sections)}
        </header>
        ${frame.stopped ? stoppedBanner : none}
        <main id="inhoud" tabindex="-1">
          ${frame.outcome ? said(frame.outcome) : none}
          <h1>${heading ?? title}</h1>
          ${body}
        </main>
        <footer class="foot">
          <p>
            Alleen te openen op deze computer zelf (127.0.0.1): er zijn nog geen accounts, dus wie deze pagina opent,
            mag alles.
          </p>
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

export type Show = (c: Context, page: Page, status?: 200 | 404 | 422 | 500) => Promise<Response>

/** Puts a page in its frame. */
export const createShow =
  (parts: ConsoleParts): Show =>
  async (c, page, status = 200) => {
    const code = c.req.query('melding')
    const frame: Frame = {
      provider: parts.verb.knowledge.installation.provider.name,
      stopped: status === 500 ? false : await parts.sendingSwitch.isStopped(),
      sections: sectionsOf(parts),
      outcome: isOutcome(code) ? code : undefined,
    }
    return c.html(documentOf(page, frame), status)
  }

/** After a form: back to a page, which says what came of it. */
export const seeOther = (c: Context, segments: readonly string[], outcome: Outcome): Response =>
  c.redirect(href(segments, { melding: outcome }), 303)
