import { describe, expect, it } from 'vitest'
import { exampleIn } from '#src/app/texts/text-problems.ts'
import { checkTexts } from '#src/conversation/check-texts.ts'
import { createTemplates } from '#src/conversation/template.ts'
import { texts } from './sample.ts'

const machine = '{% comment %} vertaling: machine {% endcomment %}\n'

/** What is found in these texts; a translation gets its header here. */
const found = (files: Record<string, string>) =>
  checkTexts(
    createTemplates(
      new Map(Object.entries(files).map(([name, text]) => [name, name.startsWith('nl/') ? text : machine + text])),
    ),
    texts.flow.flow,
    exampleIn,
  ).map(({ kind, language, name }) => `${kind} ${language}/${name}`)

describe('the check of the texts', () => {
  it('finds nothing in good ones', () => {
    expect(found({ 'nl/hi': 'Dag {{ first_name }}.', 'tr/hi': 'Merhaba {{ first_name }}, çok güzel.' })).toEqual([])
  })

  it('finds a translation that leaves a word out, or brings one in', () => {
    const files = { 'nl/hi': 'Tot {{ day }}, {{ time }}.', 'pl/hi': 'Do {{ day }}, {{ place }}.' }
    expect(found(files)).toEqual(['missing_word pl/hi', 'unknown_word pl/hi'])
  })

  it('finds a text that is not there in Dutch, for it would never be sent', () => {
    expect(found({ 'es/adios': 'Hasta luego.' })).toEqual(['unknown_text es/adios'])
  })

  it.each(['', 'TODO', 'Merhaba ???', 'Dag, tot straks.'])('finds a text that is not finished: %j', (text) => {
    expect(found({ 'nl/a': 'Dag, tot straks.', 'tr/a': text })).toEqual(['unfinished tr/a'])
  })

  it('finds a sentence that is too long to take in, whatever the names in it', () => {
    const long = Array.from({ length: 16 }, () => 'woord').join(' ')
    expect(found({ 'nl/a': `${long}.` })).toEqual(['long_sentence nl/a'])
    expect(found({ 'nl/a': `${long.slice(0, 60)}. ${long.slice(0, 60)}.` })).toEqual([])
  })

  it.each([
    ['nl', 'Dit gaat over uw uitkering.'],
    ['nl', 'Dat staat in de Participatiewet.'],
    ['nl', 'Stuur uw BSN.'],
    ['nl', 'Wat is de diagnose?'],
    ['en', 'This is about your benefits.'],
    ['tr', 'Bu sosyal yardım için.'],
    ['tr', 'Bu uitkering için.'],
    ['ar', 'هذا عن الإعانة.'],
    ['pl', 'To dotyczy zasiłku.'],
    ['uk', 'Який у вас діагноз?'],
    ['ru', 'Это про пособие.'],
    ['ti', 'ብዛዕባ ንሕክምና እዩ።'],
    ['fa', 'این درباره درمان است.'],
    ['es', '¿Tiene depresión?'],
    ['fr', "C'est pour votre allocation."],
  ])('finds in %s what nobody may read on a lock screen: %s', (language, text) => {
    const files = { 'nl/a': 'Goed.', [`${language}/a`]: text }
    expect(found(files)).toEqual([`forbidden_word ${language}/a`])
  })

  it.each([
    ['pl', 'Dziękuję za wiadomość.'], // begins as the Dutch law WIA
    ['fa', 'به ما پیام بدهید.'], // begins as a debt
    ['nl', 'Beste deelnemer, tot straks.'],
  ])('takes no part of another word for one: %s, %s', (language, text) => {
    expect(found({ 'nl/a': 'Goed.', [`${language}/a`]: text })).not.toContain(`forbidden_word ${language}/a`)
  })

  it('finds the letter that makes an SMS cost double: ë in Dutch, curly quotes anywhere', () => {
    expect(found({ 'nl/a': 'Goed geïnformeerd.' })).toEqual(['costly_letter nl/a'])
    expect(found({ 'nl/a': 'Één café, à la Müller.' })).toEqual([])
    expect(found({ 'nl/a': 'Goed.', 'fr/a': 'C’est bien.' })).toEqual(['costly_letter fr/a'])
    expect(found({ 'nl/a': 'Goed.', 'pl/a': 'Dobrze „tak”.' })).toContain('costly_letter pl/a')
  })

  it('leaves a language the letters that it needs', () => {
    const files = { 'nl/a': 'Goed.', 'tr/a': 'Görüşürüz, ığdır.', 'pl/a': 'Żółw śpi.', 'ru/a': 'Хорошо.' }
    expect(found(files)).toEqual([])
  })

  it('finds what costs more than two SMS when it is filled in: 306 cheap characters, 134 of another alphabet', () => {
    const words = (count: number, word: string) => Array.from({ length: count }, () => word).join('. ')
    expect(found({ 'nl/a': words(51, 'okee') })).toEqual([]) // 304
    expect(found({ 'nl/a': words(52, 'okee') })).toEqual(['too_long nl/a'])
    expect(found({ 'nl/a': 'Goed.', 'ru/a': words(22, 'Дааа') })).toEqual([]) // 130
    expect(found({ 'nl/a': 'Goed.', 'ru/a': words(23, 'Дааа') })).toEqual(['too_long ru/a'])
    expect(found({ 'nl/a': 'Goed.', 'tr/a': words(51, 'şaşı') })).toEqual([]) // without its marks, as an SMS has it
  })

  it('counts the choices with the text, as the SMS shows them', () => {
    const text = Array.from({ length: 47 }, () => 'okee').join('. ')
    expect(found({ 'nl/thanks': text })).toEqual([])
    expect(found({ 'nl/menu': text })).toEqual(['too_long nl/menu'])
  })

  it('lets an invitation in another alphabet take four, and no more', () => {
    const words = (count: number) => Array.from({ length: count }, () => 'Даааа').join('. ')
    expect(found({ 'nl/invitation': 'Goed.', 'ru/invitation': words(25) })).toEqual([])
    expect(found({ 'nl/invitation': 'Goed.', 'ru/invitation': words(40) })).toEqual(['too_long ru/invitation'])
    expect(
      found({ 'nl/invitation': `${words(25).replaceAll('Даааа', 'okeee')} okee okee okee okee okee okee okee` }),
    ).toEqual([])
  })

  it('finds a text from right to left that begins with a name, for a phone would turn all of it round', () => {
    const files = { 'nl/a': 'Dag {{ first_name }}.' }
    expect(found({ ...files, 'ar/a': '{{ first_name }}، مرحبا.' })).toEqual(['wrong_direction ar/a'])
    expect(found({ ...files, 'ar/a': 'مرحبا {{ first_name }}.' })).toEqual([])
  })
})
