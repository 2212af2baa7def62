import type { Context } from 'hono'
import { html, type Html } from './html.ts'
import { plainDocument } from './layout.ts'

type RefusedStatus = 403 | 413 | 421

interface Refused {
  readonly title: string
  readonly body: Html
}

const home = html`<p class="after"><a class="button" href="/">Naar Vandaag</a></p>`

const pages: Readonly<Record<RefusedStatus, Refused>> = {
  403: {
    title: 'Dit formulier kwam niet van deze console',
    body: html`<p>
        Er is niets gedaan. Een andere pagina, of een oud tabblad, wilde hier iets invullen. Open de console opnieuw en
        doe het daar.
      </p>
      ${home}`,
  },
  413: {
    title: 'Dit formulier is te groot',
    body: html`<p>
        Er is niets opgeslagen. Ga terug met de knop van uw browser: wat u typte, staat er nog. Maak de tekst korter, of
        kies een kleiner bestand, en verstuur opnieuw.
      </p>
      ${home}`,
  },
  421: {
    title: 'Dit adres klopt niet',
    body: html`<p>Open deze pagina op deze computer zelf, met het adres dat de terminal laat zien.</p>`,
  },
}

/** A request that we do not take, as a page that says what to do. It shows nothing of ours: who asks may be anybody. */
export function refuse(c: Context, status: RefusedStatus): Response | Promise<Response> {
  const { title, body } = pages[status]
  return c.html(plainDocument(title, body), status)
}
