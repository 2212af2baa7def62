let loading: Promise<typeof import('#src/conversation/understanding/read-sent.ts')> | undefined

/** Phrases of eleven languages are loaded when somebody writes, not when the program starts, and only once. */
export const understanding = () => (loading ??= import('#src/conversation/understanding/read-sent.ts'))
