import type { Option, Session } from './session.ts'

/** Who answers something older than this is asked again. */
const mostAsked = 4

/** A message of ours that goes to the participant. */
export interface Saying {
  readonly key: string
  /** It puts the question, with its choices below it. */
  readonly asks: boolean
  /** The appointment whose day and time it names, if it does. */
  readonly names: string | undefined
}

/** What is said while a question stands, and does not repeat it, leaves its numbers to the message that put it. */
export function afterSaying(session: Session, { key, asks, names }: Saying): Session {
  const asked = asks || session.options.length === 0 ? askedBy(session, key) : session
  return names === undefined ? asked : toldBy(asked, names, key)
}

/** After a message of ours that puts the question, or that ends it. */
function askedBy(session: Session, key: string): Session {
  const [newest, ...earlier] = session.asked ?? []
  const isSame = newest !== undefined && offersSame(newest.options, session.options)
  const asked = isSame
    ? [{ ...newest, by: [key, ...newest.by].slice(0, mostAsked) }, ...earlier]
    : [{ by: [key], options: session.options }, ...(newest ? [newest] : []), ...earlier].slice(0, mostAsked)
  return { ...session, asked }
}

const offersSame = (one: readonly Option[], other: readonly Option[]): boolean =>
  one.length === other.length && one.every(({ value }, at) => value === other[at]?.value)

/** After a message of ours that names this appointment. */
function toldBy(session: Session, attendance: string, key: string): Session {
  const before = session.told?.attendance === attendance ? session.told.by : []
  return { ...session, told: { attendance, by: [key, ...before].slice(0, mostAsked) } }
}

/** Whether one of these messages of ours names this appointment: nobody can say yes or no to one that they do not know of. */
export const isTold = (session: Session | undefined, attendance: string, onScreen: readonly string[]): boolean =>
  session?.told?.attendance === attendance && session.told.by.some((key) => onScreen.includes(key))

/** Of these messages of ours (their keys, newest first) the one that says what a number means. */
export const questionOn = ({ asked = [] }: Session, onScreen: readonly string[]): string | undefined =>
  onScreen.find((key) => asked.some(({ by }) => by.includes(key)))

/**
 * What a number means to somebody on whose screen these messages of ours stand (their keys, newest first). What was asked while none of
 * them had arrived is nothing that they can have answered.
 */
export function optionsRead(session: Session, onScreen: readonly string[]): readonly Option[] {
  const { asked, options } = session
  if (asked === undefined) return options
  const key = questionOn(session, onScreen)
  if (key === undefined) return []
  const [newest, ...earlier] = asked
  return newest?.by.includes(key) ? options : (earlier.find(({ by }) => by.includes(key))?.options ?? [])
}
