import { writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { format } from 'prettier'
import { z } from 'zod'
import { CalledFlow, WrittenFlow } from '#src/conversation/flow.ts'

/** The JSON Schemas with which an editor helps while writing flows, by their file below `flows/`. */
export const flowJsonSchemas = {
  'flow.schema.json': () => jsonSchema(WrittenFlow, 'Een gesprek (flows/*.yaml)'),
  'called/called.schema.json': () => jsonSchema(CalledFlow, 'Een deelgesprek (flows/called/*.yaml)'),
}

async function jsonSchema(shape: z.ZodType, title: string): Promise<string> {
  const { $schema, ...schema } = z.toJSONSchema(shape, { io: 'input' })
  return format(JSON.stringify({ $schema, title, ...schema }), { parser: 'json', printWidth: 120 })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [file, schema] of Object.entries(flowJsonSchemas))
    await writeFile(new URL(`../flows/${file}`, import.meta.url), await schema())
}
