import type { RuleTester } from 'oxlint/plugins-dev'

// oxlint exports its tester only; the types of a rule and of the tree are read off that.

/** A rule that is built anew for each file. */
export type Rule = Exclude<Parameters<RuleTester['run']>[1], { createOnce: unknown }>

export type Context = Parameters<Rule['create']>[0]

type Visitor = ReturnType<Rule['create']>

/** The node that a visitor of that kind receives, such as `NodeOf<'CallExpression'>`. */
export type NodeOf<Kind extends keyof Visitor> = Parameters<NonNullable<Visitor[Kind]>>[0]

export type Node = NodeOf<'Identifier'>['parent']
