/** One figure with its floor or ceiling, as `bench/run.ts` prints it. */
export interface Line {
  readonly name: string
  readonly measured: string
  /** A ratio to the bare library of the same run, or a figure of its own. */
  readonly value: number
  readonly bound: { readonly atLeast: number } | { readonly atMost: number }
  readonly detail?: readonly string[]
}

export const isWithin = ({ value, bound }: Line): boolean =>
  'atLeast' in bound ? value >= bound.atLeast : value <= bound.atMost

export const describeLine = (line: Line): string => {
  const { bound } = line
  const limit = 'atLeast' in bound ? `at least ${String(bound.atLeast)}` : `at most ${String(bound.atMost)}`
  const verdict = isWithin(line) ? 'ok  ' : 'FAIL'
  return [
    `${verdict} ${line.name}: ${line.value.toFixed(2)} (${limit}); ${line.measured}`,
    ...(line.detail ?? []).map((text) => `       ${text}`),
  ].join('\n')
}

export const perSecond = (rate: number): string => `${rate.toFixed(0)}/s`

/** The middle of several runs: one slow moment of the machine decides nothing. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
