import type { Temporal } from 'temporal-polyfill'
import type { Rules } from './rules.ts'

/** Appointments of a few months; then it begins anew, so that it never grows. */
const mostKept = 5_000

/**
 * The same computation, made once per moment and rules. What is derived is never stored, so a command derives the same deadlines several
 * times over, and many appointments start at the same moment.
 */
export function remembered<Result>(
  compute: (at: Temporal.Instant, rules: Rules) => Result,
): (at: Temporal.Instant, rules: Rules) => Result {
  const byRules = new WeakMap<Rules, Map<number, { readonly result: Result }>>()
  return (at, rules) => {
    const kept = byRules.get(rules) ?? new Map<number, { readonly result: Result }>()
    byRules.set(rules, kept)
    const known = kept.get(at.epochMilliseconds)
    if (known) return known.result
    if (kept.size >= mostKept) kept.clear()
    const result = compute(at, rules)
    kept.set(at.epochMilliseconds, { result })
    return result
  }
}
