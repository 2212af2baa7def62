import { propertyName } from '../member.ts'
import type { Context, Node, NodeOf, Rule } from '../rule.ts'

/** What a Date can be asked without looking at the clock. */
const timeless = new Set(['parse', 'UTC', 'prototype'])

/**
 * Only a file named clock.ts reads the time; all others are given a clock. So a whole journey runs on a virtual clock,
 * and a clock that jumps is seen in one place.
 */
export const noAmbientTime: Rule = {
  meta: {
    type: 'problem',
    messages: {
      clock:
        'This reads the machine’s clock. Take a Clock (or an instant) as an argument; only a file clock.ts reads the time.',
    },
  },
  create(context) {
    if (/(^|[/\\])clock\.ts$/.test(context.filename)) return {}
    return {
      Identifier(node) {
        if (node.name === 'Date' && isValue(node) && context.sourceCode.isGlobalReference(node))
          checkDate(context, node)
      },
      MemberExpression(node) {
        if (propertyName(node) === 'Now') context.report({ node, messageId: 'clock' })
      },
    }
  },
}

function checkDate(context: Context, node: NodeOf<'Identifier'>): void {
  if (!isTimeless(node, node.parent)) context.report({ node: node.parent, messageId: 'clock' })
}

/** A Date of a given moment, a Date as a class to compare with; anything else can give the present moment. */
function isTimeless(date: NodeOf<'Identifier'>, use: Node): boolean {
  switch (use.type) {
    case 'NewExpression':
      return use.callee !== date || use.arguments.length > 0
    case 'MemberExpression':
      return timeless.has(propertyName(use) ?? '')
    case 'BinaryExpression':
      return use.operator === 'instanceof'
    case 'CallExpression':
      return use.callee !== date
    default:
      return false
  }
}

function isValue(node: NodeOf<'Identifier'>): boolean {
  return !node.parent.type.startsWith('TS') || node.parent.type === 'TSAsExpression'
}
