import { anchor, html, none, type Html } from '../html.ts'
import { referralFields, type FieldErrors } from '../referral-form.ts'
import { fieldWords } from '../words/referral-field.ts'

/**
 * What is wrong in a form, above everything else, each with the way to its field. It takes the focus, also without JavaScript, so that
 * a screen reader says it at once and the keyboard is where the work is.
 */
export const errorSummary = (errors: FieldErrors): Html | undefined =>
  Object.keys(errors).length === 0
    ? none
    : html`
        <div class="said bad summary" role="alert" tabindex="-1" autofocus aria-labelledby="fouten">
          <h2 id="fouten">Nog niet goed. Er is niets opgeslagen.</h2>
          <ul>
            ${referralFields.map((field) =>
              errors[field] === undefined
                ? none
                : html`<li><a href="${anchor(field)}">${fieldWords[field]}: ${errors[field]}</a></li>`,
            )}
          </ul>
        </div>
      `
