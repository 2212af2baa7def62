import { tagsOf } from './tags.ts'

/** The fields of the form to accept somebody, as a browser would post them back. */
export function formOnPage(page: string): Record<string, string> {
  const form = /<form method="post" action="[^"]*\/aannemen"[\s\S]*?<\/form>/.exec(page)?.[0] ?? ''
  const inputs = tagsOf(form, 'input').map(
    ({ attributes }) => [attributes['name'] ?? '', attributes['value'] ?? ''] as const,
  )
  const contract = /<option value="([a-z]+)" selected/.exec(form)?.[1] ?? ''
  const fields = inputs.filter(([name]) => name !== 'tolk' && name !== 'nogeen')
  return { ...Object.fromEntries(fields), contract, taal: 'nl', risico: '', opmerkingen: '' }
}
