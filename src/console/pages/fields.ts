import { html, none, type Html } from '../html.ts'
import type { FieldErrors, ReferralField, TypedFields } from '../referral-form.ts'
import { fieldWords } from '../words/referral-field.ts'

/** What a person typed, and what is wrong with it. */
export interface FormState {
  readonly typed: TypedFields
  readonly errors: FieldErrors
  /** What the mail says of a field; absent where there is no mail to compare with. */
  readonly origins?: Readonly<Partial<Record<ReferralField, Origin>>>
}

/** Where a field comes from, for who checks it. */
export interface Origin {
  /** 'in de mail: "Mobiel: 06-..."' */
  readonly words?: string
  /** Why it is in doubt. */
  readonly doubt?: string
  /** Why it is likely, and not certain. */
  readonly likely?: string
}

export interface Field {
  readonly name: ReferralField
  readonly hint?: string
  readonly type?: 'text' | 'tel' | 'email' | 'date'
  readonly needed?: boolean
}

/** What a reader of the screen hears with a field: the hint, where it comes from, and what is wrong. */
function spoken({ name, hint }: Field, { errors, origins }: FormState): Html {
  const error = errors[name]
  const about = [hint && `${name}-uitleg`, origins?.[name] && `${name}-bron`, error && `${name}-fout`]
    .filter((part) => part !== undefined)
    .join(' ')
  return html`${about ? html` aria-describedby="${about}"` : none} ${error ? html` aria-invalid="true"` : none}`
}

/** What the mail says of a field, and whether that is certain. */
export const originOf = (name: ReferralField, { origins }: FormState): Html | undefined => {
  const origin = origins?.[name]
  return (
    origin &&
    html`
      <p class="origin ${origin.doubt ? 'doubtful' : origin.likely ? 'likely' : ''}" id="${name}-bron">
        ${origin.doubt ? html`<strong>Twijfel:</strong> ${origin.doubt}<br />` : none}
        ${origin.likely ? html`<strong>Waarschijnlijk:</strong> ${origin.likely}<br />` : none} ${origin.words}
      </p>
    `
  )
}

function around({ name, hint, needed }: Field, state: FormState, control: Html): Html {
  const error = state.errors[name]
  return html`
    <div class="field ${error ? 'wrong' : ''}">
      <label for="${name}">${fieldWords[name]}${needed ? none : html` <span class="meta">(mag leeg)</span>`}</label>
      ${hint ? html`<p class="hint" id="${name}-uitleg">${hint}</p>` : none}
      ${error ? html`<p class="error" id="${name}-fout"><span class="hidden">Fout:</span> ${error}</p>` : none}
      ${control} ${originOf(name, state)}
    </div>
  `
}

/** A browser shows nothing in a field for a date when the value is none: what somebody typed would be gone. */
const typeFor = ({ type = 'text' }: Field, value: string): string =>
  type === 'date' && value !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(value) ? 'text' : type

export function textField(field: Field, state: FormState): Html {
  const { name, needed } = field
  const value = state.typed[name] ?? ''
  return around(
    field,
    state,
    html`<input
      id="${name}"
      name="${name}"
      type="${typeFor(field, value)}"
      value="${value}"
      autocomplete="off"
      ${needed ? html`required` : none}
      ${spoken(field, state)}
    />`,
  )
}

export type Choices = readonly { readonly value: string; readonly words: string }[]

export const selectField = (field: Field, choices: Choices, state: FormState): Html =>
  around(
    field,
    state,
    html`<select id="${field.name}" name="${field.name}" ${spoken(field, state)}>
      ${choices.map(
        ({ value, words }) =>
          html`<option value="${value}" ${(state.typed[field.name] ?? '') === value ? html`selected` : none}>
            ${words}
          </option>`,
      )}
    </select>`,
  )

export const longField = (field: Field, state: FormState): Html =>
  around(
    field,
    state,
    html`<textarea id="${field.name}" name="${field.name}" rows="3" ${spoken(field, state)}>
${state.typed[field.name] ?? ''}</textarea>`,
  )
