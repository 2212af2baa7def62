/** A list of words, as it is written in a lexicon: with spaces or on lines between them. */
export const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '')
