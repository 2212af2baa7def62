import type { Attendance } from '#src/domain/journey/attendance.ts'
import { photosOf } from '#src/domain/journey/proof-photo.ts'
import { href, html, none, type Html } from '../html.ts'

/** To each photo of proof that is kept, opened beside the page: whoever decides looks first. */
export function photoLinks(journeyId: string, attendance: Attendance): Html | undefined {
  const photos = photosOf(attendance)
  if (photos.length === 0) return none
  return html`${photos.map(
    ({ id }, index) =>
      html`<a class="button" target="_blank" rel="noopener" href="${href(['trajecten', journeyId, 'bewijs', id])}"
        >${photos.length === 1 ? 'Bekijk de foto' : `Bekijk foto ${String(index + 1)}`}</a
      >`,
  )}`
}
