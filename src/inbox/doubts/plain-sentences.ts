/** Without case and accents, and with one kind of apostrophe: 'beëindigd' is typed in many ways. */
export const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll(/[’‘`]/g, "'").toLowerCase()

/** In characters. A line of a megabyte is no sentence. */
export const longestLine = 2000

/** Mail programs break a long sentence over lines. A short line was ended by who wrote it, and a label begins something else. */
export const sentencesOf = (lines: readonly string[]): string[] => {
  const joined: string[] = []
  let before = ''
  for (const line of lines) {
    const goesOn = before.length >= brokenFrom && line !== '' && !/^[^:]{1,40}:/.test(line)
    if (goesOn) joined.push(`${joined.pop() ?? ''} ${line}`.slice(-longestLine))
    else joined.push(line)
    before = line
  }
  return joined.flatMap((line) => line.split(/[.!?;](?=\s|$)/)).map((text) => text.replaceAll(/\s+/g, ' ').trim())
}

/** In characters: no mail program breaks a line sooner. */
const brokenFrom = 40
