import { html, none, type Html } from '../html.ts'
import type { FieldErrors, ReferralField, TypedFields } from '../referral-form.ts'

/** What a person typed, and what is wrong with it. */
export interface FormState {
  readonly typed: TypedFields
  readonly errors: FieldErrors
}

export interface Field {
  readonly name: ReferralField
  readonly label: string
  readonly hint?: string
  readonly type?: 'text' | 'tel' | 'email' | 'date'
  readonly needed?: boolean
}

const described = (hint: string | undefined, error: string | undefined, id: string): string =>
  [hint && `${id}-uitleg`, error && `${id}-fout`].filter((part) => part !== undefined).join(' ')

export function around({ name, label, hint, needed }: Field, errors: FieldErrors, control: Html): Html {
  const error = errors[name]
  return html`
    <div class="field ${error ? 'wrong' : ''}">
      <label for="${name}">${label}${needed ? none : html` <span class="meta">(mag leeg)</span>`}</label>
      ${hint ? html`<p class="hint" id="${name}-uitleg">${hint}</p>` : none}
      ${error ? html`<p class="error" id="${name}-fout">${error}</p>` : none} ${control}
    </div>
  `
}

export function textField(field: Field, { typed, errors }: FormState): Html {
  const { name, type = 'text', needed, hint } = field
  const about = described(hint, errors[name], name)
  return around(
    field,
    errors,
    html`<input
      id="${name}"
      name="${name}"
      type="${type}"
      value="${typed[name] ?? ''}"
      autocomplete="off"
      ${needed ? html`required` : none}
      ${about ? html`aria-describedby="${about}"` : none}
      ${errors[name] ? html`aria-invalid="true"` : none}
    />`,
  )
}

export type Choices = readonly { readonly value: string; readonly words: string }[]

export const selectField = (field: Field, choices: Choices, { typed, errors }: FormState): Html =>
  around(
    field,
    errors,
    html`<select
      id="${field.name}"
      name="${field.name}"
      ${errors[field.name] ? html`aria-invalid="true" aria-describedby="${field.name}-fout"` : none}
    >
      ${choices.map(
        ({ value, words }) =>
          html`<option value="${value}" ${(typed[field.name] ?? '') === value ? html`selected` : none}>
            ${words}
          </option>`,
      )}
    </select>`,
  )
