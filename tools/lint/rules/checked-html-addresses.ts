import { placesInHtml, type Placed } from '../html-template.ts'
import type { Rule } from '../rule.ts'

/** Inside the quotes of an attribute that the browser follows; group 1: what of the address was written before. */
const address = /\s(?:href|src|action|formaction|hx-(?:get|post|put|patch|delete))=["']([^"']*)$/i

/** Functions of src/console/html.ts, which throw on an address that is not ours. */
const makers = new Set(['href', 'telephone'])

/**
 * An address in a page is made by href() (or telephone()) as a whole. So no name or number of a person gets into an
 * address bar or a log, and no `javascript:` of a stranger into a link.
 */
export const checkedHtmlAddresses: Rule = {
  meta: {
    type: 'problem',
    messages: {
      loose: 'Make the whole address with href() of src/console/html.ts: href="${href([\'trajecten\', id])}".',
    },
  },
  create(context) {
    return {
      TaggedTemplateExpression(node) {
        for (const { expression, tag } of placesInHtml(node)) {
          const [, before] = address.exec(tag) ?? []
          if (before !== undefined && (before !== '' || !isChecked(expression))) {
            context.report({ node: expression, messageId: 'loose' })
          }
        }
      },
    }
  },
}

function isChecked(node: Placed['expression']): boolean {
  switch (node.type) {
    case 'CallExpression':
      return node.callee.type === 'Identifier' && makers.has(node.callee.name)
    case 'ConditionalExpression':
      return isChecked(node.consequent) && isChecked(node.alternate)
    case 'Literal':
      return typeof node.value === 'string'
    case 'MemberExpression':
      return isAsset(node)
    default:
      return false
  }
}

/** `assets.style.path`: a file that we serve, by a name that was made from its content. */
function isAsset(node: Placed['expression']): boolean {
  if (node.type === 'Identifier') return node.name === 'assets'
  return node.type === 'MemberExpression' && isAsset(node.object)
}
