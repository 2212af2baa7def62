import type { Kysely } from 'kysely'
import type { Overview } from '#src/services/ports/overview.ts'
import type { Keyring } from './keyring.ts'
import { createMails } from './mails.ts'
import { withAppointment } from './overview/appointments.ts'
import { strayMessage, strayMessages } from './overview/inbound.ts'
import { findJourneys, readJourney } from './overview/journeys.ts'
import { ledgerLines, mailByReference, mailDetails, mailsOf, mailsWith, rawMail } from './overview/mails.ts'
import { readMark } from './overview/mark.ts'
import { returnedMail, sentMails, toApprove } from './overview/outgoing.ts'
import { openTasks } from './overview/tasks.ts'
import { proofPhoto } from './proof-photos.ts'
import type { Database } from './tables/database.ts'

/** What people look at, opened with the keys of whom it is about. */
export function createOverview(db: Kysely<Database>, keyring: Keyring): Overview {
  const mails = createMails(db, keyring)
  return {
    journeys: (search, question) => findJourneys(db, keyring, search, question),
    journey: (id) => readJourney(db, keyring, id),
    proofPhoto: (journeyId, id) => proofPhoto(db, keyring, journeyId, id),
    withAppointment: (from, to) => withAppointment(db, keyring, from, to),
    openTasks: (question) => openTasks(db, keyring, question),
    ledger: () => mails.counts(),
    mails: (question) => ledgerLines(db, question),
    waitingMails: () => mails.waiting(),
    mail: (id) => mailDetails(db, keyring, id),
    rawMail: (id) => rawMail(db, keyring, id),
    sentMails: (audience, question) => sentMails(db, keyring, audience, question),
    returnedMail: (id) => returnedMail(db, keyring, id),
    toApprove: (question) => toApprove(db, keyring, question),
    strayMessages: (question) => strayMessages(db, keyring, question),
    strayMessage: (reference) => strayMessage(db, keyring, reference),
    mailByReference: (reference) => mailByReference(db, reference),
    mailsWith: (id) => mailsWith(db, id),
    mailsOf: (journeyId) => mailsOf(db, journeyId),
    mark: (journeyId) => readMark(db, journeyId),
  }
}
