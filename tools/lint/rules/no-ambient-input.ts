import { propertyName } from '../member.ts'
import type { Context, NodeOf, Rule } from '../rule.ts'

const clock = ['Date', 'performance']
const timers = ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask']
const outside = ['crypto', 'process', 'fetch', 'console', 'require']
/** Every one of the above can also be reached through these. */
const whole = ['globalThis', 'global', 'window', 'self']

const ambient = new Set([...clock, ...timers, ...outside, ...whole])

const ambientMembers: Readonly<Record<string, string>> = { random: 'Math', Now: 'Temporal' }

/**
 * In the pure layers everything that decides is an argument: the clock, ids, chance and the environment. So a journey
 * of six months is played in a second, and the same input always gives the same answer.
 */
export const noAmbientInput: Rule = {
  meta: {
    type: 'problem',
    messages: {
      ambient:
        "'{{name}}' comes from outside. Take it as an argument here: an instant ('now'), an id, a value that was drawn.",
    },
  },
  create(context) {
    return {
      Identifier(node) {
        if (ambient.has(node.name) && context.sourceCode.isGlobalReference(node)) report(context, node, node.name)
      },
      MemberExpression(node) {
        const name = ambientMember(node)
        if (name !== null) report(context, node, name)
      },
    }
  },
}

function ambientMember(node: NodeOf<'MemberExpression'>): string | null {
  const property = propertyName(node)
  if (property === null || !Object.hasOwn(ambientMembers, property)) return null
  // 'Now' is flagged on anything: Temporal is often imported under another name.
  const owner = node.object.type === 'Identifier' ? node.object.name : ''
  if (property === 'random' && owner !== 'Math') return null
  return `${ambientMembers[property]}.${property}`
}

function report(context: Context, node: NodeOf<'Identifier'> | NodeOf<'MemberExpression'>, name: string): void {
  context.report({ node, messageId: 'ambient', data: { name } })
}
