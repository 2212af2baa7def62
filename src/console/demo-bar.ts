import { dayInWords, timeInWords } from '#src/services/words.ts'
import { html, none, type Html } from './html.ts'
import type { ConsoleParts } from './parts.ts'
import { isPast, momentNear } from './words/moment.ts'

/** What the demo's clock says, and where it can be wound on to. */
export interface DemoBar {
  readonly now: string
  readonly next?: { readonly at: string; readonly words: string }
  readonly path: string
}

export const demoBar = ({ now, next, path }: DemoBar): Html => html`
  <div class="banner demo" role="note">
    <div>
      <p><strong>Demo.</strong> <span class="roomy">Alle mensen zijn verzonnen.</span> Het is hier ${now}.</p>
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

/** Absent outside the demo, and when the database does not answer. */
export async function demoBarOf({ demo, verb, zone }: ConsoleParts, path: string): Promise<{ demo?: DemoBar }> {
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
