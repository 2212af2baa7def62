import { staticLogMessage } from '../../../tools/lint/rules/static-log-message.ts'
import { ruleTester } from './rule-tester.ts'

function breach(code: string, messageId: 'varies' | 'missing' | 'more') {
  return { name: `refuses: ${code}`, code, errors: [{ messageId }] }
}

ruleTester.run('static-log-message', staticLogMessage, {
  valid: [
    { name: 'allows a fixed sentence', code: "log.info('mailbox opened')" },
    { name: 'allows fields before a fixed sentence', code: "this.logger.warn({ mailId }, 'mail waits for a person')" },
    { name: 'allows an error as the fields', code: "deps.log.error(error, 'mailbox not reached')" },
    { name: 'allows a template that does not vary', code: 'log.info(`mailbox opened`)' },
    { name: 'does not look at other objects', code: 'dialog.info(`Dag ${name}`)\ncatalog.error(name)' },
    { name: 'does not look at a function named log', code: 'log(`klaar op ${url}`)' },
  ],
  invalid: [
    breach('log.info(`mail of ${sender} stored`)', 'varies'),
    breach("log.info('mail of ' + sender)", 'varies'),
    breach('log.info({ mailId }, sentence)', 'varies'),
    breach('log.info({ mailId }, `mail of ${sender}`)', 'varies'),
    breach('request.log.error(error, error.message)', 'varies'),
    breach('mailLog.debug({ id }, text())', 'varies'),
    breach("log.child({ job }).info('mail of ' + sender)", 'varies'),
    breach('log.error(error)', 'missing'),
    breach('logger.info({ mailId })', 'missing'),
    breach("log.info('mail of %s', sender)", 'more'),
    breach("log.info({ mailId }, 'mail of %s', sender)", 'more'),
  ],
})
