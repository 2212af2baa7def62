import { describe, expect, it } from 'vitest'
import { runMain as run } from '#test/support/run-main.ts'

const commands: readonly (readonly string[])[] = [
  ['start'],
  ['worker'],
  ['demo'],
  ['play'],
  ['doctor'],
  ['reconcile'],
  ['contracts', 'check'],
  ['flows', 'check'],
  ['flows', 'draw'],
  ['flows', 'try'],
  ['inbox', 'list'],
  ['inbox', 'show'],
  ['inbox', 'counts'],
  ['inbox', 'reconcile'],
  ['inbox', 'read'],
  ['journeys', 'list'],
  ['sending', 'stop'],
  ['sending', 'resume'],
  ['sending', 'status'],
  ['backup'],
  ['restore'],
  ['keys', 'backup'],
  ['keys', 'rotate'],
]

describe('the command line', () => {
  it.each(commands.map((names) => [names.join(' '), names] as const))(
    'explains %s in Dutch when asked',
    async (_, names) => {
      const { code, out, err } = await run(...names, '--help')
      expect({ code, err }).toEqual({ code: 0, err: '' })
      expect(out).toContain(`Gebruik: opkomst ${names.join(' ')}`)
      expect(out).toContain('toon deze hulp')
      expect(out).not.toMatch(/Usage|Options|Commands|Arguments|\[options\]/)
    },
  )

  it.each([
    [['help'], ['--help']],
    [
      ['help', 'start'],
      ['start', '--help'],
    ],
    [
      ['help', 'sending', 'stop'],
      ['sending', 'stop', '--help'],
    ],
  ])('answers %j as it answers %j', async (asked, same) => {
    const answer = await run(...asked)
    expect(answer).toMatchObject({ code: 0, err: '' })
    expect(answer).toEqual(await run(...same))
  })

  it('names every command in its help', async () => {
    const { out } = await run('--help')
    for (const [name = ''] of commands) expect(out).toContain(`\n  ${name}`)
  })

  it.each([
    [['strat'], "De opdracht 'strat' bestaat niet"],
    [['inbox', 'lijst'], "De opdracht 'lijst' bestaat niet: 'opkomst inbox --help'"],
    [['sending', 'foo'], "De opdracht 'foo' bestaat niet: 'opkomst sending --help'"],
    [['strat', '--help'], "De opdracht 'strat' bestaat niet: 'opkomst --help'"],
    [['-h', 'strat'], "De opdracht 'strat' bestaat niet: 'opkomst --help'"],
    [['inbox', 'lijst', '--help'], "De opdracht 'lijst' bestaat niet: 'opkomst inbox --help'"],
    [['help', 'strat'], "De opdracht 'strat' bestaat niet: 'opkomst --help'"],
    [['help', 'sending', 'foo'], "De opdracht 'foo' bestaat niet: 'opkomst sending --help'"],
    [['sending', 'stop', 'nu'], "'opkomst sending stop --help'"],
    [['start', '--snel'], "De optie '--snel' bestaat hier niet"],
    [['inbox', 'show'], "Hier ontbreekt 'kenmerk'"],
    [['start', 'nu'], 'Er staat te veel op de regel'],
    [['restore', 'map'], '--keys-from'],
  ])('answers %j, which is wrong, with one sentence and exit code 2', async (args, words) => {
    const { code, out, err } = await run(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err.trim().split('\n')).toHaveLength(1)
    expect(err).toContain(words)
  })

  it('checks contracts without any data, for people and for programs', async () => {
    expect(await run('contracts', 'check')).toMatchObject({
      code: 0,
      out: expect.stringContaining('alles goed') as unknown,
    })
    const { code, out } = await run('contracts', 'check', '--json', 'test/app/contracts/broken')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ ok: false })
  })
})
