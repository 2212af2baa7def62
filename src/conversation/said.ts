import type { Session } from './session.ts'

/** Twice may be needed, three times in a row is a machine that does not listen. */
const mostInARow = 2

export const isSaidEnough = ({ said }: Session, text: string): boolean =>
  said?.text === text && said.times >= mostInARow

export const saying = (session: Session, text: string): Session => ({
  ...session,
  said: { text, times: session.said?.text === text ? session.said.times + 1 : 1 },
})
