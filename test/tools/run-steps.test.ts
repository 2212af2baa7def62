import { describe, expect, it } from 'vitest'
import { runSteps, summaryOf, type Outcome, type Step } from '../../tools/run-steps.ts'

function step(name: string, script: string): Step {
  return { name, command: ['node', '--eval', script] }
}

async function run(...steps: Step[]): Promise<{ outcomes: Outcome[]; ended: string[] }> {
  const ended: string[] = []
  const outcomes = await runSteps(steps, { root: process.cwd(), atOnce: 2, onEnd: ({ name }) => ended.push(name) })
  return { outcomes, ended }
}

describe('running the checks', () => {
  it('goes on after one that fails, and keeps their order', async () => {
    const { outcomes } = await run(
      step('slow', 'setTimeout(() => {}, 300)'),
      step('bad', "console.log('out'); console.error('err'); process.exitCode = 3"),
      step('good', ''),
    )
    expect(outcomes.map(({ name, passed }) => [name, passed])).toEqual([
      ['slow', true],
      ['bad', false],
      ['good', true],
    ])
    expect(outcomes[1]?.output).toContain('out\n')
    expect(outcomes[1]?.output).toContain('err\n')
  })

  it('tells of each as it ends', async () => {
    const { ended } = await run(step('slow', 'setTimeout(() => {}, 500)'), step('quick', ''))
    expect(ended).toEqual(['quick', 'slow'])
  })

  it('counts a command that is not there as failed', async () => {
    const { outcomes } = await run({ name: 'gone', command: ['no-such-command'] })
    expect(outcomes).toMatchObject([
      { name: 'gone', passed: false, output: expect.stringContaining('no-such-command') },
    ])
  })

  it('counts a command that was ended by a signal as failed', async () => {
    const { outcomes } = await run(step('killed', "process.kill(process.pid, 'SIGKILL')"))
    expect(outcomes).toMatchObject([{ passed: false }])
  })

  it('finds the commands of the project', async () => {
    const { outcomes } = await run({ name: 'types', command: ['tsc', '--version'] })
    expect(outcomes).toMatchObject([{ passed: true, output: expect.stringContaining('Version 7') }])
  })
})

describe('the summary', () => {
  it('has a line for each check and one with the totals', () => {
    const outcomes = [
      { name: 'lint', passed: true, output: '', seconds: 1.234 },
      { name: 'types', passed: false, output: 'error', seconds: 20 },
    ]
    expect(summaryOf(outcomes)).toBe('  passed  lint (1.2 s)\n  FAILED  types (20.0 s)\n1 checks passed, 1 failed')
  })
})
