import { download, read, upload, type Route } from '../../platform/call.ts'
import { fileMost } from '../../shared/file-limits.ts'
import * as does from './commands.ts'
import * as contract from './contract.ts'
import { isPicture, mediaTypes } from './model.ts'
import * as finds from './queries.ts'

export const routes: Route[] = [
  upload(contract.keepFile, { most: fileMost, look: does.lookAtUpload, handle: does.keepFile }),
  read(contract.readFile, async ({ tx }, { id }) => await finds.getFile(tx, id)),
  download(contract.readContent, async ({ tx, store, who }, { id, inline }) => {
    const { kind, bytes, name, sha256 } = await finds.getFile(tx, id)
    const body = await store.read({ tenant: who.tenant, sha256 })
    return { body, bytes, name, type: mediaTypes[kind], inline: inline === '1' && isPicture(kind) }
  }),
]
