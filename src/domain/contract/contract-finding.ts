/** Something in a contract that fits the schema and still cannot be right. In Dutch, for whoever edits the file. */
export interface ContractFinding {
  /** Keys (and list positions) from the top of the file to what is wrong. */
  readonly path: readonly (string | number)[]
  /** What is wrong. */
  readonly message: string
  /** What to do about it. */
  readonly advice: string
}
