import { describe, expect, it } from 'vitest'
import { projectRoot } from '#src/app/config/env.ts'
import { errorFacts } from '#src/app/runtime/error-facts.ts'

function caught(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}

/** As our own code throws it: the first frame lies in src. */
function ours(message: string, options?: ErrorOptions): Error {
  const error = new Error(message, options)
  error.stack = `Error: ${message}\n    at decide (file://${projectRoot}/src/services/decide.ts:1:1)\n    at next (${projectRoot}/node_modules/pg/lib/client.js:2:2)`
  return error
}

describe('errorFacts', () => {
  it('keeps the message of our own fixed sentences, and where it happened without the machine', () => {
    expect(errorFacts(ours('a mail was neither stored nor found'))).toEqual({
      type: 'Error',
      message: 'a mail was neither stored nor found',
      at: ['decide (src/services/decide.ts:1:1)', 'next (node_modules/pg/lib/client.js:2:2)'],
    })
  })

  it('keeps what the system says, which names an address or a path', () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), {
      code: 'ECONNREFUSED',
      syscall: 'connect',
    })
    expect(errorFacts(refused)).toMatchObject({ code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 127.0.0.1:5432' })
  })

  it('drops the message of a parser and of a driver, because they quote what they were given', () => {
    for (const error of [caught(() => JSON.parse('{"naam": "Fatima Yilmaz"')), databaseError()]) {
      const facts = errorFacts(error)
      expect(facts.message).toBeUndefined()
      expect(JSON.stringify(facts)).not.toMatch(/Fatima|20411/)
    }
  })

  it('drops the message of an error of ours that wraps another, and keeps the kind of the other', () => {
    const facts = errorFacts(ours('job failed: Key (phone)=(+31612345671)', { cause: databaseError() }))
    expect(facts.message).toBeUndefined()
    expect(facts.cause).toMatchObject({ type: 'error', code: '23505' })
    expect(JSON.stringify(facts)).not.toContain('+316')
  })

  it('has something to say of what is no error', () => {
    expect(errorFacts('Fatima Yilmaz')).toEqual({ type: 'string', at: [] })
  })
})

/** As pg throws it: its detail holds values of the row. */
function databaseError(): Error {
  const error = Object.assign(new Error('duplicate key value: (K-20411)'), {
    code: '23505',
    detail: 'Key (name)=(Fatima)',
  })
  error.name = 'error'
  error.stack = `error: x\n    at Parser.parse (${projectRoot}/node_modules/pg-protocol/src/parser.js:3:3)`
  return error
}
