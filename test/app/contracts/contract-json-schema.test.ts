import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contractJsonSchema, type SchemaNode } from '#src/app/contracts/schema-at.ts'
import { contractSchemaText, schemaFile } from '../../../tools/contract-json-schema.ts'

/** Paths of properties that an editor could not explain. */
function silent(node: SchemaNode, at: string): string[] {
  const branches = [node, ...(node.anyOf ?? []), ...(node.items ? [node.items] : [])]
  const each = typeof node.additionalProperties === 'object' ? silent(node.additionalProperties, `${at}.*`) : []
  const own = branches.flatMap((branch) => Object.entries(branch.properties ?? {}))
  return [
    ...each,
    ...own.flatMap(([key, child]) => [
      ...(child.description ? [] : [`${at}.${key}`]),
      ...silent(child, `${at}.${key}`),
    ]),
  ]
}

describe('contracts/contract.schema.json', () => {
  it('is what the zod schema says: run `node tools/contract-json-schema.ts` after a change', async () => {
    expect(readFileSync(schemaFile, 'utf8')).toBe(await contractSchemaText())
  })

  it('is draft 2020-12 and closed: an editor marks a key that does not exist', () => {
    expect(contractJsonSchema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      additionalProperties: false,
    })
  })

  it('asks for a basis with every rule, and for nothing that has a default', () => {
    const intake = contractJsonSchema.properties?.['terms']?.properties?.['intake_by']
    expect(intake?.required).toEqual(['within', 'basis'])
    expect(contractJsonSchema.required).not.toContain('left_to_people')
  })

  it('explains every key', () => {
    expect(silent(contractJsonSchema, '')).toEqual([])
  })
})
