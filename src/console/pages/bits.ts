import type { Page } from '#src/services/ports/overview.ts'
import { href, html, none, type Html } from '../html.ts'
import type { Badge } from '../words/stage.ts'

/** A state in a word or two; the colour only repeats what the word says. */
export const badge = ({ tone, words }: Badge): Html => html`<span class="badge ${tone}">${words}</span>`

/** How a moment was computed, for whoever asks. `of`: which one, for who hears the page. */
export const calculated = (how: string, of: string, more?: Html): Html => html`
  <details>
    <summary>Zo is het berekend<span class="hidden">: ${of}</span></summary>
    <p>${how}.</p>
    ${more}
  </details>
`

/** What a list says when there is nothing in it. */
export const empty = (words: string): Html => html`<p class="empty">${words}</p>`

export interface PageNumber {
  readonly page: number
  readonly size: number
}

/** To the page before and after, where there is one. */
export function pager(
  segments: readonly string[],
  { page, size }: PageNumber,
  { total }: Page<unknown>,
): Html | undefined {
  const last = Math.max(1, Math.ceil(total / size))
  if (last === 1) return none
  const link = (to: number, words: string): Html =>
    html`<a class="button quiet" href="${href(segments, { pagina: to })}">${words}</a>`
  return html`
    <nav class="pager" aria-label="Bladeren">
      ${page > 1 ? link(page - 1, 'Vorige') : none}
      <span>Pagina ${page} van ${last}</span>
      ${page < last ? link(page + 1, 'Volgende') : none}
    </nav>
  `
}

/** A button that posts one thing. `fields` are what the form says; the address says what about. */
export function postButton(
  segments: readonly string[],
  fields: Readonly<Record<string, string>>,
  words: string,
  kind: 'main' | 'quiet' | 'danger' = 'quiet',
): Html {
  return html`
    <form method="post" action="${href(segments)}" class="inline">
      ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
      <button class="${kind}">${words}</button>
    </form>
  `
}
