/** Ends a check: what is wrong, one line each, and exit code 1; or one line that says what was looked at. */
export function report(problems: readonly string[], clean: string): void {
  if (problems.length === 0) {
    console.log(clean)
    return
  }
  for (const problem of problems) console.log(problem)
  console.log(`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`)
  process.exitCode = 1
}
