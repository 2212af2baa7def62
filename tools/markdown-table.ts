const cell = (text: string): string => text.replaceAll('|', '\\|')

/** A table in Markdown; the formatter lays out its columns. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Puts content between the marks of this name, in place of what stood there. Throws when the page has no such marks. */
export function fill(page: string, name: string, content: string): string {
  const [start, end] = [`<!-- gemaakt: ${name} -->`, `<!-- einde: ${name} -->`]
  const [before, rest] = page.split(start)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined) throw new Error(`the page has no marks for '${name}'`)
  return `${before}${start}\n\n${content}\n\n${end}${after}`
}
