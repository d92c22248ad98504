import type { Posted } from '../../platform/forms.ts'
import type { Page } from '../../platform/portal.ts'
import { Failure } from '../../shared/failure.ts'
import { isActId, newId } from '../../shared/ids.ts'
import { nameIn, type Named } from '../../shared/names.ts'
import { hasIdentityNumber, lengthOf, tidyName, tidyText } from '../../shared/text.ts'
import { actByLink, actField } from '../links/acting.ts'
import type { LinkPosting, LinkRoom, LinkVisit } from '../links/portal.tsx'
import { getRegion } from '../reference/queries.ts'
import { lineFault } from './door-page.tsx'
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

function blockFault({ block, text }: { block: string; text: string }) {
  if (lengthOf(text) > correctionMost) return { id: block, fault: 'too_long' as const }
  return hasIdentityNumber(text) ? { id: block, fault: 'identity_number' as const } : undefined
}

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
  const faults = {
    name: lineFault(name, { isRequired: true }),
    role: lineFault(role),
    block: corrections.map(blockFault).find((fault) => fault !== undefined),
  }
  if (Object.values(faults).some((fault) => fault !== undefined)) return await refuse({ faults })
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
