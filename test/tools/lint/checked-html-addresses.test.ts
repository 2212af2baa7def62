import { checkedHtmlAddresses } from '../../../tools/lint/rules/checked-html-addresses.ts'
import { ruleTester } from './rule-tester.ts'

function breach(code: string) {
  return { name: `refuses: ${code}`, code, errors: [{ messageId: 'loose' }] }
}

ruleTester.run('checked-html-addresses', checkedHtmlAddresses, {
  valid: [
    { name: 'allows an address that href made', code: 'html`<a class="main" href="${href([\'trajecten\', id])}">`' },
    { name: 'allows a number that telephone made', code: 'html`<a href="${telephone(number)}">`' },
    { name: 'allows a fixed address', code: 'html`<a href="/vandaag">${words}</a>`' },
    { name: 'allows a choice between such', code: 'html`<a href="${here ? \'/\' : href(path)}" title="${title}">`' },
    { name: 'allows a constant that href made', code: 'const to = href(path)\nhtml`<a href="${to}">`' },
    {
      name: 'allows a function that only calls href',
      code: 'const to = (id: string) => href([id])\nconst page = (id: string) => html`<a href="${to(id)}">`',
    },
    { name: 'allows a file of ours', code: 'html`<script src="${assets.htmx.path}" defer></script>`' },
    { name: 'does not look at other attributes', code: 'html`<input name="href" value="${value}">`' },
  ],
  invalid: [
    breach('const to = link\nhtml`<a href="${to}">`'),
    breach('let to = href(path)\nhtml`<a href="${to}">`'),
    breach('const to = (id: string) => link + id\nhtml`<a href="${to(id)}">`'),
    breach('const to = (id: string) => to(id)\nhtml`<a href="${to(id)}">`'),
    breach('const page = (to: string) => html`<a href="${to}">`'),
    breach('html`<a href="${link}">`'),
    breach('html`<a href="${participant.site}">`'),
    breach('html`<a href="/trajecten/${id}">`'),
    breach('html`<a href="${other(path)}">`'),
    breach('html`<a href="${here ? link : href(path)}">`'),
    breach('html`<form class="a" method="post" action="${place}">`'),
    breach("html`<button hx-post='${place}'>`"),
    breach('html`<img src="${picture}">`'),
    breach('html`<a href="${`/trajecten/${id}`}">`'),
  ],
})
