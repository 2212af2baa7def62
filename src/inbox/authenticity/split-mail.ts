import type { HeaderLine } from './header-line.ts'

/** The headers of a mail with every byte as it came, and what stands below the first empty line. */
export const splitMail = (raw: Buffer): { headers: readonly HeaderLine[]; body: Buffer } => {
  const end = endOfHead(raw)
  return { headers: linesOf(raw.subarray(0, end).toString('latin1')), body: raw.subarray(end) }
}

/** Behind the empty line; the whole mail when there is none. */
const endOfHead = (raw: Buffer): number => {
  const ends = ['\n\r\n', '\n\n'].flatMap((mark) => {
    const at = raw.indexOf(mark)
    return at < 0 ? [] : [at + mark.length]
  })
  return Math.min(raw.length, ...ends)
}

const linesOf = (head: string): HeaderLine[] => {
  const folded: string[][] = []
  for (const line of head.split(/\r?\n/)) {
    const last = folded.at(-1)
    if (last !== undefined && /^\s/.test(line)) last.push(line)
    else if (line !== '') folded.push([line])
  }
  return folded.map((lines) => {
    const line = lines.join('\r\n')
    return {
      key: line
        .slice(0, Math.max(0, line.indexOf(':')))
        .trim()
        .toLowerCase(),
      line,
    }
  })
}
