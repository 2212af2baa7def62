import type { Node, NodeOf } from './rule.ts'

/** The name after the dot, or in brackets when it is written out: `a.b` and `a['b']` both give 'b'. */
export function propertyName(node: NodeOf<'MemberExpression'>): string | null {
  if (!node.computed) return node.property.type === 'Identifier' ? node.property.name : null
  return node.property.type === 'Literal' && typeof node.property.value === 'string' ? node.property.value : null
}

/** The name that a value goes by at this place: `log` for `log`, `this.log` and `deps.log`. */
export function lastName(node: Node): string | null {
  if (node.type === 'Identifier') return node.name
  return node.type === 'MemberExpression' ? propertyName(node) : null
}
