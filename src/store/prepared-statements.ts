import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type pg from 'pg'

/** Statements come from a builder, so their texts are few and return for ever; lists of other lengths could make more than this. */
const mostPrepared = 400

/** What pg says when the server gave no answer in time (query_timeout): whatever is asked next would wait behind that. */
const readTimeout = 'Query read timeout'

const nothing: PostgresQueryResult<never> = { command: 'SELECT', rowCount: 0, rows: [] }

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
  let isSilent = false
  let owesBegin = false
  /** Its answer says nothing: the first statement goes out in one packet with it, and fails when it does. */
  const beginWith = (send: () => Promise<PostgresQueryResult<never>>): Promise<PostgresQueryResult<never>> => {
    const { stream } = client.connection
    stream.cork()
    const begun = client.query('begin')
    begun.catch(() => undefined)
    const answer = send()
    stream.uncork()
    return Promise.all([answer, begun]).then(([result]) => result)
  }
  const ask = (text: string, values: readonly unknown[]): Promise<PostgresQueryResult<never>> => {
    const name = values.length > 0 ? nameOf(text) : undefined
    const query = { text, values: [...values], ...(name ? { name } : {}) }
    const send = () => client.query(query) as unknown as Promise<PostgresQueryResult<never>>
    if (!owesBegin) return send()
    owesBegin = false
    return beginWith(send)
  }
  const query = async (text: string, values: readonly unknown[]): Promise<PostgresQueryResult<never>> => {
    if (text === 'begin') {
      owesBegin = true
      return nothing
    }
    try {
      return await ask(text, values)
    } catch (error) {
      isSilent ||= error instanceof Error && error.message === readTimeout
      throw error
    }
  }
  return {
    // Our builder never streams, so of its two ways to query only this one is ever used.
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy) => {
      client.release(destroy === true || isSilent)
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
