import { describe, expect, it } from 'vitest'
import { play } from '#src/app/commands/play.ts'
import { projectRoot } from '#src/app/config/env.ts'
import { textPathsIn } from '#src/app/knowledge/text-paths.ts'

async function* typed(...lines: string[]): AsyncGenerator<string> {
  yield* lines
}

async function played(...lines: string[]): Promise<string> {
  const said: string[] = []
  await play(
    textPathsIn(projectRoot),
    () => typed(...lines),
    (line) => said.push(line),
  )
  return said.join('\n')
}

describe('playing a journey in the terminal', () => {
  it('invites, understands the answer, goes on in time and tells the consulent of a no-show', async () => {
    const text = await played(
      'Ja',
      '/kwamniet',
      '/verder',
      '/verder',
      '/kwamniet',
      '/verder',
      '/verder',
      '/verder',
      '/stop',
    )
    expect(text).toMatch(/^Een database voor alleen dit spel wordt gestart/)
    expect(text).toContain('Samira Bakkali heeft een plek voor u op dinsdag 10 november om 10:00')
    expect(text).toContain('Fijn, tot dinsdag 10 november om 10:00')
    expect(text).toContain('Dat kan nog niet')
    expect(text).toContain('mail aan m.devries@lansingerland.example: Bericht over')
  })

  it('says what can be typed when a command is not known', async () => {
    expect(await played('/wat', '/stop')).toMatch(/\/verder .*\n.*\/kwam /)
  })
})
