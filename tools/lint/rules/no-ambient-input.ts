import { globalReferences } from '../global-references.ts'
import { propertyName } from '../member.ts'
import type { NodeOf, Rule } from '../rule.ts'

const clock = ['Date', 'performance']
const timers = ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask']
const outside = ['crypto', 'process', 'fetch', 'console', 'require']
/** Every one of the above can also be reached through these. */
const whole = ['globalThis', 'global', 'window', 'self']

const ambient = new Set([...clock, ...timers, ...outside, ...whole])

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
      Program() {
        for (const node of globalReferences(context, ambient)) {
          context.report({ node, messageId: 'ambient', data: { name: node.name } })
        }
      },
      MemberExpression(node) {
        const name = ambientMember(node)
        if (name !== null) context.report({ node, messageId: 'ambient', data: { name } })
      },
    }
  },
}

function ambientMember(node: NodeOf<'MemberExpression'>): string | null {
  const property = propertyName(node)
  // On anything: Temporal is often imported under another name.
  if (property === 'Now') return 'Temporal.Now'
  const isMath = node.object.type === 'Identifier' && node.object.name === 'Math'
  return isMath && property === 'random' ? 'Math.random' : null
}
