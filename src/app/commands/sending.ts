import { userInfo } from 'node:os'
import { createSendingSwitch } from '#src/store/sending-switch.ts'
import type { Output } from './output.ts'
import { withDatabase } from './session.ts'

const configuredWords = {
  off: 'SENDING=off: er gaat niets uit',
  approve: 'SENDING=approve: alleen wat een medewerker goedkeurt, gaat uit',
  on: 'SENDING=on: berichten gaan vanzelf uit',
} as const

export const sendingSetCommand = (out: Output, stopped: boolean): Promise<number> =>
  withDatabase(out, async ({ config, db }) => {
    await createSendingSwitch(db).set(stopped, `opdrachtregel (${userInfo().username})`)
    out.line(
      stopped
        ? 'Gestopt: er gaat niets meer uit tot iemand weer op doorgaan drukt (opkomst sending resume, of in de console).'
        : `De stopknop is los. ${configuredWords[config.sending]}.`,
    )
    return 0
  })

export const sendingStatusCommand = (out: Output, json: boolean): Promise<number> =>
  withDatabase(out, async ({ config, db }) => {
    const stopped = await createSendingSwitch(db).isStopped()
    if (json) out.json({ stopped, sending: config.sending })
    else
      out.line(
        stopped
          ? `De stopknop is ingedrukt: er gaat niets uit. Los is hij weer met opkomst sending resume; dan geldt ${configuredWords[config.sending]}.`
          : `De stopknop is los. ${configuredWords[config.sending]}.`,
      )
    return 0
  })
