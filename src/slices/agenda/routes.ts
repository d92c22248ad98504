import { read, readCopied, readListed, write, type Route } from '../../platform/call.ts'
import { getRelation } from '../relations/queries.ts'
import * as lists from './agenda-list.ts'
import * as attends from './attendance.ts'
import * as promises from './commitments.ts'
import { dropNews, followCommitment, sayNews } from './commitments-news.ts'
import { publishCommitment, withdrawCommitment } from './commitments-publication.ts'
import { listCommitments } from './commitments-read.ts'
import * as contract from './contract.ts'
import * as plans from './planning.ts'
import * as prepares from './prepare.ts'
import { listGifts, readList, readPlan } from './prepare-read.ts'
import { activitiesFile, followUpsFile } from './list-files.ts'
import { exportActivities, exportFollowUps } from './list-files-contract.ts'
import * as listed from './listed-files.ts'
import { roomRoutes } from './room-routes.ts'
import { proposeNext } from './row-read.ts'
import { addPhoto } from './photos.ts'
import * as discusses from './points.ts'
import { publishActivity } from './publication.ts'
import * as finds from './queries.ts'
import { readActivity } from './reading.ts'
import * as records from './recording.ts'
import * as runs from './series.ts'
import * as settles from './settling.ts'
import * as tasks from './tasks.ts'
import { takeBack } from './withdrawal.ts'

const dropsFrom =
  (table: Parameters<typeof attends.dropFrom>[1]['table']) =>
  async (call: Parameters<typeof attends.dropFrom>[0], { id, rev }: { id: string; rev: number }) =>
    await attends.dropFrom(call, { table, id, rev })

const planRoutes: Route[] = [
  read(contract.listAgenda, async ({ tx, on, who }, input) => await lists.listAgenda(tx, { ...input, on, who })),
  read(contract.listMonth, async ({ tx, on, who }, input) => await lists.listMonth(tx, { ...input, on, who })),
  read(contract.readDay, async ({ tx, on, who }, { day }) => await lists.readDay(tx, { day, on, who })),
  read(contract.listSeries, async ({ tx, on }) => await lists.readSeries(tx, on)),
  read(contract.readPlan, async ({ tx, on }, { id }) => await readPlan(tx, { id, on })),
  read(contract.proposeNext, async ({ tx, on }, { id }) => await proposeNext(tx, { id, on })),
  write(contract.planNext, async (call, input) => await plans.planNext(call, input)),
  write(contract.copyActivity, async (call, input) => await plans.copyActivity(call, input)),
  write(contract.cancelActivity, async (call, input) => await plans.cancelActivity(call, input)),
  write(contract.orderParticipants, async (call, input) => await plans.orderParticipants(call, input)),
  write(contract.beginSeries, async (call, input) => await runs.beginSeries(call, input)),
  write(contract.joinSeries, async (call, input) => await runs.joinSeries(call, input)),
  write(contract.mendSeries, async (call, input) => await runs.mendSeries(call, input)),
  write(contract.addLine, async (call, input) => await prepares.addLine(call, input)),
  write(contract.mendLine, async (call, input) => await prepares.mendLine(call, input)),
  write(contract.moveLine, async (call, input) => await prepares.moveLine(call, input)),
  write(contract.dropLine, dropsFrom('agenda.rundown_items')),
  write(contract.beginChecklist, async (call, input) => await prepares.beginChecklist(call, input)),
  write(contract.addItem, async (call, input) => await prepares.addItem(call, input)),
  write(contract.mendItem, async (call, input) => await prepares.mendItem(call, input)),
  write(contract.dropItem, dropsFrom('agenda.checklist_items')),
  read(contract.listChecklists, async ({ tx }) => ({
    masuk: await readList(tx, 'masuk'),
    keluar: await readList(tx, 'keluar'),
  })),
  write(contract.setTemplateItem, async (call, input) => await prepares.setTemplateItem(call, input)),
  read(contract.listGifts, async ({ tx }, input) => await listGifts(tx, input)),
  write(contract.addGift, async (call, input) => await prepares.addGift(call, input)),
  write(contract.mendGift, async (call, input) => await prepares.mendGift(call, input)),
  write(contract.dropGift, dropsFrom('agenda.gifts')),
]

export const routes: Route[] = [
  readCopied(exportActivities, {
    of: 'region',
    look: async (tx, { relation }, { on }) => await getRelation(tx, { id: relation, on }),
    file: (input, { on, language }) => activitiesFile({ ...input, on }, language),
  }),
  readCopied(exportFollowUps, {
    of: 'region',
    look: async (tx, { relation }, { on }) => await getRelation(tx, { id: relation, on }),
    file: (input, { on, language }) => followUpsFile({ ...input, on }, language),
  }),
  readListed(contract.exportAgenda, async (call, input) => await listed.agendaFile(call, input)),
  readListed(contract.exportSeries, async (call) => await listed.seriesFile(call)),
  readListed(contract.exportGifts, async (call, input) => await listed.giftsFile(call, input)),
  readListed(contract.exportCommitments, async (call, input) => await listed.commitmentsFile(call, input)),
  readListed(contract.exportAttendance, async (call, input) => await listed.attendanceFile(call, input)),
  ...roomRoutes,
  ...planRoutes,
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
  read(contract.listCommitments, async ({ tx, on }, { per = on, ...input }) => {
    if (input.relation !== undefined) await getRelation(tx, { id: input.relation, on })
    if (input.activity !== undefined) await finds.refuseUnknown(tx, input.activity)
    return await listCommitments(tx, { ...input, on: per })
  }),
  write(contract.addCommitment, async (call, input) => await promises.addCommitment(call, input)),
  write(contract.mendCommitment, async (call, input) => await promises.mendCommitment(call, input)),
  write(contract.voidCommitment, async (call, input) => await promises.voidCommitment(call, input)),
  write(contract.sayNews, async (call, input) => await sayNews(call, input)),
  write(contract.dropNews, async (call, input) => await dropNews(call, input)),
  write(contract.followCommitment, async (call, input) => await followCommitment(call, input)),
  write(contract.publishCommitment, async (call, { id }) => await publishCommitment(call, { id })),
  write(contract.withdrawCommitment, async (call, { id }) => await withdrawCommitment(call, { id })),
  write(contract.publishActivity, async (call, { id, photos, points, summary }) => {
    const chosen = summary === undefined ? undefined : summary === null ? [] : [summary]
    return await publishActivity(call, { id, photos, points, summary: chosen })
  }),
  write(contract.withdrawActivity, async (call, { id }) => await takeBack(call, id)),
]
