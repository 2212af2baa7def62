import type { Context, Node, Rule } from '../rule.ts'

/** 'hono/html' and where it takes `raw` from. */
const source = /^hono\/(utils\/)?html$/

const home = /(^|[/\\])src[/\\]console[/\\]html\.ts$/

/**
 * `raw` puts text into a page unescaped: with a participant's words in it, that is a script in the coordinator's
 * browser. It is used in src/console/html.ts only, where each use says why its text is safe.
 */
export const rawHtmlInOneFile: Rule = {
  meta: {
    type: 'problem',
    messages: {
      raw: "Only src/console/html.ts uses hono's raw(). Use html`...` (it escapes), or add a function there that says why its text is safe.",
    },
  },
  create(context) {
    if (home.test(context.filename)) return {}
    return {
      ImportSpecifier: (node) => checkName(context, node, node.parent, nameOf(node.imported)),
      ExportSpecifier: (node) => checkName(context, node, node.parent, nameOf(node.local)),
      // With the whole module in hand, raw is one dot away.
      ImportNamespaceSpecifier: (node) => checkName(context, node, node.parent, 'raw'),
      ExportAllDeclaration: (node) => checkName(context, node, node, 'raw'),
      ImportExpression: (node) => checkName(context, node, node, 'raw'),
    }
  },
}

function checkName(context: Context, node: Node, declaration: Node, name: string | null): void {
  if (name === 'raw' && source.test(sourceOf(declaration))) context.report({ node, messageId: 'raw' })
}

function sourceOf(declaration: Node): string {
  if (!('source' in declaration) || declaration.source === null) return ''
  const written = declaration.source
  return typeof written === 'object' && 'value' in written && typeof written.value === 'string' ? written.value : ''
}

function nameOf(node: Node): string | null {
  if (node.type === 'Identifier') return node.name
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : null
}
