import { removedBsn } from '#src/domain/values/bsn.ts'
import { sectionOfHeading, sectionOfRole } from '../extraction/form-section.ts'
import { type LabelMatch, matchLabel } from '../extraction/label-match.ts'
import { isAnnounced, quotedMailStarts } from '../extraction/quoted-mail.ts'
import { isSignatureStart } from '../extraction/signature.ts'
import type { Vocabulary } from '../extraction/vocabulary.ts'
import { longestLine, plain, sentencesOf } from './plain-sentences.ts'
import { isOfItself } from './watched-words.ts'
import { isFooter, isHeading, isOnDays, isStanding, says, wordsOf } from './standing-sentences.ts'

export interface KnownOfForm {
  readonly vocabulary: Vocabulary
  /** Words and numbers that stand in the form as a name, a product or a number, without case and accents. */
  readonly words: ReadonlySet<string>
}

/**
 * The sentences of a referral that are its own: neither the form, nor what stands around any form (a salutation, an announcement, the
 * greeting, who signs, a disclaimer). What is written as a remark in the form is one too. Nothing is understood of them: whoever must know
 * that nothing was asked reads them. Each without case and accents.
 */
export const ownSentences = (texts: readonly string[], known: KnownOfForm): string[] => [
  ...new Set(texts.flatMap((text) => mailsIn(linesOf(text)).flatMap((lines) => ownInMail(lines, known)))),
]

const linesOf = (text: string): string[] =>
  plain(text)
    .split('\n')
    .map((line) =>
      line
        .slice(0, longestLine)
        .replace(/^(?:[\s>*_#•·▪◦‣–—-]+|\d{1,2}[.)]\s)+/u, '')
        .replaceAll(/\S+@\S+/g, '')
        .replaceAll(plain(removedBsn), '')
        .trimEnd(),
    )

/** A mail that is passed on has a greeting of its own. */
const mailsIn = (lines: readonly string[]): string[][] => {
  const starts = [0, ...quotedMailStarts(lines).filter((at) => at > 0)]
  return starts.map((start, index) => {
    const first = isAnnounced(lines[start] ?? '') ? start + 1 : start
    return lines.slice(first, starts[index + 1])
  })
}

const ownInMail = (lines: readonly string[], known: KnownOfForm): string[] => {
  const end = lines.findIndex(isSignatureStart)
  const above = end === -1 ? lines : lines.slice(0, end)
  const below = end === -1 ? [] : lines.slice(end + 1)
  return [...ownAbove(above, known), ...ownBelow(below, known)]
}

const ownAbove = (lines: readonly string[], known: KnownOfForm): string[] => {
  const reader = new LineReader(known)
  const left = lines.map((line) => reader.textIn(line))
  return sentencesOf(left).filter(
    (sentence) =>
      wordsOf(sentence).length >= fewestInRemark && !isFooter(sentence) && !isStanding(sentence, known.words),
  )
}

/** What is left of a form, line by line, when labels, values and headings are taken out. */
class LineReader {
  private readonly known: KnownOfForm
  /** What the label above, behind which nothing stood, asks for. */
  private awaited: 'name' | 'value' | 'remarks' | undefined
  private blankLines = 0

  constructor(known: KnownOfForm) {
    this.known = known
  }

  /** What the line says itself; '' when it is of the form. */
  textIn(line: string): string {
    if (!/[\p{L}\p{N}]/u.test(line)) return this.blank()
    this.blankLines = 0
    const cells = cellsIn(line)
    if (cells.length > 1) return this.textInRow(cells)
    return this.textInLine(line.replace(boxes, ' ').trim())
  }

  private blank(): string {
    this.blankLines += 1
    if (this.blankLines > 1) this.awaited = undefined
    return ''
  }

  private textInRow(cells: readonly string[]): string {
    this.awaited = undefined
    return cells
      .map((cell) => this.textInLine(cell, true))
      .filter((text) => text !== '')
      .join('. ')
  }

  private textInLine(line: string, inRow = false): string {
    const { awaited } = this
    this.awaited = undefined
    const label = matchLabel(line, this.known.vocabulary)
    if (label?.field === 'remarks') return this.textBehind(label.value, 'remarks')
    if (label !== undefined) return this.textBehindKnown(label)
    const [, asked = '', value = ''] = labelled.exec(line) ?? []
    if (asked !== '' && isLabel(asked, value)) return this.textBehind(value, 'value', line)
    if (awaited === 'remarks') return isNothing(line) ? '' : line
    if (awaited === 'name' && isShort(line)) return ''
    if (awaited !== undefined || inRow) return isValue(line) ? '' : line
    return isTitle(line) || nothing.test(line) ? '' : line
  }

  /** Behind a label that we know stands mostly what it asks for: 'Mevr. A. Jansen e/v De Groot'. */
  private textBehindKnown({ field, value }: LabelMatch): string {
    const isName = names.has(field)
    if (value === '') this.awaited = isName ? 'name' : 'value'
    return value === '' || (isName && isShort(value)) || isValue(value, fewestBehindKnown) ? '' : value
  }

  private textBehind(value: string, asked: 'value' | 'remarks', whole = value): string {
    if (value === '') this.awaited = asked
    if (asked === 'remarks') return isNothing(value) ? '' : value
    return value === '' || isValue(value) ? '' : whole
  }
}

const cellsIn = (line: string): string[] =>
  line
    .split(/\t|\||\s{3,}|\s\/\s(?=[^:/]{2,30}:)|(?=[☐☒☑✓✗■□●○])/u)
    .map((cell) => cell.replace(boxes, ' ').trim())
    .filter((cell) => /[\p{L}\p{N}]/u.test(cell))

const boxes = /[☐☒☑✓✔✗✘⬜❏❐❑❒■□●○]|\[\s{0,3}[xv]?\s{0,3}\]/gu

const labelled = /^([^:?.!]{1,60})[:?]\s*(.*)$/
const toSomebody = /\b(?:jullie|je|jij|u|ik|wij|we|mij|me|ons)\b/
const callsAttention =
  /^(?:let op|n\.?b|p\.?s|belangrijk\w*|attentie|opgelet|urgent|spoed|dringend|svp|s\.?v\.?p|kortom|overigens|tip|vraag|verzoek|wens|update|stand van zaken)\b/
/** In words. */
const longestLabel = 8

const isLabel = (asked: string, value: string): boolean => {
  if (callsAttention.test(asked) || toSomebody.test(asked) || wordsOf(asked).length > longestLabel) return false
  return !says(asked) || answersIt.test(value)
}

/** 'Is een tolk nodig? Ja, Turks' */
const answersIt = /^(?:ja|nee|neen|geen|n\.?\s?v\.?\s?t|onbekend)\b/

const nothing =
  /^(?:geen|nee|neen|ja|n\.?\s?v\.?\s?t\.?|niet (?:van toepassing|bekend|ingevuld|nodig|aanwezig)|onbekend|geen (?:bijzonderheden|opmerkingen|toelichting|tolk(?: nodig)?|risico|verhoogd risico|bezwaar)|(?:nog )?niet bekend|graag)\W*$/

/** What stands behind 'Opmerkingen' when nobody had one. */
const isNothing = (text: string): boolean => wordsOf(text).length < fewestInRemark || nothing.test(text)
const fewestInRemark = 2

/** Somebody may be called 'Wil Bakker'. */
const names: ReadonlySet<LabelMatch['field']> = new Set<LabelMatch['field']>([
  'name',
  'family_name',
  'given_name',
  'name_prefix',
  'consulent_name',
])
const isShort = (text: string): boolean => wordsOf(text).length < fewestInSentence && !twoSentences.test(text)

/** What a form is filled in with, and no sentence. */
export const isValue = (text: string, fewest = fewestInSentence): boolean =>
  nothing.test(text) ||
  (wordsOf(text).length < fewest && !twoSentences.test(text) && !(wordsOf(text).length > 1 && says(text)))
/** And not 'Mevr. A. Jansen'. */
const twoSentences = /\p{L}{5,}[.!?]\s+\p{L}/u
/** In words. */
const fewestInSentence = 6
const fewestBehindKnown = 9

const isTitle = (line: string): boolean =>
  wordsOf(line).length < fewestInRemark ||
  sectionOfHeading(line) !== undefined ||
  sectionOfRole(line) !== undefined ||
  isHeading(line, new Set())

/** Below the greeting stands who signs. Whoever adds something there does so in a sentence, or behind 'PS'. */
const ownBelow = (lines: readonly string[], { words }: KnownOfForm): string[] => {
  const foot = lines.findIndex(isFooter)
  const signed = foot === -1 ? lines : lines.slice(0, foot)
  const added = foot === -1 ? [] : lines.slice(foot).filter((line) => afterthought.test(line))
  const sentences = [...signed.filter((line) => !isSigned(line)), ...added]
  return sentencesOf(sentences).filter((sentence) => sentence !== '' && !isStanding(sentence, words))
}

const afterthought = /^(?:p\.?\s?s|n\.?\s?b|let op)\b/

/** A name, a job, an address, a number or the days of work. */
const isSigned = (line: string): boolean => {
  if (isOnDays(line)) return true
  const isSentence = line.length > longestSigned || /[.?!]$/.test(line)
  const isLong = wordsOf(line).length > fewestInSigned
  return !afterthought.test(line) && !tells.test(line) && !(isLong && (isSentence || isOfItself(line)))
}
/** In characters. */
const longestSigned = 70
/** In words: 'Postbus 12, 1234 AB Voorbeeldstad.' */
const fewestInSigned = 3
const tells =
  /[?]|\b(?:is|nu|nieuwe?|gewijzigd|wordt|moet|niet|geen|klopt|juiste?|inmiddels|wel|graag|voorlopig|nog|pas|eerst|mevrouw|mevr|klant|client|kandidaat|deelnemer|hij|ze|hem|haar)\b/
