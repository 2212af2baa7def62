/** What is wrong in a contract file, where, and what to do about it. In Dutch: whoever edits the file reads it. */
export interface ContractProblem {
  /** Name of the file, without its folder. */
  readonly file: string
  /** From 1; a problem of the whole file stands at line 1, column 1. */
  readonly line: number
  readonly column: number
  /** Keys from the top of the file, as `terms.intake_by.within`; '' for the whole file. */
  readonly path: string
  readonly message: string
  readonly advice: string
}

/** Two lines: where and what, then what to do. */
export const describeProblem = ({ file, line, column, message, advice }: ContractProblem): string =>
  `${file}:${line}:${column}  ${message}\n    ${advice}`

export const problemOfFile = (file: string, message: string, advice: string): ContractProblem => ({
  file,
  line: 1,
  column: 1,
  path: '',
  message,
  advice,
})
