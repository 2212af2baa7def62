import type { PartOfDay } from './moment-words.ts'

/** What one stretch of a message says about time, before it is put together with what stands beside it. */
export type MomentPiece = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'time'; readonly minutes: number; readonly isExact: boolean }
  | { readonly kind: 'weekday'; readonly day: number }
  | { readonly kind: 'near'; readonly days: number }
  | { readonly kind: 'date'; readonly day: number; readonly month: number | undefined; readonly year?: number }
  | { readonly kind: 'days'; readonly from: number; readonly to: number; readonly month: number | undefined }
  | { readonly kind: 'month'; readonly month: number }
  | { readonly kind: 'week'; readonly weeks: number }
  | { readonly kind: 'months'; readonly months: number }
  | { readonly kind: 'inWeeks'; readonly weeks: number }
  | { readonly kind: 'inMonths'; readonly months: number }
  | { readonly kind: 'part'; readonly part: PartOfDay }
  | { readonly kind: 'delay'; readonly minutes: number }
  | { readonly kind: 'after' | 'before' | 'until' | 'instead' | 'weekOf' }
  | { readonly kind: 'dayAfter'; readonly days: number }
)
