import { expect, it } from 'vitest'
import { JourneyScript } from '#src/app/virtual/journey-script.ts'
import { playScript } from '#src/app/virtual/play-script.ts'
import { timelineOf } from '#src/app/virtual/timeline.ts'
import { createTestUniverse } from '#test/support/universe.ts'

const illOn = (at: string) =>
  JourneyScript.parse({
    title: 'Een deelnemer zegt ziek te zijn',
    contract: 'lansingerland',
    referral: {
      at: '2026-11-03 09:15',
      from: 'r.smit@lansingerland.example',
      to: 'lansingerland@werkwijzer.example',
      form: {
        'Naam deelnemer': 'Daan Kowalski',
        Klantnummer: 'K-20592',
        Mobiel: '06-1234 5692',
        Taal: 'Nederlands',
        Werkconsulent: 'Ruben Smit',
        'E-mail werkconsulent': 'r.smit@lansingerland.example',
      },
    },
    steps: [{ at, writes: 'nee sorry ik ben ziek dan' }],
    until: at,
    expect: {},
  })

it.each([
  ['days before, when a person decides', '2026-11-03 10:00', 'Een mens beslist (eis 43).'],
  ['on the day itself, when illness is valid', '2026-11-11 09:00', 'Geldig volgens eis 43.'],
])('says of an absence what was decided of it: %s', async (_, at, words) => {
  const script = illOn(at)
  const universe = await createTestUniverse('2026-11-03T09:15')
  try {
    const id = await playScript(universe, script)
    const timeline = id ? await timelineOf(universe, script, id) : []
    const reported = timeline.filter(({ what }) => what === 'legt de afmelding vast')
    expect(reported.map(({ rules }) => rules)).toEqual([[words]])
  } finally {
    await universe.close()
  }
})

it('does not say that somebody was told not to have come, of a mail that says that nobody knows yet', async () => {
  const script = JourneyScript.parse({ ...illOn('2026-11-13 17:00'), steps: [] })
  const universe = await createTestUniverse('2026-11-03T09:15')
  try {
    const id = await playScript(universe, script)
    const timeline = id ? await timelineOf(universe, script, id) : []
    const told = timeline.filter(({ text }) => text?.includes('aanwezigheid nog niet bekend'))
    const rules = told.flatMap((entry) => entry.rules).join('; ')
    expect(rules).toContain('op tijd gemeld dat de aanwezigheid nog niet bekend is')
    expect(rules).not.toContain('niet verschenen')
  } finally {
    await universe.close()
  }
})
