import { z } from 'zod'
import { Contract } from '#src/domain/contract/contract.ts'

/** As much of JSON Schema as our own contract schema uses. */
export interface SchemaNode {
  readonly description?: string
  readonly type?: string
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly required?: readonly string[]
  readonly additionalProperties?: SchemaNode | boolean
  readonly propertyNames?: { readonly enum?: readonly string[] }
  readonly anyOf?: readonly SchemaNode[]
  readonly items?: SchemaNode
  readonly enum?: readonly string[]
}

/** The contract schema as JSON Schema: what editors get, and what our own advice is looked up in. */
export const contractJsonSchema = z.toJSONSchema(Contract, { target: 'draft-2020-12', io: 'input' }) as SchemaNode

const branches = (node: SchemaNode): readonly SchemaNode[] => node.anyOf ?? [node]

function child(node: SchemaNode, key: string): SchemaNode | undefined {
  const own = branches(node).find((branch) => branch.properties && Object.hasOwn(branch.properties, key))
  if (own) return own.properties?.[key]
  if (typeof node.additionalProperties === 'object') return node.additionalProperties
  return node.items
}

/** The part of the schema that a path leads to; absent when the path leaves the schema. */
export const schemaAt = (path: readonly PropertyKey[]): SchemaNode | undefined =>
  path.reduce<SchemaNode | undefined>((node, key) => node && child(node, String(key)), contractJsonSchema)

/** The keys that may stand under a path, alternatives of a union included. */
export function keysAt(path: readonly PropertyKey[]): readonly string[] {
  const node = schemaAt(path)
  if (!node) return []
  return node.propertyNames?.enum ?? branches(node).flatMap((branch) => Object.keys(branch.properties ?? {}))
}

function pathsOf(key: string, node: SchemaNode, path: readonly string[]): (readonly string[])[] {
  return Object.entries(node.properties ?? {}).flatMap(([name, below]) => [
    ...(name === key ? [path] : []),
    ...pathsOf(key, below, [...path, name]),
  ])
}

/** Where in the file a key belongs, when there is exactly one such place. */
export function homeOf(key: string): readonly string[] | undefined {
  const [home, ...others] = pathsOf(key, contractJsonSchema, [])
  return others.length === 0 ? home : undefined
}
