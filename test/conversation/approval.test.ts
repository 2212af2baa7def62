import { describe, expect, it } from 'vitest'
import { readHeader } from '#src/conversation/approval.ts'
import { createTemplates } from '#src/conversation/template.ts'

const withHeader = (said: string): string => `{% comment %} ${said} {% endcomment %}\nMerhaba.\n`

describe('the header of a translation', () => {
  it('says that a machine made it', () => {
    expect(readHeader(withHeader('vertaling: machine'))).toEqual({ approval: { kind: 'machine' }, body: 'Merhaba.\n' })
  })

  it.each(['Ayşe Demir', "M. d'Artagnan-Öz"])('says who approved it, and when: %s', (by) => {
    expect(readHeader(withHeader(`vertaling: goedgekeurd door ${by} op 2026-11-27`)).approval).toEqual({
      kind: 'approved',
      by,
      on: '2026-11-27',
    })
  })

  it('may come from an editor on Windows', () => {
    const source = `\uFEFF${withHeader('vertaling: machine').replaceAll('\n', '\r\n')}`
    expect(readHeader(source).body.trim()).toBe('Merhaba.')
  })

  it.each([
    ['is not there', 'Merhaba.', 'de kop ontbreekt'],
    ['stands below the text', `Merhaba.\n${withHeader('vertaling: machine')}`, 'de kop ontbreekt'],
    ['says something else', withHeader('vertaling: mens'), 'de kop klopt niet'],
    ['names nobody', withHeader('vertaling: goedgekeurd door op 2026-11-27'), 'de kop klopt niet'],
    ['names no day', withHeader('vertaling: goedgekeurd door Ayşe Demir'), 'de kop klopt niet'],
    ['writes the day otherwise', withHeader('vertaling: goedgekeurd door Ayşe Demir op 27-11-2026'), 'de kop klopt'],
    ['almost says so', withHeader('vertaling: Goedgekeurd door Ayşe Demir op 2026-11-27'), 'de kop klopt niet'],
    ['says more', withHeader('vertaling: goedgekeurd door Ayşe Demir op 2026-11-27, half'), 'de kop klopt niet'],
    [
      'names a day that is not',
      withHeader('vertaling: goedgekeurd door Ayşe Demir op 2026-02-30'),
      'een dag die niet bestaat (2026-02-30)',
    ],
  ])('is refused where it %s', (_, source, words) => {
    expect(() => readHeader(source)).toThrow(words)
  })

  it('is refused with the file and with what to write, all files at once', () => {
    const files = new Map([
      ['tr/hi', 'Merhaba'],
      ['pl/hi', withHeader('vertaling: ja')],
      ['nl/hi', 'Dag'],
    ])
    const made = () => createTemplates(files)
    expect(made).toThrow(/templates\/tr\/hi\.liquid: de kop ontbreekt\. De eerste regel moet zijn: .*machine/)
    expect(made).toThrow(/templates\/pl\/hi\.liquid: de kop klopt niet\./)
    expect(made).not.toThrow(/nl\/hi/)
  })
})
