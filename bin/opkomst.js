#!/usr/bin/env node
// Plain JavaScript, so that a Node that is too old to run the rest can still say what to do.
const [major = 0] = process.versions.node.split('.').map(Number)

if (major < 24) {
  process.stderr.write(
    `Opkomst heeft Node 24 nodig en dit is Node ${process.versions.node}: geef in de map van Opkomst 'npx opkomst', na 'npm ci' (die brengt op Linux Node 24 mee), of installeer Node 24 of nieuwer.\n`,
  )
  process.exitCode = 78
} else {
  await import('../src/app/opkomst.ts')
}
