import { placesInHtml } from '../html-template.ts'
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
        for (const { expression, tag } of placesInHtml(node)) {
          if (/^[^"']*=\s*$/.test(tag)) context.report({ node: expression, messageId: 'unquoted' })
        }
      },
    }
  },
}
