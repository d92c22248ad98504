import { download, read, readListed, write, type Route } from '../../platform/call.ts'
import { Failure } from '../../shared/failure.ts'
import { isPicture, mediaTypes } from '../files/model.ts'
import { getFile } from '../files/queries.ts'
import * as agrees from './agreement.ts'
import * as answers from './answering.ts'
import * as contract from './contract.ts'
import { issuesFile, yearFile } from './list-file.ts'
import * as publishes from './publication.ts'
import { findEvidenceFile, listIssues, listRaisable } from './queries.ts'
import * as raises from './raising.ts'
import * as reads from './reading.ts'
import * as supports from './strategic.ts'

export const routes: Route[] = [
  read(contract.listIssues, async ({ tx, on }, { per = on, ...sought }) => ({
    on: per,
    ...(await listIssues(tx, { ...sought, on: per })),
  })),
  readListed(contract.exportIssues, async (call, input) => await issuesFile(call, input)),
  read(contract.readIssue, async ({ tx, on, who }, { slug, per = on }) => {
    return await reads.readIssue(tx, { slug, on: per, who })
  }),
  read(contract.listRaisable, async ({ tx, on }, input) => ({ rows: await listRaisable(tx, { ...input, on }) })),
  write(contract.raiseIssue, async (call, input) => await raises.raiseIssue(call, input)),
  write(contract.joinPoint, async (call, input) => await raises.joinPoint(call, input)),
  write(contract.mendIssue, async (call, input) => await raises.mendIssue(call, input)),
  write(contract.promiseIssue, async (call, input) => await answers.promiseIssue(call, input)),
  write(contract.answerIssue, async (call, input) => await answers.answerIssue(call, input)),
  write(contract.addEvidence, async (call, input) => await answers.addEvidence(call, input)),
  write(contract.dropEvidence, async (call, input) => await answers.dropEvidence(call, input)),
  download(contract.readEvidence, async ({ tx, store, who }, { id, inline }) => {
    const file = await findEvidenceFile(tx, id)
    if (file === undefined) throw new Failure('not_found')
    const { kind, bytes, name, sha256 } = await getFile(tx, file)
    const body = await store.read({ tenant: who.tenant, sha256 })
    return { body, bytes, name, type: mediaTypes[kind], inline: inline === '1' && isPicture(kind) }
  }),
  write(contract.decideIssue, async (call, input) => await answers.decideIssue(call, input)),
  write(contract.publishIssue, async (call, input) => await publishes.publishIssue(call, input)),
  write(contract.withdrawIssue, async (call, input) => await publishes.withdrawIssue(call, { ...input, on: call.on })),
  write(contract.linkStrategic, async (call, input) => await supports.linkStrategic(call, input)),
  write(contract.dropStrategic, async (call, input) => await supports.dropStrategic(call, input)),
  write(contract.openAgreement, async (call, input) => await agrees.openAgreement(call, input)),
  write(contract.closeAgreement, async (call, input) => await agrees.closeAgreement(call, input)),
  read(contract.readForumOf, async ({ tx, on }, { relation, per = on }) => {
    return await reads.readForumOf(tx, { relation, on: per })
  }),
  read(contract.readYear, async ({ tx, on }, input) => await reads.readYear(tx, { ...input, on })),
  readListed(contract.exportYear, async (call, input) => await yearFile(call, input)),
]
