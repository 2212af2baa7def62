import { lastName, propertyName } from '../member.ts'
import type { Context, Node, NodeOf, Rule } from '../rule.ts'

const levels = new Set(['trace', 'debug', 'info', 'warn', 'error', 'fatal'])

type Argument = NodeOf<'CallExpression'>['arguments'][number]

/**
 * What varies goes into a field, where pino redacts it; the message is a fixed sentence. A name or a phone number that
 * was pasted into the sentence stays in the logs for as long as those are kept.
 */
export const staticLogMessage: Rule = {
  meta: {
    type: 'problem',
    messages: {
      varies:
        "Write the message as one fixed sentence, and what varies as a field before it: log.info({ mailId }, 'mail stored').",
      missing: "Say in a fixed sentence what happened, after the fields: log.error({ err }, 'mailbox not reached').",
      more: 'Nothing may follow the message: pino would paste it into the sentence, past the redaction. Make it a field.',
    },
  },
  create(context) {
    return {
      CallExpression(node) {
        if (isLogCall(node)) checkArguments(context, node)
      },
    }
  },
}

function isLogCall(node: NodeOf<'CallExpression'>): boolean {
  if (node.callee.type !== 'MemberExpression') return false
  return levels.has(propertyName(node.callee) ?? '') && isLogger(node.callee.object)
}

function isLogger(node: Node): boolean {
  if (/^(log|logger)$|[a-z](Log|Logger)$/.test(lastName(node) ?? '')) return true
  // log.child({ job }).info(...)
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false
  return propertyName(node.callee) === 'child' && isLogger(node.callee.object)
}

function checkArguments(context: Context, node: NodeOf<'CallExpression'>): void {
  const [first, second] = node.arguments
  const at = first !== undefined && isText(first) ? 0 : 1
  const message = at === 0 ? first : second
  if (message === undefined) context.report({ node, messageId: 'missing' })
  else if (!isFixed(message)) context.report({ node: message, messageId: 'varies' })
  else if (node.arguments.length > at + 1) context.report({ node, messageId: 'more' })
}

function isText(node: Argument): boolean {
  return isFixed(node) || node.type === 'TemplateLiteral' || (node.type === 'BinaryExpression' && node.operator === '+')
}

function isFixed(node: Argument): boolean {
  if (node.type === 'TemplateLiteral') return node.expressions.length === 0
  return node.type === 'Literal' && typeof node.value === 'string'
}
