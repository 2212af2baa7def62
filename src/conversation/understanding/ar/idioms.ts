/** What sounds like a crisis and is none. */
export const idioms: readonly string[] = []

/** What means nothing though words of ours are in it. */
export const nothing: readonly string[] = []
