import type { Rule } from '../rule.ts'

/**
 * html`...` escapes quotes and angle brackets, not spaces: in `<input value=${name}>` a space in the name begins an
 * attribute of the writer's choice. Quoted, it cannot.
 */
export const quotedHtmlAttributes: Rule = {
  meta: {
    type: 'problem',
    messages: {
      unquoted:
        'Put quotes around this attribute: name="${value}". Unquoted, a space in the value begins another attribute.',
    },
  },
  create(context) {
    return {
      TaggedTemplateExpression(node) {
        if (node.tag.type !== 'Identifier' || node.tag.name !== 'html') return
        let written = ''
        for (const [index, expression] of node.quasi.expressions.entries()) {
          written += node.quasi.quasis[index]?.value.raw ?? ''
          if (endsInUnquotedAttribute(written)) context.report({ node: expression, messageId: 'unquoted' })
          written += 'value'
        }
      },
    }
  },
}

function endsInUnquotedAttribute(written: string): boolean {
  const tag = written.slice(written.lastIndexOf('<'))
  const withoutClosedQuotes = tag.replace(/"[^"]*"|'[^']*'/g, 'value')
  return /^<[a-z][^<>"']*=\s*$/i.test(withoutClosedQuotes)
}
