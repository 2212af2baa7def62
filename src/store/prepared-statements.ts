import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type pg from 'pg'

/** Statements come from a builder, so their texts are few and return for ever; lists of other lengths could make more than this. */
const mostPrepared = 400

/** What pg says when the server gave no answer in time (query_timeout): whatever is asked next would wait behind that. */
const readTimeout = 'Query read timeout'

const nothing: PostgresQueryResult<never> = { command: 'SELECT', rowCount: 0, rows: [] }

/**
 * The end of a statement whose answer nobody needs before the commit: it waits for what comes next and goes out in one packet with it.
 * When it fails, so does what comes next: a commit of a failed transaction is a rollback.
 */
export const goesWithNext = '/* goes with what comes next */'

interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

type Answer = Promise<PostgresQueryResult<never>>

/** Names are given per connection, in order of first use. */
function naming(): (statement: Statement) => string | undefined {
  const names = new Map<string, string>()
  return ({ text, values }) => {
    if (values.length === 0) return undefined
    const known = names.get(text)
    if (known ?? names.size >= mostPrepared) return known
    const name = `s${String(names.size)}`
    names.set(text, name)
    return name
  }
}

/** The answer to the last; the failure of the first that failed, which is what made the others fail. */
async function lastOf(answers: readonly Answer[]): Answer {
  let last = nothing
  for (const { answer, error } of await Promise.all(answers.map(settled))) {
    if (!answer) throw error
    last = answer
  }
  return last
}

const settled = (asked: Answer) =>
  asked.then(
    (answer) => ({ answer, error: undefined }),
    (error: unknown) => ({ answer: undefined, error }),
  )

const preparedClient = (client: pg.PoolClient): PostgresPoolClient => {
  const nameOf = naming()
  let isSilent = false
  let isInTransaction = false
  let waiting: Statement[] = []
  const send = (statement: Statement): Answer => {
    const name = nameOf(statement)
    const query = { text: statement.text, values: [...statement.values], ...(name ? { name } : {}) }
    return client.query(query) as unknown as Answer
  }
  const sendTogether = (statements: readonly Statement[]): Answer => {
    const { stream } = client.connection
    stream.cork()
    const answers = statements.map(send)
    stream.uncork()
    return lastOf(answers)
  }
  const query = async (text: string, values: readonly unknown[]): Answer => {
    const statement = { text, values }
    if (text === 'begin') isInTransaction = true
    if (text === 'begin' || (isInTransaction && text.endsWith(goesWithNext))) {
      waiting.push(statement)
      return nothing
    }
    const earlier = waiting
    waiting = []
    if (text === 'commit' || text === 'rollback') isInTransaction = false
    const hasBegun = earlier[0]?.text !== 'begin'
    if (text === 'rollback') return hasBegun ? send(statement) : nothing
    try {
      return await (earlier.length > 0 ? sendTogether([...earlier, statement]) : send(statement))
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
