import { download, read, write, type Route } from '../../platform/call.ts'
import { isPicture, mediaTypes } from '../files/model.ts'
import { getFile } from '../files/queries.ts'
import { followAnswer, settleAnswer, sharePage } from './commands.ts'
import * as contract from './contract.ts'
import { getAnswerFile, listAnswers, readPage } from './queries.ts'

export const routes: Route[] = [
  read(contract.readPage, async ({ tx, on }, { relation }) => (await readPage(tx, { relation, on })) as never),
  write(contract.sharePage, async (call, input) => await sharePage(call, input)),
  read(contract.listAnswers, async ({ tx, on }, asked) => await listAnswers(tx, { ...asked, on })),
  write(contract.settleAnswer, async (call, input) => await settleAnswer(call, input)),
  write(contract.followAnswer, async (call, input) => await followAnswer(call, input)),
  download(contract.readAnswerFile, async ({ tx, store, who }, { id, inline }) => {
    const { kind, bytes, name, sha256 } = await getFile(tx, await getAnswerFile(tx, id))
    const body = await store.read({ tenant: who.tenant, sha256 })
    return { body, bytes, name, type: mediaTypes[kind], inline: inline === '1' && isPicture(kind) }
  }),
]
