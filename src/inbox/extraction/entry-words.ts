import type { FormField } from '#src/domain/contract/contract.ts'
import { isPrefix } from '#src/domain/values/name-words.ts'
import { chosenOf } from '../attachments/chosen-of.ts'
import { type LabelMatch, mistypedField } from './label-match.ts'
import { namesAnother } from './phone-label.ts'
import { participantWords } from './role-words.ts'
import { foldLabel } from './fold-label.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What stands in a cell of its own below a heading, and not in one. */
export const isValue = (cell: string): boolean =>
  cell.length > 30 || /[\d@]/.test(cell) || (cell.includes(' ') && couldBe('name', cell))

export const isEmptyLabel = (label: LabelMatch | undefined): boolean => label === undefined || label.value === ''

/** What tells one participant from another, so that a second one begins a new form. */
export const isLeading = (field: FormField | 'unwanted' | undefined): boolean =>
  field === 'name' || field === 'family_name' || field === 'client_number'

export const inWords: ReadonlySet<FormField | 'unwanted'> = new Set(['product', 'risk', 'language', 'municipality'])

export const named: ReadonlySet<FormField | 'unwanted'> = new Set([
  'name',
  'family_name',
  'given_name',
  'consulent_name',
])

export const isWholeName = (cell: string): boolean => cell.includes(' ') && couldBe('name', cell)

export const couldBe = (field: FormField, value: string): boolean =>
  field === 'client_number' ? /^[\w./ -]*\d[\w./ -]*$/.test(value) : value.split(/\s+/).every(isWordOfName)

const isWordOfName = (word: string): boolean => /^['’]?\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(word) || isPrefix(word)

export const reach: ReadonlySet<FormField | 'unwanted'> = new Set(['phone', 'email'])

/** Of the consulent, or with a label such as 'Werkgever'. */
export const isOfAnother = ({ field, label }: LabelMatch): boolean =>
  field === 'consulent_name' || field === 'consulent_email' || (field === 'unwanted' && namesAnother(label))
const personal: ReadonlySet<FormField> = new Set([
  'name',
  'family_name',
  'given_name',
  'initials',
  'name_prefix',
  'phone',
  'email',
  'birth_date',
  'client_number',
])
export const isPersonal = (field: FormField): boolean => personal.has(field)

/** Nobody asks these of a consulent: the part about them has ended. */
export const onlyParticipants: ReadonlySet<FormField | 'unwanted'> = new Set([
  'client_number',
  'language',
  'interpreter',
])

const participants = participantWords.map(foldLabel)
export const namesParticipant = (label: string): boolean => participants.some((word) => label.includes(word))

/** 'Tel. moeder' in a cell of its own: what stands behind the dot belongs to the label. */
export const couldBeOfLabel = /^[^\d@:]+$/
export const wholeLabel = (cell: string, vocabulary: Vocabulary): LabelMatch | undefined => {
  const meant = mistypedField(cell, vocabulary)
  return meant && { ...meant, value: '' }
}

/** Between a label and its value some forms have a cell with a colon. */
export const onlyMark = /^[:=]?$/

/** A colon may stand before the value; of boxes only what is ticked counts. */
export const clean = (value: string): string =>
  chosenOf(
    value
      .replace(linkBehindText, '')
      .replaceAll(/~~[^~]{1,60}~~/g, '')
      .replace(/^\s*[:=]\s*/, '')
      .trim(),
  )

/** Outlook writes 'a@b.example <mailto:a@b.example>' into the plain text. */
const linkBehindText = /<(?:mailto|tel):[^<>]{0,200}>/gi

/** A line to write on ('_____', '.....', '-') is an empty field. */
export const isBlank = (value: string): boolean => /^[\s._–—-]*$/.test(value)
