import type { Context } from './rule.ts'

type Scopes = Context['sourceCode']['scopeManager']['scopes']

export type GlobalReference = Scopes[number]['references'][number]['identifier']

/** Where a file uses one of these names without declaring it: there it means the global. As a value and as a type. */
export function globalReferences(context: Context, names: ReadonlySet<string>): GlobalReference[] {
  return context.sourceCode.scopeManager.scopes
    .flatMap((scope) => scope.references)
    .filter(({ resolved }) => resolved === null || resolved.defs.length === 0)
    .map(({ identifier }) => identifier)
    .filter(({ name }) => names.has(name))
}
