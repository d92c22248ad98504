import { open, read, readListed, upload, write, type Route } from '../../platform/call.ts'
import { fileMost } from '../../shared/file-limits.ts'
import * as does from './commands.ts'
import * as contract from './contract.ts'
import { dayOf, keepAttachments, lookAtMail, proposalOf } from './incoming-mailbox.ts'
import { listAlike } from './incoming-queries.ts'
import * as files from './list-files.ts'
import * as finds from './queries.ts'

/** The mailroom: letters in and out, their register, dispositions, matters, and how letters are routed. */
export const mailroomRoutes: Route[] = [
  read(contract.listMail, async ({ tx }, input) => await finds.listMail(tx, input)),
  readListed(contract.exportMail, async (call, input) => await files.mailFile(call, input)),
  readListed(contract.exportRegisterBook, async (call, input) => await files.registerFile(call, input)),
  readListed(contract.exportThreads, async (call, input) => await files.threadsFile(call, input)),
  readListed(contract.exportThread, async (call, input) => await files.threadFile(call, input)),
  read(contract.readMail, async ({ tx, on }, { id }) => await finds.readMail(tx, { id, on })),
  write(contract.registerMail, async ({ tx, act, on, store, who }, { mail, attachments, ...entry }) => {
    const kept =
      mail === undefined || attachments.length === 0
        ? []
        : await keepAttachments({ tx, act }, { store, tenant: who.tenant, mail, chosen: attachments })
    return await does.registerMail({ tx, act, on }, { ...entry, kept })
  }),
  write(contract.mendMail, async (call, input) => await does.mendMail(call, input)),
  write(contract.cancelMail, async (call, input) => await does.cancelMail(call, input)),
  write(contract.answerMail, async (call, input) => await does.answerMail(call, input)),
  write(contract.dispose, async (call, input) => await does.dispose(call, input)),
  read(contract.listRegister, async ({ tx }, input) => await finds.listRegister(tx, input)),
  read(contract.listThreads, async ({ tx }, input) => await finds.listThreads(tx, input)),
  read(contract.readThread, async ({ tx }, { id }) => await finds.readThread(tx, { id })),
  write(contract.openThread, async (call, input) => await does.openThread(call, input)),
  write(contract.mendThread, async (call, input) => await does.mendThread(call, input)),
  write(contract.placeLetter, async (call, input) => await does.placeLetter(call, input)),
  upload(contract.receiveMail, {
    most: fileMost,
    look: lookAtMail,
    // Nothing is written: its bytes lie under their hash, and only who is told it finds them.
    handle: async (_, { sha256, name, bytes }) => await Promise.resolve({ id: sha256, name, bytes }),
  }),
  open(contract.readProposal, async ({ database, store, who: { tenant } }, { id }) => {
    const { sentAt, ...proposal } = await proposalOf(id, { store, tenant })
    return await database.inTenant({ tenant }, async (tx) => {
      const datedOn = await dayOf(tx, sentAt)
      const known = await listAlike(tx, { correspondent: proposal.from, subject: proposal.subject, datedOn })
      return { ...proposal, datedOn, known }
    })
  }),
  read(contract.listRouting, async ({ tx }) => ({ rows: await finds.listRouting(tx) })),
  write(contract.mendRoute, async (call, input) => await does.mendRoute(call, input)),
  write(contract.restoreRoute, async (call, input) => await does.restoreRoute(call, input)),
]
