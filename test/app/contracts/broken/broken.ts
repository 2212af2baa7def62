/** One thing made wrong in the sample: what was `was` becomes `is`; the problem stands where `at` is. */
export interface Broken {
  readonly what: string
  readonly was: string
  readonly is: string
  readonly at: string
  readonly path: string
  readonly message: string
  readonly advice: string
}
