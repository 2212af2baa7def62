import type { NodeOf } from './rule.ts'

type Template = NodeOf<'TaggedTemplateExpression'>

export interface Placed {
  readonly expression: Template['quasi']['expressions'][number]
  /** The tag that it stands in, up to where it stands; what was quoted before it reads as `value`. '' outside a tag. */
  readonly tag: string
}

/** Where each value of an html`...` template stands; nothing for other templates. */
export function placesInHtml(node: Template): Placed[] {
  if (node.tag.type !== 'Identifier' || node.tag.name !== 'html') return []
  let written = ''
  return node.quasi.expressions.map((expression, index) => {
    written += `${index === 0 ? '' : 'value'}${node.quasi.quasis[index]?.value.raw ?? ''}`
    return { expression, tag: openTag(written) }
  })
}

function openTag(written: string): string {
  const tag = written.slice(written.lastIndexOf('<')).replace(/"[^"]*"|'[^']*'/g, 'value')
  return /^<[a-z][^<>]*$/i.test(tag) ? tag : ''
}
