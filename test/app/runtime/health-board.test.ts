import { describe, expect, it } from 'vitest'
import { HealthBoard, type PartHealth } from '#src/app/runtime/health-board.ts'

function board(): { told: PartHealth[]; board: HealthBoard } {
  const told: PartHealth[] = []
  return { told, board: new HealthBoard((health) => told.push(health)) }
}

describe('the health of the parts', () => {
  it('says nothing of what works from the beginning', () => {
    const { told, board: parts } = board()
    parts.set('database', true, 'antwoordt in 1 ms')
    parts.set('database', true, 'antwoordt in 2 ms')
    expect(told).toEqual([])
    expect(parts.all()).toEqual([{ part: 'database', ok: true, words: 'antwoordt in 2 ms' }])
  })

  it('tells once that a part broke, again when it breaks in another way, and once that it works', () => {
    const { told, board: parts } = board()
    const words = ['weg', 'weg', 'vol', 'vol']
    for (const word of words) parts.set('disk', false, word)
    parts.set('disk', true, 'goed')
    parts.set('disk', true, 'goed')
    expect(told.map(({ ok, words: said }) => `${String(ok)} ${said}`)).toEqual(['false weg', 'false vol', 'true goed'])
  })

  it('does not count a part as well before it was heard of', () => {
    const { board: parts } = board()
    expect(parts.isOk('queue')).toBe(false)
    expect(parts.all()).toEqual([])
  })
})
