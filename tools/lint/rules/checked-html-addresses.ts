import { placesInHtml } from '../html-template.ts'
import type { Context, Node, NodeOf, Rule } from '../rule.ts'

/** Inside the quotes of an attribute that the browser follows; group 1: what of the address was written before. */
const address = /\s(?:href|src|action|formaction|hx-(?:get|post|put|patch|delete))=["']([^"']*)$/i

/** Functions of src/console/html.ts, which throw on an address that is not ours. */
const makers = new Set(['href', 'anchor', 'telephone'])

/**
 * An address in a page is made by href() (or anchor(), or telephone()) as a whole. So no name or number of a person gets into an
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
          if (before !== undefined && (before !== '' || !isChecked(context, expression))) {
            context.report({ node: expression, messageId: 'loose' })
          }
        }
      },
    }
  },
}

/** `hops`: how many names are followed to what they stand for; a function may well call itself. */
function isChecked(context: Context, node: Node | null, hops = 3): boolean {
  if (hops < 0) return false
  switch (node?.type) {
    case 'CallExpression':
      return node.callee.type === 'Identifier' && makesAddress(context, node.callee, hops)
    case 'ConditionalExpression':
      return isChecked(context, node.consequent, hops) && isChecked(context, node.alternate, hops)
    case 'Literal':
      return typeof node.value === 'string'
    case 'Identifier':
      return isChecked(context, constantOf(context, node), hops - 1)
    case 'MemberExpression':
      return isAsset(node)
    default:
      return false
  }
}

/** `href`, or a function of this file that is nothing but a call of it: `const toJourney = (id) => href([...])`. */
function makesAddress(context: Context, callee: NodeOf<'Identifier'>, hops: number): boolean {
  if (makers.has(callee.name)) return true
  const made = constantOf(context, callee)
  return made?.type === 'ArrowFunctionExpression' && isChecked(context, made.body, hops - 1)
}

/** What the name stands for in this file, when that never changes. */
function constantOf(context: Context, node: NodeOf<'Identifier'>): Node | null {
  let scope: ReturnType<typeof context.sourceCode.getScope> | null = context.sourceCode.getScope(node)
  while (scope !== null && !scope.set.has(node.name)) scope = scope.upper
  const [definition] = scope?.set.get(node.name)?.defs ?? []
  if (definition?.node.type !== 'VariableDeclarator' || definition.node.id.type !== 'Identifier') return null
  const declaration = definition.node.parent
  return declaration.type === 'VariableDeclaration' && declaration.kind === 'const' ? definition.node.init : null
}

/** `assets.style.path`: a file that we serve, by a name that was made from its content. */
function isAsset(node: Node): boolean {
  if (node.type === 'Identifier') return node.name === 'assets'
  return node.type === 'MemberExpression' && isAsset(node.object)
}
