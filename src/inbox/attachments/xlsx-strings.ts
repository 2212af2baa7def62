import { unreadable } from './attachment-reading.ts'
import { readXml } from './xml.ts'

const mostStrings = 500_000

/** The texts that cells point to, their formatted pieces joined; without what a reader of Japanese sees above a text. */
export const sharedStringsOf = (xml: Buffer | undefined): readonly string[] => {
  if (xml === undefined) return []
  const strings: string[] = []
  let text = ''
  let inText = false
  let besideText = 0
  readXml(xml, {
    open: (name) => {
      if (name === 'si') text = ''
      if (name === 'rPh') besideText += 1
      inText = name === 't' && besideText === 0
    },
    text: (piece) => {
      if (inText) text += piece
    },
    close: (name) => {
      inText = false
      if (name === 'rPh') besideText -= 1
      if (name === 'si' && strings.push(text) > mostStrings) throw unreadable('too_large')
    },
  })
  return strings
}
