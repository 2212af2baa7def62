/** One header of the mail as it came, top first: the lower-case name, and the whole line with its folding, a byte per character. */
export interface HeaderLine {
  readonly key: string
  readonly line: string
}

/** What stands behind the colon, folding and all. */
export const valueOf = ({ line }: HeaderLine): string => line.slice(line.indexOf(':') + 1)

export const valuesOf = (headers: readonly HeaderLine[], name: string): string[] =>
  headers.filter(({ key }) => key === name).map(valueOf)
