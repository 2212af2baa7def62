import type { Id } from '#src/domain/values/id.ts'
import { assets } from './assets.ts'
import { href, html, none, type Html } from './html.ts'
import { demoBar, type DemoBar } from './demo-bar.ts'
import { menu, type Section } from './menu.ts'
import { outcomes, type Outcome } from './words/outcome.ts'

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

/** Who can get here, and why that is so: one line on every page. */
const openTo = {
  machine:
    'Alleen te openen op deze computer zelf (127.0.0.1): er zijn nog geen accounts, dus wie deze pagina opent, mag alles.',
  trusted:
    'Te openen voor ieder die bij deze pagina kan komen (CONSOLE_NETWORK=trusted): er zijn nog geen accounts, dus die mag alles.',
} as const

/** What stands around every page. */
export interface Frame {
  readonly provider: string
  readonly stopped: boolean
  readonly sections: readonly Section[]
  readonly outcome: Outcome | undefined
  readonly network: keyof typeof openTo
  readonly demo?: DemoBar
}

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

const newsAddress = ({ mark, journeyId }: Watch): string =>
  href(journeyId ? ['trajecten', journeyId, 'nieuws'] : ['nieuws'], { sinds: mark })

const news = (watch: Watch): Html =>
  html`<div class="news" role="status" hx-get="${newsAddress(watch)}" hx-trigger="every 5s"></div>`

const head = (title: string): Html => html`
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
`

const skip = html`<a class="skip" href="#inhoud">Naar de inhoud</a>`

const logo = html`<img src="${assets.icon.path}" alt="" width="26" height="26" />`

/** A page without menu, that shows nothing of ours. */
export const plainDocument = (title: string, body: Html): Html =>
  html`<!doctype html>
    <html lang="nl">
      ${head(title)}
      <body>
        ${skip}
        <header class="top">
          <div>
            <p class="brand">${logo} <strong>Opkomst</strong></p>
          </div>
        </header>
        <main id="inhoud" tabindex="-1">
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`

/** A whole page. */
export const documentOf = ({ title, heading, section, watch, body }: Page, frame: Frame): Html =>
  html`<!doctype html>
    <html lang="nl">
      ${head(title)}
      <body>
        ${skip}
        <header class="top">
          <div>
            <p class="brand">
              ${logo} <a href="/">Opkomst</a>
              <span>${frame.provider}</span>
            </p>
            ${menu(section, frame.sections)}
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
          <p><a href="${href(['teksten'])}">Talen en teksten</a></p>
          <p>${openTo[frame.network]}</p>
        </footer>
      </body>
    </html>`
