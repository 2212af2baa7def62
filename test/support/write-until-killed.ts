/** Run as a program: starts the embedded database in the given folder and prints every number that it committed. */
import { Client } from 'pg'
import { startEmbeddedPostgres } from '#src/app/embedded/postgres.ts'

const [dataDir = ''] = process.argv.slice(2)
const server = await startEmbeddedPostgres({ dataDir, log: () => {} })
const client = new Client({ connectionString: server.url })
await client.connect()
await client.query('create table if not exists written (number integer primary key)')
for (let number = 1; ; number += 1) {
  await client.query('insert into written values ($1)', [number])
  process.stdout.write(`${number}\n`)
}
