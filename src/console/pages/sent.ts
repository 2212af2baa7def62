import type { InboundRow } from '#src/services/ports/overview.ts'
import { html, none, type Html } from '../html.ts'
import { kindWords } from '../words/message-kind.ts'

type Sent = Pick<InboundRow, 'kind' | 'text' | 'hasPhoto'>

function became({ kind, hasPhoto }: Sent): string | undefined {
  if (kind === 'reaction') return none
  return hasPhoto ? ', bewaard tot het bewijs is bekeken' : ', niet bewaard'
}

/** What was sent: the text, and of what is no text what it was, with its caption. */
export const sent = (row: Sent): Html =>
  row.kind === 'text'
    ? html`${row.text}`
    : html`<em>${kindWords[row.kind]}${became(row)}</em>${row.text === '' ? none : html` ${row.text}`}`
