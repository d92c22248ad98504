import { read, write, type Route } from '../../platform/call.ts'
import { addParticipants, markAttendance, mergeParticipants } from './attendees.ts'
import * as contract from './contract.ts'
import { readDoor } from './door-read.ts'
import { openDoor } from './door.ts'
import { mendPhoto } from './photos.ts'
import { refuseUnknown } from './queries.ts'
import { settleCorrection, shareSummary } from './summary-answers.ts'
import { readSummary, readVersion } from './summary-read.ts'
import * as sums from './summary.ts'

/** What happens in the room: attendance, the door, the summary and what partners say of it. */
export const roomRoutes: Route[] = [
  write(contract.addParticipants, async (call, input) => await addParticipants(call, input)),
  write(contract.markAttendance, async (call, input) => await markAttendance(call, input)),
  write(contract.mergeParticipants, async (call, input) => await mergeParticipants(call, input)),
  write(contract.openDoor, async (call, input) => await openDoor(call, input)),
  read(contract.readDoor, async ({ tx }, { id }) => {
    await refuseUnknown(tx, id)
    return await readDoor(tx, id)
  }),
  write(contract.mendPhoto, async (call, input) => await mendPhoto(call, input)),
  read(contract.readSummary, async ({ tx, on }, { id }) => await readSummary(tx, { id, on })),
  read(contract.readSummaryVersion, async ({ tx }, { id }) => await readVersion(tx, id)),
  write(contract.saveSummary, async (call, input) => await sums.saveSummary(call, input)),
  write(contract.amendSummary, async (call, input) => await sums.saveSummary(call, input)),
  write(contract.shareSummary, async (call, input) => await shareSummary(call, input)),
  write(contract.agreeSummary, async (call, input) => await sums.agreeSummary(call, input)),
  write(contract.settleCorrection, async (call, input) => await settleCorrection(call, input)),
  write(contract.translateSummary, async (call, input) => await sums.translateSummary(call, input)),
  write(contract.dropTranslation, async (call, input) => await sums.dropTranslation(call, input)),
]
