import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('../../src/console/public/console.css', import.meta.url), 'utf8')

/** The colours of the first `:root`, and of the one for dark screens. */
const schemes = Object.fromEntries(
  [...css.matchAll(/:root \{([^}]*)\}/g)].map(([, block = ''], index) => [
    index === 0 ? 'light' : 'dark',
    new Map([...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value])),
  ]),
)

/** Relative luminance and contrast as WCAG 2.2 defines them. */
const channel = (hex: string): number => {
  const value = Number.parseInt(hex, 16) / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}
const luminance = (colour: string): number =>
  0.2126 * channel(colour.slice(1, 3)) + 0.7152 * channel(colour.slice(3, 5)) + 0.0722 * channel(colour.slice(5, 7))
const contrast = (a: string, b: string): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const grounds = ['ground', 'surface', 'sunken']
const texts = ['text', 'soft', 'accent', 'accent-strong', 'bad'].flatMap((text) =>
  grounds.map((ground) => [text, ground, 4.5] as const),
)
const onOwnGround = ['ok', 'warn', 'bad', 'calm'].map((tone) => [tone, `${tone}-soft`, 4.5] as const)
const others = [
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-strong', 4.5],
  ['text', 'ours', 4.5],
  ['text', 'theirs', 4.5],
  ['soft', 'accent-soft', 4.5],
  ['text', 'bad-soft', 4.5],
  ['text', 'warn-soft', 4.5],
  ['text', 'ok-soft', 4.5],
  ['text', 'mark', 4.5],
] as const
const edges = grounds.map((ground) => ['edge', ground, 3] as const)

describe.each(['light', 'dark'])('the colours of the %s scheme', (scheme) => {
  it.each([...texts, ...onOwnGround, ...others, ...edges])('%s on %s is at least %d', (front, back, least) => {
    const colours = schemes[scheme]
    expect(contrast(colours?.get(front) ?? '', colours?.get(back) ?? '')).toBeGreaterThanOrEqual(least)
  })
})
