import type { FormField } from '#src/domain/contract/contract.ts'
import { chosenOf } from '../attachments/chosen-of.ts'
import { startsWithBox } from './box-lines.ts'
import { type CellLabels, looksLikeLabel } from './cell-labels.ts'
import type { Entry, LabelledValue } from './entry.ts'
import {
  clean,
  couldBe,
  inWords,
  isBlank,
  isPersonal,
  isWholeName,
  named,
  namesParticipant,
  onlyParticipants,
  reach,
} from './entry-words.ts'
import { type Section, sectionOfHeading, sectionOfRole } from './form-section.ts'
import { labelAlone, type LabelMatch, matchLabel } from './label-match.ts'
import { isSigned, NearWhom } from './near-whom.ts'
import type { Vocabulary } from './vocabulary.ts'

/** '☒ Tolk nodig' in a list of things to tick is an answer. */
export const askedByBox: ReadonlySet<FormField | 'unwanted' | undefined> = new Set<FormField>(['interpreter', 'risk'])

const mostBlankLinesBetween = 1

/** More than a hundred participants in one mail is no form that anybody filled in. */
const mostEntries = 1500

interface Waiting {
  readonly field: FormField | 'unwanted'
  readonly label: string
  readonly inOtherWords?: true | undefined
  blankLines: number
}

const likelyBy = (inOtherWords: true | undefined): Pick<LabelledValue, 'likelyBy'> =>
  inOtherWords ? { likelyBy: 'other_words' } : {}

/** Takes a form piece by piece, a label or a value, and remembers which label still waits for its value, and whom the part is about. */
export class PieceReader {
  private readonly entries: Entry[] = []
  /** There was more than fits. */
  isFull = false
  private waiting: Waiting | undefined
  private remarksGoOn = false
  private section: Section = 'participant'
  readonly near = new NearWhom()
  /** What a name stands right below, so that they may be a signature. */
  private signed: Entry | undefined
  private readonly vocabulary: Vocabulary
  private readonly labels: CellLabels

  constructor(vocabulary: Vocabulary, labels: CellLabels) {
    this.vocabulary = vocabulary
    this.labels = labels
  }

  /** A number with a name below it and nothing more is a signature. */
  finished(): readonly Entry[] {
    return this.entries.map((entry) => (entry === this.signed ? { ...entry, perhapsOfConsulent: true } : entry))
  }

  /** `next`: the cell behind it in the row. */
  takePiece(piece: string, besideAnother: boolean, next?: string): void {
    if (startsWithBox(piece) && this.takeTicked(piece, besideAnother)) return
    const isExact = next === undefined || (besideAnother && this.awaitsWords(piece))
    const known = isExact ? matchLabel(piece, this.vocabulary) : this.labels.before(piece)
    const label = known ?? this.labelOfLine(piece, besideAnother)
    const isLast = besideAnother && (next === undefined || this.labels.ofValue(next) !== undefined)
    if (label !== undefined && !this.isValueOfWaiting(label, isLast)) this.takeLabel(label)
    else if (piece === '') this.takeBlank()
    else this.takeText(piece, !besideAnother)
  }

  private labelOfLine(piece: string, besideAnother: boolean): LabelMatch | undefined {
    return besideAnother || this.remarksGoOn || this.isAwaitedName(piece) ? undefined : labelAlone(piece)
  }

  /** Below 'Naam' stands 'Jan Stolk', who is no interpreter. */
  private isAwaitedName(piece: string): boolean {
    return this.waiting !== undefined && named.has(this.waiting.field) && isWholeName(piece)
  }

  /** Words with a box before them: the value that a label waits for, or an answer by themselves. */
  private takeTicked(piece: string, besideAnother: boolean): boolean {
    const label = matchLabel(piece, this.vocabulary) ?? labelAlone(piece)
    if (this.waiting !== undefined && label?.value === undefined) {
      this.takeText(piece, !besideAnother)
      return true
    }
    if (label?.value !== '' || !askedByBox.has(label.field)) return false
    const chosen = chosenOf(piece)
    if (chosen === piece || chosen === '') return true
    this.takeLabel({ ...label, value: chosen })
    return true
  }

  /** Behind 'Naam' or 'Product' only what is certainly a label is one: 'Voornaam | Risco', 'Product | Risicotraining'. */
  private awaitsWords(piece: string): boolean {
    const awaited = this.waiting?.field
    return awaited !== undefined && (inWords.has(awaited) || (named.has(awaited) && couldBe('name', piece)))
  }

  /** 'Product | Werkervaring': what can be a label too stands where a value in words is awaited. */
  private isValueOfWaiting({ field, value }: LabelMatch, isLast: boolean): boolean {
    const awaited = this.waiting?.field
    if (value !== '' || awaited === undefined || !inWords.has(awaited)) return false
    return (field === awaited && isLast) || (field === 'unwanted' && awaited === 'product')
  }

  private takeLabel({ field, label, value, inOtherWords }: LabelMatch): void {
    this.enterSectionOfWaiting()
    this.waiting = undefined
    this.remarksGoOn = false
    if (onlyParticipants.has(field)) this.enter('participant')
    const here = this.fieldHere(field, label)
    this.signed = undefined
    if (here === 'unwanted') this.near.passLabel(label, value)
    if (isBlank(value)) this.waiting = { field: here, label, inOtherWords, blankLines: 0 }
    else if (here !== 'unwanted') this.store(here, { label, value, apart: false, ...likelyBy(inOtherWords) })
  }

  /** A label without a value right above another label was a heading. */
  private enterSectionOfWaiting(): void {
    const section = this.waiting && sectionOfRole(this.waiting.label)
    if (section !== undefined) this.enter(section)
  }

  enter(section: Section): void {
    this.section = section
    this.near.leave()
  }

  /** What a label means in this part of the form. */
  private fieldHere(field: FormField | 'unwanted', label: string): FormField | 'unwanted' {
    if (this.section === 'participant' || field === 'unwanted' || namesParticipant(label)) return field
    if (this.section === 'other') return isPersonal(field) ? 'unwanted' : field
    if (field === 'name') return 'consulent_name'
    if (field === 'email') return 'consulent_email'
    return isPersonal(field) ? 'unwanted' : field
  }

  private takeBlank(): void {
    this.near.leaveParagraph()
    if (this.waiting === undefined) return
    this.waiting.blankLines += 1
    if (this.waiting.blankLines > mostBlankLinesBetween) this.waiting = undefined
  }

  private takeText(text: string, apart: boolean): void {
    const { waiting } = this
    const isHeading = waiting === undefined || text.endsWith(':')
    const section = sectionOfHeading(text) ?? (isHeading ? sectionOfRole(text) : undefined)
    this.waiting = undefined
    if (section !== undefined) {
      this.remarksGoOn = false
      this.enter(section)
    } else if (waiting !== undefined && !looksLikeLabel.test(text)) {
      if (waiting.field === 'unwanted') this.near.passLabel(waiting.label, text)
      else this.store(waiting.field, { label: waiting.label, value: text, apart, ...likelyBy(waiting.inOtherWords) })
    } else {
      if (apart) this.passText(text)
      if (this.remarksGoOn) this.store('remarks', { label: '', value: text, apart })
    }
  }

  /** A line of which we know no label may still name somebody. */
  private passText(text: string): void {
    const [, label = '', value = ''] = /^([^:]{2,40}):\s*(.+)$/.exec(text) ?? []
    const before = this.entries.at(-1)
    this.signed = before !== undefined && reach.has(before.field) && isSigned(text) ? before : undefined
    if (label === '') this.near.passText(text)
    else this.near.passLabel(label, value)
  }

  private store(field: FormField, written: LabelledValue): void {
    const value = clean(written.value)
    this.remarksGoOn = field === 'remarks'
    if (isBlank(value)) return
    const unsure = this.near.mayOwn(field) && !namesParticipant(written.label)
    this.push({ ...written, field, value, ...(unsure ? { perhapsOfConsulent: true } : {}) })
    if (field === 'consulent_name' || field === 'consulent_email') this.meetConsulent()
    else if (!reach.has(field) && field !== 'remarks' && !unsure) this.near.leave()
  }

  private meetConsulent(): void {
    if (this.section !== 'participant') this.near.leave()
    else this.near.meetConsulent()
  }

  push(entry: Entry): void {
    if (this.entries.length < mostEntries) this.entries.push(entry)
    else this.isFull = true
  }
}
