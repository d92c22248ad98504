import { read, readAtOnce, readCopied, readListed, write, type Route } from '../../platform/call.ts'
import { daysBetween } from '../../shared/dates.ts'
import { may } from '../../shared/permissions.ts'
import * as begins from './beginning.ts'
import { findChoices, nameFields } from './choices.ts'
import * as does from './commands.ts'
import * as contract from './contract.ts'
import * as ends from './ending.ts'
import * as files from './filing.ts'
import * as lists from './list.ts'
import { countChips } from './list-filters.ts'
import { silenceFile } from './silence-file.ts'
import { documentsFile, textsFile } from './papers-file.ts'
import { publishRelation, withdrawRelation } from './publication.ts'
import { endNextStep, readNextStep, setNextStep } from './next-step.ts'
import { answerEligibility, writePlan } from './plan.ts'
import { beginProcess, sayInitiative } from './process.ts'
import * as finds from './queries.ts'
import * as steps from './steps.ts'
import * as texts from './texts.ts'

export const routes: Route[] = [
  read(contract.countRelations, async ({ tx, on }, { q, ...filters }) =>
    countChips(await lists.listGroups(tx, { q, on }), filters),
  ),
  readCopied(contract.exportCsv, {
    of: 'region',
    file: (input, { on, language, chosen }) => lists.listFile({ ...input, on, chosen }, language),
  }),
  readCopied(contract.exportSilences, {
    of: 'region',
    file: (input, { on, language }) => silenceFile({ ...input, on }, language),
  }),
  readListed(contract.exportTexts, async (call, input) => await textsFile(call, input)),
  readListed(contract.exportDocuments, async (call, input) => await documentsFile(call, input)),
  readAtOnce(contract.readRelation, {
    statement: finds.relationEntered,
    parameters: ({ id }) => [id],
    answer: (found, { on }) => finds.presentOne(found, on),
  }),
  read(contract.listRelations, async ({ tx, on }, input) => (await lists.listRelations(tx, { ...input, on })) as never),
  read(contract.listSilences, async ({ tx, on }, { kind, after, limit }) => {
    const { rows, ...found } = await finds.listSilences(tx, { on, kinds: kind && [kind], after, limit })
    return {
      ...found,
      rows: rows.map(({ kind, subject, way, since, sinceDay, relation }) => ({
        kind,
        subject,
        way,
        since,
        relation: { ...relation, names: relation.names ?? {} },
        days: daysBetween(sinceDay, on),
      })),
      counts: await finds.countSilences(tx, on),
    }
  }),
  read(contract.listFields, async ({ tx, on }, { id }) => {
    await finds.getRelation(tx, { id, on })
    return {
      rows: (await finds.listFields(tx, { relation: id, on })).map(({ sector, name, affair, object, ...field }) => ({
        ...field,
        sector: sector ?? null,
        name: name ?? null,
        affair: affair ?? null,
        object: object ?? null,
      })),
    }
  }),
  read(contract.findChoices, async ({ tx, on }, input) => await findChoices(tx, { ...input, on })),
  read(contract.nameFields, async ({ tx, on }, { id }) => await nameFields(tx, { id, on })),
  write(contract.mendRelation, async (call, input) => await does.mendRelation(call, input)),
  write(contract.addField, async (call, input) => await does.addField(call, { ...input, occurredOn: call.on })),
  write(contract.mendField, async (call, input) => await does.mendField(call, { ...input, on: call.on })),
  write(contract.dropField, async (call, input) => await does.dropField(call, input)),
  write(contract.publishRelation, async (call, input) => await publishRelation(call, input)),
  write(contract.withdrawRelation, async (call, input) => await withdrawRelation(call, input)),
  read(contract.readNextStep, async ({ tx, on }, { id, per = on }) => await readNextStep(tx, { id, on: per })),
  write(contract.setNextStep, async (call, input) => await setNextStep(call, input)),
  write(contract.endNextStep, async (call, input) => await endNextStep(call, input)),
  write(contract.newRelation, async (call, input) => await begins.newRelation(call, input)),
  write(contract.sayInitiative, async (call, input) => await sayInitiative(call, input)),
  write(contract.setPartner, async (call, input) => await begins.setPartner(call, input)),
  write(contract.discontinueRelation, async (call, input) => await ends.discontinueRelation(call, input)),
  write(contract.resumeRelation, async (call, input) => await ends.resumeRelation(call, input)),
  write(
    contract.beginProcess,
    async (call, input) => await beginProcess(call, { ...input, beganOn: input.beganOn ?? call.on }),
  ),
  read(contract.listClocks, async ({ tx, on, who }) => {
    const mayRead = may(who.role, 'relations.read')
    const clocks = await finds.listOpenClocks(tx, on)
    return {
      rows: clocks.map(({ id, dueOn, isProvisional, relation }) => ({
        id,
        dueOn,
        isProvisional,
        ...(mayRead && { relation: { ...relation, names: relation.names ?? {} } }),
      })),
    }
  }),
  read(contract.readWork, async ({ tx, on }, { id, per = on }) => (await finds.getWork(tx, { id, on: per })) as never),
  read(contract.prepareStep, async ({ tx, on }, { id, step }) => await finds.prepareStep(tx, { id, step, on })),
  write(contract.recordStep, async (call, input) => await steps.recordStep(call, input)),
  write(contract.sendStep, async (call, input) => await steps.sendStep(call, input)),
  write(contract.mendStep, async (call, input) => await steps.mendStep(call, input)),
  write(contract.dropStep, async (call, input) => await steps.dropStep(call, input)),
  read(contract.listDocuments, async ({ tx, on }, { id }) => {
    await finds.getRelation(tx, { id, on })
    return { rows: await finds.listDocuments(tx, { id, on }) }
  }),
  write(contract.fileDocument, async (call, input) => await files.fileDocument(call, input)),
  write(contract.mendDocument, async (call, input) => await files.mendDocument(call, input)),
  write(contract.voidDocument, async (call, input) => await files.voidDocument(call, input)),
  read(contract.listTexts, async ({ tx, on }, { id }) => {
    await finds.getRelation(tx, { id, on })
    return { rows: await finds.listTexts(tx, { id, on }) }
  }),
  write(contract.recordText, async (call, input) => await texts.recordText(call, input)),
  write(contract.mendText, async (call, input) => await texts.mendText(call, input)),
  write(contract.voidText, async (call, input) => await texts.voidText(call, input)),
  read(contract.readPlan, async ({ tx, on }, { id }) => await finds.readPlan(tx, { id, on })),
  write(contract.writePlan, async (call, input) => await writePlan(call, input)),
  write(contract.answerEligibility, async (call, input) => await answerEligibility(call, input)),
]
