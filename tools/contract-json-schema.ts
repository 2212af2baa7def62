import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { format } from 'prettier'
import { contractJsonSchema } from '#src/app/contracts/schema-at.ts'

/** Where editors find the schema: the first line of every contract file points at it. */
export const schemaFile = path.join(import.meta.dirname, '../contracts/contract.schema.json')

/** The text of `contracts/contract.schema.json` (JSON Schema, draft 2020-12), laid out as the formatter wants it. */
export const contractSchemaText = (): Promise<string> =>
  format(JSON.stringify({ ...contractJsonSchema, title: 'Contract' }), { parser: 'json', printWidth: 120 })

if (import.meta.main) {
  const text = await contractSchemaText()
  const before = await readFile(schemaFile, 'utf8').catch(() => '')
  await writeFile(schemaFile, text)
  process.stdout.write(before === text ? 'contract.schema.json was up to date\n' : 'contract.schema.json written\n')
}
