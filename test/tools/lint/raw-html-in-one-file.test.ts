import { rawHtmlInOneFile } from '../../../tools/lint/rules/raw-html-in-one-file.ts'
import { ruleTester } from './rule-tester.ts'

function breach(code: string) {
  return {
    name: `refuses: ${code}`,
    code,
    filename: 'src/console/pages/participant.ts',
    errors: [{ messageId: 'raw' }],
  }
}

ruleTester.run('raw-html-in-one-file', rawHtmlInOneFile, {
  valid: [
    { name: 'allows html', code: "import { html } from 'hono/html'" },
    { name: 'allows another raw', code: "import { raw } from 'express'" },
    { name: 'allows raw in its one file', code: "import { raw } from 'hono/html'", filename: 'src/console/html.ts' },
  ],
  invalid: [
    breach("import { html, raw } from 'hono/html'"),
    breach("import { raw as safe } from 'hono/html'"),
    breach("import { raw } from 'hono/utils/html'"),
    breach("import * as pages from 'hono/html'"),
    breach("export { raw } from 'hono/html'"),
    breach("export * from 'hono/html'"),
    breach("const { raw } = await import('hono/html')"),
    { ...breach("import { raw } from 'hono/html'"), name: 'refuses another html.ts', filename: 'src/inbox/html.ts' },
  ],
})
