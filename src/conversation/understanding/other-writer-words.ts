/** How somebody says in one language that they write for another. Phrases are as in a lexicon (`Entry`). */
export interface OtherWriter {
  /** 'Ik ben haar man', 'namens mijn moeder'. */
  readonly says: readonly string[]
  /** What begins or ends as one of these is said by the participant themselves: 'ik ben de moeder van drie kinderen'. */
  readonly unless: readonly string[]
  /** What only somebody else says: 'mijn vrouw kan niet komen'; not where the message speaks of the writer too. */
  readonly about: readonly string[]
  /** What is said of the participant by name, at the beginning of a sentence: 'Fatima kan niet komen'. A name is in Latin letters. */
  readonly afterName?: string
  /** The words with which a writer speaks of themselves. */
  readonly selves: string
  /** Said as a whole when it was asked who writes: 'haar zus'. */
  readonly answers: readonly string[]
}
