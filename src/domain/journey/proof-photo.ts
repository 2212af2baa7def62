import type { Temporal } from 'temporal-polyfill'
import type { Id } from '../values/id.ts'
import type { Attendance, ProofPhoto } from './attendance.ts'
import { accepted, nothing, refused, type Decision, type Situation } from './decision.ts'
import type { JourneyEvent } from './event.ts'
import type { Journey } from './journey.ts'
import { workdaysAfter } from './moments.ts'
import { closing, aboutOf, openTask } from './open-task.ts'
import type { Rules } from './rules.ts'
import { isOpen, type Task } from './task.ts'
import { timer, type Timer } from './timer.ts'

/** However long nobody looks at it, a photo is not kept longer than this. */
export const photoKept = { hours: 28 * 24 }

/** Of one afmelding; nobody needs more pages to show why they could not come. */
const mostPhotos = 10

const isHeld = ({ erasedAt }: ProofPhoto): boolean => !erasedAt

export const photosOf = ({ absence }: Attendance): readonly ProofPhoto[] => (absence?.photos ?? []).filter(isHeld)

/** All that are kept still: the bytes of any other are destroyed. */
export const heldPhotos = ({ attendances }: Journey): readonly ProofPhoto[] => attendances.flatMap(photosOf)

/** The afmelding to which a photo that comes in now belongs. */
const awaiting = ({ attendances }: Journey): Attendance | undefined =>
  attendances.findLast(({ absence }) => absence?.proof === 'awaited')

export const awaitsProof = (journey: Journey): boolean => awaiting(journey) !== undefined

/** Whether a photo that comes in now would be kept: only where the contract allows it, and only what was asked for. */
export const wantsPhoto = (journey: Journey, { contract }: Rules): boolean =>
  contract.absence.proof_photo !== undefined && journey.status !== 'ended' && awaitsProof(journey)

const asksToSee = (task: Task, { id }: Attendance): boolean =>
  isOpen(task) && task.kind === 'see_proof' && task.attendanceId === id

/** It is there to be looked at now: no longer at the next appointment, and sooner. The second page of a letter asks nothing more. */
function askToLook({ journey, rules, now }: Situation, attendance: Attendance, id: Id<'inbound'>): JourneyEvent[] {
  const open = journey.tasks.filter((task) => asksToSee(task, attendance))
  if (open.some((task) => aboutOf(task) !== attendance.id)) return []
  return [
    ...closing(open, now),
    ...openTask(journey, {
      kind: 'see_proof',
      about: id,
      why: 'De deelnemer stuurde een foto van het bewijs. Bekijk die en beslis. Opkomst wist de foto daarna.',
      now,
      dueAt: workdaysAfter(now, 2, rules),
      attendanceId: attendance.id,
    }),
  ]
}

/** A photo came in while proof was awaited. `id`: the message that it came with, under which its bytes stand. */
export function receiveProof(situation: Situation, id: Id<'inbound'>): Decision {
  const { journey, rules, now } = situation
  const attendance = awaiting(journey)
  if (!attendance || !wantsPhoto(journey, rules)) return refused('not_open')
  if (attendance.absence?.photos?.some((photo) => photo.id === id)) return nothing
  if (photosOf(attendance).length >= mostPhotos) return refused('not_open')
  return accepted(
    { type: 'proof_received', attendanceId: attendance.id, photo: { id, receivedAt: now } },
    ...askToLook(situation, attendance, id),
  )
}

const erased = (attendance: Attendance, { id: photoId }: ProofPhoto, erasedAt: Temporal.Instant): JourneyEvent => ({
  type: 'proof_erased',
  attendanceId: attendance.id,
  photoId,
  erasedAt,
})

/** Those that nobody needs any more: the proof was judged, missed, or the journey has ended. */
export const photosToErase = ({ attendances, status }: Journey, now: Temporal.Instant): JourneyEvent[] =>
  attendances
    .filter(({ absence }) => status === 'ended' || absence?.proof !== 'awaited')
    .flatMap((attendance) => photosOf(attendance).map((photo) => erased(attendance, photo, now)))

const goneAt = ({ receivedAt }: ProofPhoto): Temporal.Instant => receivedAt.add(photoKept)

/** Whatever became of the appointment, and of the task. */
export const photoTimers = (journey: Journey): Timer[] =>
  heldPhotos(journey).map((photo) => timer('erase_photo', photo.id, goneAt(photo)))

export const erasePhoto = ({ journey, now }: Situation, about: string): readonly JourneyEvent[] =>
  journey.attendances.flatMap((attendance) =>
    photosOf(attendance)
      .filter(({ id }) => id === about)
      .map((photo) => erased(attendance, photo, now)),
  )

/** As long as somebody has to look at what was sent, the proof is not missed: that nobody did is not the participant's doing. */
export const waitsToBeSeen = ({ tasks }: Journey, attendance: Attendance): Temporal.Instant | undefined =>
  tasks.some((task) => asksToSee(task, attendance)) ? photosOf(attendance).map(goneAt).at(-1) : undefined
