import type { Posted } from '../../platform/forms.ts'
import type { Page } from '../../platform/portal.ts'
import { Failure } from '../../shared/failure.ts'
import { isActId, newId } from '../../shared/ids.ts'
import { nameIn, type Named } from '../../shared/names.ts'
import { lengthOf, nameFault, tidyName, tidyText } from '../../shared/text.ts'
import { actByLink, actField } from '../links/acting.ts'
import type { LinkPosting, LinkRoom, LinkVisit } from '../links/portal.tsx'
import { getRegion } from '../reference/queries.ts'
import { answerSummary } from './summary-answers.ts'
import { confirmPage, type ConfirmForm } from './summary-page.tsx'
import { findShared } from './summary-read.ts'

/** The room of links by which a partner reads a summary, and says that it is right or what is not. */
export const summaryRoom: LinkRoom = {
  purpose: 'confirm_summary',
  async show(visit) {
    const said = (['sesuai', 'koreksi'] as const).find((one) => one === visit.query['hasil'])
    return await draw(visit, { id: newId(), said })
  },
  submit,
}

/** Longest correction of one block, in code points. */
const correctionMost = 4000

async function submit(posting: LinkPosting): Promise<Posted> {
  const { form, link, language, on } = posting
  const asked = form[actField] ?? ''
  const name = tidyName(form['nama'] ?? '')
  const role = tidyName(form['jabatan'] ?? '')
  const answer = form['jawaban'] === 'sesuai' ? 'sesuai' : 'koreksi'
  const corrections = Object.entries(form)
    .filter(([field]) => field.startsWith('koreksi-'))
    .map(([field, text]) => ({ block: field.slice('koreksi-'.length), text: tidyText(text) }))
    .filter(({ text }) => text !== '')
    .slice(0, 60)
  const again: ConfirmForm = { id: isActId(asked) ? asked : newId(), name, role, corrections }
  const refuse = async (fault: Partial<ConfirmForm>, status: 409 | 422 | 429 = 422) => ({
    page: await draw(posting, { ...again, ...fault }),
    status,
  })
  const nameWrong = name === '' ? 'required' : nameFault(name)
  const roleWrong = role === '' ? undefined : nameFault(role)
  const tooLong = corrections.find(({ text }) => lengthOf(text) > correctionMost)?.block
  if (nameWrong !== undefined || roleWrong !== undefined || tooLong !== undefined) {
    return await refuse({ faults: { name: told(nameWrong), role: told(roleWrong), block: tooLong } })
  }
  // Somebody who wrote a correction and pressed the other button is asked, not read half.
  if (answer === 'koreksi' && corrections.length === 0) return await refuse({ problem: 'nothing' })
  if (answer === 'sesuai' && corrections.length > 0) return await refuse({ problem: 'both' })
  const version = Number(form['versi'] ?? 0)
  if (!Number.isSafeInteger(version) || version < 1 || version > 100_000)
    return await refuse({ problem: 'changed' }, 409)
  const said = { answer, name, role, corrections, version } as const
  try {
    await actByLink(
      { ...posting, form: { ...form, [actField]: again.id } },
      { link, verb: 'agenda.answerSummary', body: said },
      async (call) =>
        // prettier-ignore
        answerSummary(call, { summary: link.subject, link: link.id, on, ...said }),
    )
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    if (error.code === 'stale') return await refuse({ problem: 'changed', id: newId() }, 409)
    if (error.code === 'reused') return await refuse({ problem: 'again', id: newId() }, 409)
    if (error.code === 'too_large') return await refuse({ problem: 'full' }, 409)
    if (error.code === 'too_many') return await refuse({ failure: error }, 429)
    throw error
  }
  return { go: `/${language}${posting.path}?hasil=${answer}` }
}

const told = (fault: ReturnType<typeof nameFault> | 'required') =>
  fault === 'empty' ? 'required' : fault === 'control' ? 'wrong' : fault

async function draw(
  { language, link, path, database }: Pick<LinkVisit, 'language' | 'link' | 'path' | 'database'>,
  form: ConfirmForm,
): Promise<Page> {
  return await database.inTenant({ tenant: link.tenant }, async (tx) => {
    const shared = await findShared(tx, { id: link.subject, link: link.id })
    if (shared === undefined) throw new Failure('not_found')
    const { name, names, slug } = await getRegion(tx)
    const region = { slug, name: nameIn(language, { name, names } as Named) }
    return confirmPage(language, { shared, region, path, form })
  })
}
