import type { InboundRow } from '#src/services/ports/overview.ts'
import { html, none, type Html } from '../html.ts'
import { kindWords } from '../words/message-kind.ts'

/** What was sent: the text, and of what is no text what it was, with its caption. */
export const sent = ({ kind, text }: Pick<InboundRow, 'kind' | 'text'>): Html =>
  kind === 'text'
    ? html`${text}`
    : html`<em>${kindWords[kind]}${kind === 'reaction' ? none : ', niet bewaard'}</em
        >${text === '' ? none : html` ${text}`}`
