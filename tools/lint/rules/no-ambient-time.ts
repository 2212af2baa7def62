import { globalReferences } from '../global-references.ts'
import { propertyName } from '../member.ts'
import type { Node, Rule } from '../rule.ts'

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
        'This reads the clock of the machine. Take a Clock (or an instant) as an argument; only a file clock.ts reads the time.',
    },
  },
  create(context) {
    if (/(^|[/\\])clock\.ts$/.test(context.filename)) return {}
    return {
      Program() {
        for (const date of globalReferences(context, new Set(['Date']))) {
          if (!isTimeless(date, date.parent)) context.report({ node: date, messageId: 'clock' })
        }
      },
      MemberExpression(node) {
        if (propertyName(node) === 'Now') context.report({ node, messageId: 'clock' })
      },
    }
  },
}

/** A Date of a given moment, Date as a type or as a class to compare with; anything else can give the present moment. */
function isTimeless(date: Node, use: Node): boolean {
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
      return use.type.startsWith('TS') && use.type !== 'TSAsExpression'
  }
}
