import type { NoticeFacts } from '#src/services/notice-facts.ts'
import type { ConsoleParts, RenderedMail } from './parts.ts'

/** A text that was changed since may need a word that an old mail does not have; the rest of the page is shown all the same. */
export const renderSafely =
  ({ renderMail, onError }: Pick<ConsoleParts, 'renderMail' | 'onError'>) =>
  (facts: NoticeFacts): RenderedMail | undefined => {
    try {
      return renderMail(facts)
    } catch (error) {
      onError(error)
      return undefined
    }
  }
