export interface Tag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

const unescaped = (text: string): string =>
  text.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? '')

function attributesOf(text: string): Record<string, string> {
  const found = text.matchAll(/([a-z-]+)(?:="([^"]*)")?/g)
  return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, unescaped(value)]))
}

/** The opening tags of a page as our own templates write them: small letters, double quotes. */
export const tagsOf = (page: string, ...names: readonly string[]): Tag[] =>
  [...page.matchAll(/<([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>/g)]
    .map(([, name = '', attributes = '']) => ({ name, attributes: attributesOf(attributes) }))
    .filter(({ name }) => names.length === 0 || names.includes(name))

/** What a reader sees, without tags. */
export const wordsOf = (page: string): string =>
  unescaped(
    page.replaceAll(/<(?:head|script)[\s\S]*?<\/(?:head|script)>/g, ' ').replaceAll(/<[^>]+>/g, ' '),
  ).replaceAll(/\s+/g, ' ')
