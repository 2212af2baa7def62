import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type pg from 'pg'

/** Statements come from a builder, so their texts are few and return for ever; lists of other lengths could make more than this. */
const mostPrepared = 400

/** Names are given per connection, in order of first use. */
const preparedClient = (client: pg.PoolClient): PostgresPoolClient => {
  const names = new Map<string, string>()
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text)
    if (known ?? names.size >= mostPrepared) return known
    const name = `s${String(names.size)}`
    names.set(text, name)
    return name
  }
  const query = (text: string, values: readonly unknown[]): Promise<PostgresQueryResult<never>> => {
    const name = values.length > 0 ? nameOf(text) : undefined
    return client.query({ text, values: [...values], ...(name ? { name } : {}) }) as Promise<PostgresQueryResult<never>>
  }
  return {
    // Our builder never streams, so of its two ways to query only this one is ever used.
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy) => {
      client.release(destroy)
    },
  }
}

/** A pool whose connections prepare every statement once: planning a large one again and again costs more than running it. */
export function preparing(pool: pg.Pool): PostgresPool {
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect()
      const known = wrapped.get(client) ?? preparedClient(client)
      wrapped.set(client, known)
      return known
    },
  }
}
