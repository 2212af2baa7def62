import { describe, expect, it } from 'vitest'
import { looksLike } from '#src/inbox/authenticity/look-alike.ts'
import { normaliseDomain } from '#src/inbox/authenticity/mail-domain.ts'

const looks = (domain: string, listed: string): boolean => looksLike(normaliseDomain(domain), normaliseDomain(listed))

describe('a domain looks like a listed one', () => {
  it.each([
    ['in letters of another script', 'gemeente-vооrbeeld.example', 'gemeente-voorbeeld.example'],
    ['wholly in another script', 'ѕtаԁ.example', 'stad.example'],
    ['with marks on its letters', 'gemeente-vóorbeeld.example', 'gemeente-voorbeeld.example'],
    ['with digits for letters', 'gemeente-v00rbee1d.example', 'gemeente-voorbeeld.example'],
    ['with a digit in a short name', 'st4d.example', 'stad.example'],
    ['with l for i', 'gemeente-lndustrie.example', 'gemeente-industrie.example'],
    ['with rn for m', 'gerneente-voorbeeld.example', 'gemeente-voorbeeld.example'],
    ['with a letter changed', 'gemeente-voorbeelt.example', 'gemeente-voorbeeld.example'],
    ['with two letters changed', 'gemeente-voarbeelt.example', 'gemeente-voorbeeld.example'],
    ['with a letter left out', 'gemeente-vorbeeld.example', 'gemeente-voorbeeld.example'],
    ['with a letter added', 'gemeente-voorbeelds.example', 'gemeente-voorbeeld.example'],
    ['with two letters swapped', 'gemeente-voorbeedl.example', 'gemeente-voorbeeld.example'],
    ['with two letters swapped in a short name', 'satd.example', 'stad.example'],
    ['with another top level', 'gemeente-voorbeeld.test', 'gemeente-voorbeeld.example'],
    ['without its hyphen', 'gemeentevoorbeeld.example', 'gemeente-voorbeeld.example'],
    ['with another hyphen', 'gemeente-voor-beeld.example', 'gemeente-voorbeeld.example'],
    ['with the word gemeente', 'gemeente-stad.example', 'stad.example'],
    ['with the word gemeente glued to it', 'gemeentestad.example', 'stad.example'],
    ['without the word gemeente', 'voorbeeld.example', 'gemeente-voorbeeld.example'],
    ['with a word behind it', 'voorbeeld-mail.example', 'voorbeeld.example'],
    ['with a word and another top level', 'gemeente-stad.test', 'stad.example'],
    ['with letters before a long name', 'nepgemeente-voorbeeld.example', 'gemeente-voorbeeld.example'],
    ['as the beginning of a longer domain', 'stad.example.evil.example', 'stad.example'],
    ['with a hyphen for its dot', 'stad-example.evil.example', 'stad.example'],
    ['below another', 'mail.gemeente-voorbee1d.example', 'gemeente-voorbeeld.example'],
    ['below a listed subdomain', 'sociaal.gemeente-voorbeelt.example', 'sociaal.gemeente-voorbeeld.example'],
  ])('%s: %s', (_, domain, listed) => {
    expect(looks(domain, listed)).toBe(true)
  })
})

describe('a domain is simply another', () => {
  it.each([
    ['gemeente-elders.example', 'gemeente-voorbeeld.example'],
    ['gemeente-hoorn.example', 'gemeente-voorbeeld.example'],
    ['zomaar.example', 'stad.example'],
    ['strand.example', 'stad.example'],
    ['post.example', 'stad.example'],
    ['ede.example', 'epe.example'],
    ['stad.example', 'stad.example'],
    ['mail.stad.example', 'stad.example'],
    ['overheid.example', 'stad.overheid.example'],
    ['anders.overheid.example', 'stadskern.overheid.example'],
    ['regio.evil.example', 'werk.regio.example'],
    ['example', 'stad.example'],
    ['jobcoach-in-de-stad.example', 'stad.example'],
  ])('%s beside %s', (domain, listed) => {
    expect(looks(domain, listed)).toBe(false)
  })
})
