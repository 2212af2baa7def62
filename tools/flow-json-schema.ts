import { writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { format } from 'prettier'
import { z } from 'zod'
import { Flow } from '#src/conversation/flow.ts'

/** The JSON Schema with which an editor helps while writing `flows/*.yaml`. */
export async function flowJsonSchema(): Promise<string> {
  const { $schema, ...schema } = z.toJSONSchema(Flow, { io: 'input' })
  return format(JSON.stringify({ $schema, title: 'Een gesprek (flows/*.yaml)', ...schema }), {
    parser: 'json',
    printWidth: 120,
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await writeFile(new URL('../flows/flow.schema.json', import.meta.url), await flowJsonSchema())
}
