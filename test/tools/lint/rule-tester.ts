import { RuleTester } from 'oxlint/plugins-dev'
import { describe, it } from 'vitest'

// Without this the tester runs its cases outside vitest, and a case that fails is not counted.
RuleTester.describe = describe
RuleTester.it = it

/** oxlint's tester, for TypeScript modules. */
export const ruleTester = new RuleTester({ languageOptions: { sourceType: 'module', parserOptions: { lang: 'ts' } } })
