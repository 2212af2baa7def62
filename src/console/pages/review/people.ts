import type { Id } from '#src/domain/values/id.ts'
import { href, html, none, type Html } from '../../html.ts'
import type { Badge } from '../../words/stage.ts'
import { badge, postButton } from '../bits.ts'
import type { People, ReviewFacts } from './facts.ts'

const stateOf = ({ decided }: People, at: number): Badge => {
  const kind = decided.get(at)?.kind
  if (kind === undefined) return { tone: 'warn', words: 'nog te doen' }
  return kind === 'accepted' ? { tone: 'ok', words: 'aangenomen' } : { tone: 'calm', words: 'overgeslagen' }
}

const entry = (mailId: Id<'mail'>, people: People, at: number): Html => {
  const words = `Deelnemer ${String(at + 1)}`
  const isOpen = !people.decided.has(at)
  const name =
    isOpen && at !== people.current
      ? html`<a href="${href(['aanmeldingen', mailId], { deelnemer: at + 1 })}">${words}</a>`
      : html`<span ${isOpen ? html`aria-current="true"` : none}>${words}</span>`
  return html`<li>${name} ${badge(stateOf(people, at))}</li>`
}

/** Who is in a mail that names several: each is accepted or left out by itself, and the mail waits until all are. */
export const peopleOf = ({ mail, people }: Pick<ReviewFacts, 'mail' | 'people'>): Html | undefined =>
  people.count < 2
    ? none
    : html`
        <nav class="people card" aria-label="Deelnemers in deze mail">
          <p>
            In deze mail staan <strong>${people.count} deelnemers</strong>. Neem ze één voor één aan, of sla ze over. De
            mail wacht tot u over ieder hebt besloten.
          </p>
          <ol>
            ${Array.from({ length: people.count }, (_, at) => entry(mail.id, people, at))}
          </ol>
          ${
            [...people.decided.values()].some(({ kind }) => kind === 'skipped')
              ? postButton(['aanmeldingen', mail.id, 'terughalen'], {}, 'Bekijk wie is overgeslagen opnieuw')
              : none
          }
        </nav>
      `
