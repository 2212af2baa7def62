import type { LabelledValue } from './extraction/entry.ts'
import { type FormValues, readLabelledLines, type LabelledLines } from './extraction/labelled-lines.ts'
import { fieldsKnown, namesSomebody, type Proposal } from './extraction/proposal.ts'
import type { Vocabulary } from './extraction/vocabulary.ts'
import { partsDiffer } from './parts-differ.ts'

/** The texts of a mail in which a form may stand. */
export interface FormTexts {
  readonly typed: string
  readonly shown: string
  /** One per attachment that could be read. */
  readonly attached: readonly string[]
}

export interface FormsOfMail {
  readonly proposals: readonly Proposal[]
  readonly moreBelowSignature: boolean
  readonly brokenTable: boolean
  readonly quotedUnder: boolean
  /** Text and HTML contradict each other. */
  readonly partsDiffer: boolean
  /** All that could be read stands in an earlier mail below what was typed. */
  readonly quoted: boolean
}

type Propose = (written: FormValues) => Proposal

interface Reading extends Omit<LabelledLines, 'forms'> {
  readonly forms: readonly FormValues[]
}

/**
 * What a mail proposes: one proposal per participant. The typed text and the HTML say the same in two ways, and the one that says more
 * is taken; what an attachment says of the same person is laid beside it, so that two values for one field are seen as a doubt.
 */
export const formsOfMail = (texts: FormTexts, vocabulary: Vocabulary, propose: Propose): FormsOfMail => {
  const read = (text: string): Reading => readLabelledLines(text, vocabulary)
  const typed = read(texts.typed)
  const shown = texts.shown === '' ? undefined : read(texts.shown)
  const body = shown === undefined ? typed : better(typed, shown, propose)
  const attached = texts.attached.map(read)
  const forms = attached
    .flatMap((reading) => reading.forms)
    .reduce<readonly FormValues[]>(layBeside, withSomebody(body, propose))
  const proposals = forms.map(propose).filter(namesSomebody)
  return {
    proposals: withoutConsulent(proposals),
    moreBelowSignature: body.moreBelowSignature,
    brokenTable: [body, ...attached].some(({ brokenTable }) => brokenTable),
    quotedUnder: body.quotedUnder,
    partsDiffer: shown !== undefined && partsDiffer(typed.forms, shown.forms, propose),
    quoted: body.quoted && attached.every((reading) => reading.forms.length === 0),
  }
}

const withSomebody = ({ forms }: Reading, propose: Propose): readonly FormValues[] =>
  forms.length === 1 ? forms : forms.filter((form) => namesSomebody(propose(form)))

const better = (typed: Reading, shown: Reading, propose: Propose): Reading =>
  known(shown, propose) > known(typed, propose) ? shown : typed

const known = ({ forms }: Reading, propose: Propose): number =>
  forms.map(propose).reduce((sum, proposal) => sum + (namesSomebody(proposal) ? fieldsKnown(proposal) : 0), 0)

/** To the one that it is about, else as one more. */
const layBeside = (forms: readonly FormValues[], form: FormValues): readonly FormValues[] => {
  const index = forms.findIndex((other) => areOfOne(other, form))
  return index === -1 ? [...forms, form] : forms.map((other, at) => (at === index ? joined(other, form) : other))
}

const areOfOne = (one: FormValues, other: FormValues): boolean => {
  const numbers = compare(one, other, 'client_number')
  return numbers === 'same' || (numbers !== 'differ' && compareNames(one, other) !== 'differ')
}

type Comparison = 'same' | 'differ' | 'unknown'

const compareNames = (one: FormValues, other: FormValues): Comparison => {
  const whole = compare(one, other, 'name')
  return whole === 'unknown' ? compare(one, other, 'family_name') : whole
}

type Compared = 'name' | 'family_name' | 'client_number'

const compare = (one: FormValues, other: FormValues, field: Compared): Comparison => {
  const behind = field === 'client_number' ? numbersBehind : wordsBehind
  const [words, others] = [behind(one, field), behind(other, field)]
  if (words.length === 0 || others.length === 0) return 'unknown'
  return words.some((word) => others.includes(word)) ? 'same' : 'differ'
}

/** Words of three letters or more: 'van' and initials are in many a name. */
const wordsBehind = (form: FormValues, field: Compared): string[] =>
  (form.get(field) ?? []).flatMap(({ value }) => value.toLowerCase().match(/[\p{L}\p{M}\p{N}]{3,}/gu) ?? [])

/** Whole: '2026-0002' and '2026-0003' have a word in common, and are two people. */
const numbersBehind = (form: FormValues, field: Compared): string[] =>
  (form.get(field) ?? []).map(({ value }) => value.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, ''))

const joined = (one: FormValues, other: FormValues): FormValues => {
  const fields = new Set([...one.keys(), ...other.keys()])
  return new Map(
    [...fields].map((field) => [field, withoutTwice([...(one.get(field) ?? []), ...(other.get(field) ?? [])])]),
  )
}

const withoutTwice = (values: readonly LabelledValue[]): LabelledValue[] =>
  values.filter((value, index) => values.findIndex((other) => other.value === value.value) === index)

/** A second 'Naam' with a municipal address and nothing that only a participant has is who refers. */
const withoutConsulent = (proposals: readonly Proposal[]): readonly Proposal[] => {
  const isConsulent = ({ clientNumber, birthDate, consulentEmail, phone }: Proposal): boolean =>
    clientNumber.kind === 'absent' &&
    birthDate.kind === 'absent' &&
    consulentEmail.kind === 'read' &&
    phone.kind !== 'absent'
  const others = proposals.filter((proposal) => !isConsulent(proposal))
  return others.some(({ clientNumber }) => clientNumber.kind !== 'absent') ? others : proposals
}

/** What the forms say in words of their own, those in attachments with them. */
export const remarksIn = ({ proposals }: FormsOfMail): readonly string[] =>
  proposals.flatMap(({ remarks }) => remarks ?? [])
