import { download, read, write, type Route, type Who } from '../../platform/call.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import { may } from '../../shared/permissions.ts'
import { isPicture, mediaTypes } from '../files/model.ts'
import { getFile } from '../files/queries.ts'
import { listMembersById } from '../identity/queries.ts'
import { makeLink } from '../links/commands.ts'
import { answer } from './answering.ts'
import * as contract from './contract.ts'
import { addFollowUp, changeFollowUp, endFollowUp } from './handing.ts'
import { isOwn, type FollowUp } from './model.ts'
import * as finds from './queries.ts'
import type { Subjects } from './queries.ts'

/** `subjects` are the records from which something may follow: the slices above know theirs. */
export const routesWith = (subjects: Subjects): Route[] => [
  write(
    contract.addFollowUp,
    async (call, { subject = call.who.tenant, ...step }) => await addFollowUp(call, { subject, ...step }, subjects),
  ),
  write(contract.changeFollowUp, async (call, input) => await changeFollowUp(call, input)),
  write(contract.endFollowUp, async (call, input) => await endFollowUp(call, input)),
  write(contract.answerFollowUp, async (call, input) => {
    await getOwn(call, input.id)
    return await answer(call, input)
  }),
  write(contract.shareFollowUp, async ({ tx, act, who }, { id, ...link }) => {
    const { root = id, subject, endedOn, what } = await getOwn({ tx, who }, id)
    if (endedOn !== undefined || what === undefined) throw new Failure('stale')
    if ((await subjects.listClosed(tx, [subject])).length > 0) {
      throw new Failure('not_yet', { missing: [{ letter: 'mission' }] })
    }
    act.about(subject)
    return await makeLink({ tx }, { ...link, purpose: 'answer_task', subject: root, by: who.account })
  }),
  download(contract.readAnswerFile, async ({ tx, store, who }, { id, inline }) => {
    const found = await finds.findAnswerFile(tx, id)
    if (found === undefined) throw new Failure('not_found')
    await getOwn({ tx, who }, found.followUp)
    const { kind, bytes, name, sha256 } = await getFile(tx, found.file)
    const body = await store.read({ tenant: who.tenant, sha256 })
    return { body, bytes, name, type: mediaTypes[kind], inline: inline === '1' && isPicture(kind) }
  }),
  read(contract.countOfMember, async ({ tx }, { member }) => {
    if ((await listMembersById(tx, [member])).length === 0) throw new Failure('not_found')
    return { open: await finds.countOpenOf(tx, member) }
  }),
]

/** A follow-up that the caller may see, as it stands now: an agency sees its own. Throws not_found. */
async function getOwn({ tx, who }: { tx: Tx; who: Who }, id: string): Promise<FollowUp> {
  const followUp = await finds.findFollowUp(tx, id)
  const current = followUp && (await finds.findCurrent(tx, id))
  const isAll = may(who.role, 'followup.read')
  if (followUp === undefined || current === undefined) throw new Failure('not_found')
  if (!isAll && !isOwn(current, who)) throw new Failure('not_found')
  return followUp
}
