import { describe, expect, it } from 'vitest'
import { readBounce } from '#src/inbox/kinds/bounce.ts'
import { mailOf } from './plain-mail.ts'

const report = 'Content-Type: multipart/report; report-type=delivery-status; boundary=b'
const parts = (action: string): string =>
  [
    '--b',
    'Content-Type: text/plain',
    '',
    'Your message could not be delivered.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.example',
    '',
    `Action: ${action}`,
    'Status: 5.1.1',
    '--b',
    'Content-Type: message/rfc822',
    '',
    'Message-ID: <ours-1@werkwijzer.example>',
    'Subject: Bericht over een deelnemer',
    '',
    'tekst',
    '--b--',
  ].join('\r\n')

describe('a mail server says that something of ours did not arrive', () => {
  it('in a report, with the mail that came back', async () => {
    expect(readBounce(await mailOf(parts('failed'), { headers: [report] }))).toEqual({
      delayed: false,
      about: ['ours-1@werkwijzer.example'],
    })
  })

  it('or that it is late', async () => {
    expect(readBounce(await mailOf(parts('delayed'), { headers: [report] }))).toMatchObject({ delayed: true })
  })

  it.each([
    ['Undeliverable: Bericht', 'postmaster@gemeente.example', false],
    ['Onbestelbaar: Bericht', 'MAILER-DAEMON@mail.example', false],
    ['Mail delivery failed: returning message to sender', 'Mailer-Daemon@mail.example', false],
    ['Delivery Status Notification (Delay)', 'mailer-daemon@mail.example', false],
    ['Niet bestelbaar: Ontvangen', 'postmaster@gemeente.example', false],
    ['Warning: could not send message for past 4 hours', 'postmaster@gemeente.example', true],
    ['Uw bericht is vertraagd', 'postmaster@mail.example', true],
    ['Warning: message delayed 4 hours - mail delivery', 'postmaster@mail.example', true],
  ])('in words: %s from %s', async (subject, from, delayed) => {
    expect(readBounce(await mailOf('Sorry.', { subject, from }))).toMatchObject({ delayed })
  })

  it.each([
    ['Onbestelbaar: Bericht', 'p.jansen@gemeente-voorbeeld.example'],
    ['Vraag over de mailbox', 'postmaster@gemeente-voorbeeld.example'],
    ['Aanmelding', 'aanmelding@gemeente-voorbeeld.example'],
  ])('and nothing of the kind: %s from %s', async (subject, from) => {
    expect(readBounce(await mailOf('Tekst.', { subject, from }))).toBeUndefined()
  })

  it('a read receipt is no bounce', async () => {
    const type = 'Content-Type: multipart/report; report-type=disposition-notification; boundary=b'
    expect(readBounce(await mailOf('--b\r\n\r\nGelezen.\r\n--b--', { headers: [type] }))).toBeUndefined()
  })

  it('in its text alone, when a server wrote it', async () => {
    const written = { subject: 'Ontvangen', from: 'postmaster@gemeente.example' }
    expect(readBounce(await mailOf('Uw bericht heeft de geadresseerde niet bereikt.', written))).toBeDefined()
    expect(readBounce(await mailOf('Uw bericht heeft ons niet bereikt.', { subject: 'Ontvangen' }))).toBeUndefined()
  })
})
