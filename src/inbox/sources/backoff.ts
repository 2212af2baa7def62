/** Milliseconds. */
export interface BackoffLimits {
  readonly firstMs: number
  readonly maxMs: number
}

export const defaultBackoff: BackoffLimits = { firstMs: 1000, maxMs: 300_000 }

/**
 * How long to wait after this many failures in a row (1 is the first): doubling, with up to half of it taken off at random, so that
 * readers that lost the same server do not all come back in the same second.
 */
export const backoffDelay = (failures: number, { firstMs, maxMs }: BackoffLimits, random = Math.random): number => {
  const whole = Math.min(maxMs, firstMs * 2 ** Math.min(failures - 1, 30))
  return Math.round(whole * (1 - random() / 2))
}
