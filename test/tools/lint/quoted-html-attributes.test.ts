import { quotedHtmlAttributes } from '../../../tools/lint/rules/quoted-html-attributes.ts'
import { ruleTester } from './rule-tester.ts'

function breach(code: string) {
  return { name: `refuses: ${code}`, code, errors: [{ messageId: 'unquoted' }] }
}

ruleTester.run('quoted-html-attributes', quotedHtmlAttributes, {
  valid: [
    { name: 'allows a quoted attribute', code: 'html`<input value="${value}">`' },
    {
      name: 'allows a query in a quoted attribute',
      code: 'html`<a class="knop" href="/mails?van=${sender}&dag=${day}">`',
    },
    { name: 'allows an attribute that may be left out', code: 'html`<a href="${place}" ${here ? current : none}>`' },
    { name: 'allows an equals sign in text', code: "html`<p>2 + 2 = ${four}, foto's = ${photos}</p>`" },
    { name: 'does not look at other templates', code: 'sql`select a from b where <c = ${d}`' },
  ],
  invalid: [
    breach('html`<input value=${value}>`'),
    breach('html`<input type="text" name="${name}" value=${value}>`'),
    breach('html`<p>${text}</p><a href=${place}>`'),
    breach("html`<input class='a' value= ${value}>`"),
  ],
})
