import { read, write, type Route } from '../../platform/call.ts'
import { getRelation } from '../relations/queries.ts'
import * as attends from './attendance.ts'
import * as contract from './contract.ts'
import { addPhoto } from './photos.ts'
import * as discusses from './points.ts'
import { publishActivity } from './publication.ts'
import * as finds from './queries.ts'
import { readActivity } from './reading.ts'
import * as records from './recording.ts'
import * as settles from './settling.ts'
import * as tasks from './tasks.ts'
import { takeBack } from './withdrawal.ts'

const dropsFrom =
  (table: Parameters<typeof attends.dropFrom>[1]['table']) =>
  async (call: Parameters<typeof attends.dropFrom>[0], { id, rev }: { id: string; rev: number }) =>
    await attends.dropFrom(call, { table, id, rev })

export const routes: Route[] = [
  read(contract.listActivities, async ({ tx, on }, { relation }) => {
    await getRelation(tx, { id: relation, on })
    return { rows: await finds.listActivities(tx, { relation, on }) }
  }),
  read(contract.listOfRegion, async ({ tx, on }, input) => await finds.listOfRegion(tx, { ...input, on })),
  read(contract.proposeRelations, async ({ tx }, { words }) => ({ rows: await finds.proposeRelations(tx, words) })),
  read(contract.readActivity, async ({ tx, on }, { slug }) => await readActivity(tx, { slug, on })),
  write(contract.recordActivity, async (call, input) => await records.recordVisit(call, input)),
  write(contract.mendActivity, async (call, input) => await records.mendActivity(call, input)),
  write(contract.citeActivity, async (call, input) => await records.citeActivity(call, input)),
  write(contract.linkRelation, async (call, input) => await settles.linkRelation(call, input)),
  write(contract.unlinkRelation, async (call, input) => await settles.unlinkRelation(call, input)),
  write(contract.closeActivity, async (call, input) => await settles.closeActivity(call, input)),
  write(contract.voidActivity, async (call, input) => await settles.voidActivity(call, input)),
  write(contract.addParticipant, async (call, input) => await attends.joinActivity(call, input)),
  write(contract.mendParticipant, async (call, input) => await attends.mendParticipant(call, input)),
  write(contract.dropParticipant, dropsFrom('agenda.participants')),
  write(contract.addStatement, async (call, input) => await attends.addStatement(call, input)),
  write(contract.mendStatement, async (call, input) => await attends.mendStatement(call, input)),
  write(contract.dropStatement, dropsFrom('agenda.statements')),
  write(contract.addPhoto, async (call, input) => await addPhoto(call, input)),
  write(contract.dropPhoto, dropsFrom('agenda.photos')),
  read(contract.listPoints, async ({ tx, on }, { relation, per = on }) => {
    return await tasks.listPoints(tx, { relation, on: per })
  }),
  write(contract.addPoint, async (call, input) => await discusses.addPoint(call, input)),
  write(contract.mendPoint, async (call, input) => await discusses.mendPoint(call, input)),
  write(contract.dropPoint, async (call, input) => await discusses.dropPoint(call, input)),
  write(contract.addTask, async (call, input) => await tasks.addTask(call, input)),
  write(contract.changeTask, async (call, input) => await tasks.changeTask(call, input)),
  write(contract.endTask, async (call, input) => await tasks.endTask(call, input)),
  write(contract.publishActivity, async (call, { id, photos, points }) => {
    return await publishActivity(call, { id, photos, points })
  }),
  write(contract.withdrawActivity, async (call, { id }) => await takeBack(call, id)),
]
