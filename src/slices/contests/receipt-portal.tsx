import { readFile } from 'node:fs/promises'
import { asForm } from '../../platform/act.ts'
import type { PortalForm, Posted, Posting } from '../../platform/forms.ts'
import type { PortalPage } from '../../platform/portal.ts'
import { Failure } from '../../shared/failure.ts'
import { fileMost } from '../../shared/file-limits.ts'
import { isActId, newId } from '../../shared/ids.ts'
import { readPhone } from '../../shared/phone.ts'
import { keepFile, keepMade, lookAtSent } from '../files/commands.ts'
import { barePicture, isPicture } from '../files/model.ts'
import { countEntry } from '../identity/commands.ts'
import { addOwnPhoto, withdrawOwn } from './entering.ts'
import { findReceipt, findReceiptOwner } from './queries.ts'
import { receiptPage, type PhotoFault, type WithdrawFault } from './receipt-page.tsx'

const receiptPath = '/program/lomba/tanda/:receipt'

/** Each form is an act of its own: a photograph that was sent does not stand in the way of taking the entry back. */
const newForms = () => ({ photo: newId(), back: newId() })

/** The receipt, which whoever holds its address can see, with room for photographs while entries are open. */
export const receiptShown: PortalPage = {
  path: receiptPath,
  private: true,
  async show({ portal, database, at, parameters, query, language }) {
    if (database === undefined) throw new Failure('not_found')
    const found = await findReceipt({ portal, database, at }, (parameters['receipt'] ?? '').toUpperCase())
    return receiptPage(language, { receipt: found, forms: newForms(), kept: query['foto'] === 'masuk' })
  },
}

/** A photograph, or taking the entry back. */
export const receiptForm: PortalForm = {
  path: receiptPath,
  takes: {
    most: fileMost,
    tenantFor: async ({ portal, parameters }) =>
      (await findReceiptOwner(portal, (parameters['receipt'] ?? '').toUpperCase()))?.tenant,
  },
  async submit(posting) {
    if (posting.form['langkah'] === 'tarik') return await withdraw(posting)
    const { portal, database, at, language, form, file } = posting
    const code = (posting.parameters['receipt'] ?? '').toUpperCase()
    const found = await findReceipt({ portal, database, at }, code)
    const refuse = (fault: PhotoFault, status: 409 | 422 | 429 = 422): Posted => ({
      page: receiptPage(language, { receipt: found, forms: newForms(), fault }),
      status,
    })
    if (file === undefined) return refuse('required')
    if (file === 'too_large') return refuse('tooLarge')
    const looked = await lookAtSent(file, { kinds: ['jpeg', 'png'] })
    if ('fault' in looked) return refuse(looked.fault === 'damaged' ? 'damaged' : 'kind')
    const { kind, name } = looked
    if (!isPicture(kind)) return refuse('kind')
    const asked = form['lembar'] ?? ''
    const act = isActId(asked) ? asked : newId()
    const bare = form['lokasi'] === 'ya' ? undefined : barePicture(new Uint8Array(await readFile(file.path)), kind)
    if (form['lokasi'] !== 'ya' && bare === undefined) return refuse('damaged')
    const { tenant, entry } = found
    const sent = { tenant, act, verb: 'contests.addPhotoByReceipt', body: { entry, file: file.sha256 }, at }
    try {
      await countEntry(database.identity, posting.address)
      await asForm(database, sent, async (call) => {
        // Bytes first, row after: what the store has without a row does no harm.
        if (bare === undefined) await file.keep()
        const kept =
          bare === undefined
            ? await keepFile(call, { kind, name, bytes: file.bytes, sha256: file.sha256 })
            : await keepMade({ ...call, store: posting.store }, { tenant, kind, name, content: bare })
        if (!(await addOwnPhoto(call, { entry, file: kept.id }))) throw new Failure('not_yet')
        return { kept: true }
      })
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      if (error.code === 'not_yet') return refuse('late', 409)
      // Sent, gone back to and another one chosen: what a browser chose once cannot be put back into a form.
      if (error.code === 'reused') return refuse('reused', 409)
      if (error.code === 'too_many') return refuse('tooMany', 429)
      throw error
    }
    return { go: `/${language}/program/lomba/tanda/${code}?foto=masuk` }
  },
}

/** Whoever holds the receipt and knows the number that was left with it takes the entry back, until judging begins. */
async function withdraw(posting: Posting): Promise<Posted> {
  const { portal, database, at, on, language, form } = posting
  const code = (posting.parameters['receipt'] ?? '').toUpperCase()
  const found = await findReceipt({ portal, database, at }, code)
  const here = `/${language}/program/lomba/tanda/${code}`
  const typed = form['telepon'] ?? ''
  const refuse = (fault: WithdrawFault, status: 409 | 422 | 429): Posted => ({
    page: receiptPage(language, { receipt: found, forms: newForms(), withdrawal: { typed, fault } }),
    status,
  })
  if (found.withdrawnOn !== undefined) return { go: here }
  const phone = readPhone(typed)
  if (phone === undefined) return refuse('wrong', 422)
  const asked = form['lembar'] ?? ''
  const { tenant, entry } = found
  const act = isActId(asked) ? asked : newId()
  const sent = { tenant, act, verb: 'contests.withdrawByReceipt', body: { entry, phone }, at }
  try {
    await countEntry(database.identity, posting.address)
    await asForm(database, sent, async (call) => await withdrawOwn({ ...call, on }, { entry, phone }))
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    if (error.code === 'forbidden') return refuse('wrong', 422)
    if (error.code === 'stale') return refuse('late', 409)
    if (error.code === 'too_many') return refuse('tooMany', 429)
    throw error
  }
  return { go: here }
}
