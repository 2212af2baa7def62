/**
 * The sentences that say when somebody is there: now, later today, or from another day. Texts of their own, as a date takes another place
 * in every language; other texts hold the one that is true in place of `{{ opening }}`.
 */
export const openingTexts = ['open_now', 'open_today', 'open_later'] as const

export interface Opening {
  readonly text: (typeof openingTexts)[number]
  /** Of the moment that the sentence names, the day written out in the participant's language. */
  readonly day: string
  readonly time: string
}

export const isOpeningText = (name: string): boolean => openingTexts.some((text) => text === name)
