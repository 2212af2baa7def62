import { basename } from 'node:path'
import type { Context, Rule } from '../rule.ts'

type Reportable = Parameters<Context['report']>[0]['node'] & {}

/**
 * What one contract says is data in contracts/. Code that names a municipality is a rule that nobody finds again when
 * the contract changes. Option: the names, in lower case; a short one counts as a whole word only.
 */
export const noMunicipality: Rule = {
  meta: {
    type: 'problem',
    schema: [{ type: 'array', items: { type: 'string' } }],
    messages: {
      named:
        "Code names no municipality, and this says '{{name}}'. Ask the contract for what differs (contracts/*.yaml).",
    },
  },
  create(context) {
    const names = namesOf(context)
    const check = (node: Reportable, text: string): void => {
      const name = names.find((candidate) => mentions(text, candidate))
      if (name !== undefined) context.report({ node, messageId: 'named', data: { name } })
    }
    return {
      Program: (node) => check(node, basename(context.filename)),
      Identifier: (node) => check(node, node.name),
      PrivateIdentifier: (node) => check(node, node.name),
      TemplateElement: (node) => check(node, node.value.raw),
      Literal: (node) => {
        if (typeof node.value === 'string') check(node, node.value)
        if ('regex' in node) check(node, node.regex.pattern)
      },
    }
  },
}

function namesOf(context: Context): string[] {
  const [names] = context.options
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : []
}

/** 'rip' is found in 'ripTerms' and 'eis-rip', not in 'description'; 'tilburg' also in 'Tilburgse'. */
function mentions(text: string, name: string): boolean {
  return name.length >= 5 ? text.toLowerCase().includes(name) : wordsOf(text).includes(name)
}

function wordsOf(text: string): string[] {
  const spaced = text.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
  return spaced.toLowerCase().split(/[^a-z]+/)
}
