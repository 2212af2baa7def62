const twice = /[\u00C2-\u00DF][\u0080-\u00BF]/
const wide = /[\u0100-\uFFFF]/

/** 'AnaÃ¯s' is 'Anaïs' whose letters were said to be of another set than they are. Undone only when all of the text allows it. */
export const mendLetters = (text: string): string => {
  if (!twice.test(text) || wide.test(text)) return text
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'latin1'))
  } catch {
    return text
  }
}
