import { html, none, type Html } from '../html.ts'
import type { Health } from '../parts.ts'
import { postButton } from './bits.ts'

interface State {
  readonly health: readonly Health[]
  readonly sending: 'off' | 'approve' | 'on'
  readonly stopped: boolean
}

const sendingWords = {
  off: 'uit: er gaat niets weg (SENDING=off)',
  approve: 'na uw goedkeuring',
  on: 'aan',
} as const

const item = ({ name, ok, words }: Health): Html =>
  html`<li class="${ok ? 'ok' : 'bad'}"><strong>${name}</strong> ${words}</li>`

function summary(health: readonly Health[]): string {
  const wrong = health.filter(({ ok }) => !ok).length
  if (wrong === 0) return 'Alles werkt'
  return wrong === 1 ? 'Er werkt iets niet' : `${String(wrong)} dingen werken niet`
}

/** One line while all is well; what is not well stands in full, with what to do. */
export function healthLine({ health, sending, stopped }: State): Html {
  const wrong = health.filter(({ ok }) => !ok)
  const state: Health = {
    name: 'Verzenden',
    ok: !stopped && sending !== 'off',
    words: stopped ? 'gestopt' : sendingWords[sending],
  }
  return html`
    <section class="health" aria-label="Hoe het systeem ervoor staat">
      <ul>
        ${wrong.map(item)} ${item(state)}
        <li class="${wrong.length === 0 ? 'ok' : 'bad'}">
          <details>
            <summary>${summary(health)}</summary>
            <ul>
              ${health.map(item)}
            </ul>
          </details>
        </li>
      </ul>
      ${stopped ? none : postButton(['verzenden'], { stand: 'uit' }, 'Stop alle verzending', 'danger')}
    </section>
  `
}
