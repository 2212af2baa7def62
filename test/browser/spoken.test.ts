import { existsSync } from 'node:fs'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Universe } from '#src/app/virtual/universe.ts'
import { onlyJourney, refer } from '#test/console/console-client.ts'
import { createTestUniverse } from '#test/support/universe.ts'
import { serveConsole, type ServedConsole } from './served-console.ts'

const executablePath = process.env['OPKOMST_TEST_CHROMIUM'] ?? '/usr/bin/chromium'
const hasChromium = existsSync(executablePath)
const title = hasChromium
  ? 'what a participant says by telephone, in a browser'
  : 'what a participant says by telephone, in a browser (needs Chromium: set OPKOMST_TEST_CHROMIUM to its path)'

describe.skipIf(!hasChromium)(title, { timeout: 90_000 }, () => {
  let universe: Universe
  let served: ServedConsole
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    universe = await createTestUniverse('2026-11-02T09:15')
    await refer(universe)
    served = await serveConsole(universe)
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    page = await browser.newPage({
      viewport: { width: 320, height: 640 },
      baseURL: served.address,
      javaScriptEnabled: false,
    })
    page.setDefaultTimeout(15_000)
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await served?.close()
    await universe?.close()
  }, 60_000)

  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key)
  }

  it('is recorded by keyboard, on a narrow screen, without JavaScript', async () => {
    await page.goto(`/trajecten/${await onlyJourney(universe)}`)
    const summary = page.getByText('Ik sprak de deelnemer over deze afspraak')
    await summary.focus()
    await press('Enter')
    await page.getByRole('group', { name: 'Wat zei de deelnemer?' }).waitFor()
    const box = await page.getByRole('button', { name: 'Leg vast wat de deelnemer zei' }).boundingBox()
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(320)
    const reason = await page.getByLabel('Reden van niet komen').boundingBox()
    expect((reason?.x ?? 0) + (reason?.width ?? 999)).toBeLessThanOrEqual(320)
    await press('Tab', 'Space', 'ArrowDown', 'Tab') // the second answer: does not come
    await page.keyboard.type('ziek')
    await press('Tab', 'Enter')
    await page.getByText('Genoteerd: de deelnemer meldde zich bij u af.').waitFor()
    await page.getByText('Reden: ziek.').first().waitFor()
  })
})
