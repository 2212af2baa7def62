/** Text by its byte order mark, else as UTF-8, else as windows-1252, in which old programs of municipalities write. */
export const decodeText = (content: Buffer): string => {
  const marked = markOf(content)
  if (marked !== undefined) return new TextDecoder(marked).decode(content)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return new TextDecoder('windows-1252').decode(content)
  }
}

/** The encoding that a byte order mark names. */
export const markOf = (content: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined => {
  const start = content.toString('latin1', 0, 3)
  if (start === '\u00EF\u00BB\u00BF') return 'utf-8'
  if (start.startsWith('\u00FF\u00FE')) return 'utf-16le'
  if (start.startsWith('\u00FE\u00FF')) return 'utf-16be'
  return undefined
}
