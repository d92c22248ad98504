import type { Posted } from '../../platform/forms.ts'
import type { Page } from '../../platform/portal.ts'
import { Failure } from '../../shared/failure.ts'
import { isActId, newId } from '../../shared/ids.ts'
import { nameIn, type Named } from '../../shared/names.ts'
import { tidyName } from '../../shared/text.ts'
import { actByLink, actField } from '../links/acting.ts'
import type { LinkPosting, LinkRoom, LinkVisit } from '../links/portal.tsx'
import { getRegion } from '../reference/queries.ts'
import { doorPage, lineFault, type DoorForm } from './door-page.tsx'
import { findDoorActivity, findOwnLine } from './door-read.ts'
import { mendAtDoor, signAtDoor } from './door.ts'

/** The room of links at the door: a guest puts her own name down, and may mend what she wrote herself. */
export const doorRoom: LinkRoom = {
  purpose: 'attend',
  async show(visit) {
    const said = (['tercatat', 'sudah', 'betul'] as const).find((one) => one === visit.query['hasil'])
    return await draw(visit, { id: newId(), said, line: keyOf(visit.query['baris']) })
  },
  submit,
}

const keyOf = (text: string | undefined) => (text !== undefined && isActId(text) ? text : undefined)

async function submit(posting: LinkPosting): Promise<Posted> {
  const { form, link, language } = posting
  const values = {
    name: tidyName(form['nama'] ?? ''),
    organisation: tidyName(form['lembaga'] ?? ''),
    role: tidyName(form['jabatan'] ?? ''),
  }
  const line = keyOf(form['baris'])
  const again = { id: keyOf(form[actField]) ?? newId(), values, line }
  const refuse = async (fault: Partial<DoorForm>, status: 404 | 409 | 422 | 429 = 422) => ({
    page: await draw(posting, { ...again, ...fault }),
    status,
  })
  const faults = {
    nama: lineFault(values.name, { isRequired: true }),
    lembaga: lineFault(values.organisation),
    jabatan: lineFault(values.role),
  }
  if (Object.values(faults).some((fault) => fault !== undefined)) return await refuse({ faults })
  const verb = line === undefined ? 'agenda.signAtDoor' : 'agenda.mendAtDoor'
  const who = { link: link.id, activity: link.subject, ...values }
  const back = `/${language}${posting.path}`
  try {
    const done = await actByLink(
      { ...posting, form: { ...form, [actField]: again.id } },
      { link, verb, body: { ...values, line: line ?? null } },
      async (call) =>
        // prettier-ignore
        line === undefined ? await signAtDoor(call, who) : { ...(await mendAtDoor(call, { ...who, line })), isNew: false },
    )
    if (line !== undefined) return { go: `${back}?hasil=betul&baris=${line}` }
    return { go: done.isNew ? `${back}?hasil=tercatat&baris=${done.id}` : `${back}?hasil=sudah` }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    if (error.code === 'not_found') return await refuse({ line: undefined, problem: 'struck' }, 409)
    if (error.code === 'too_large') return await refuse({ problem: 'full' }, 409)
    // Sent, gone back to and changed: her line stands, and what she typed now mends it.
    if (error.code === 'reused') return await refuse({ id: newId(), line: line ?? again.id }, 409)
    if (error.code === 'too_many') return await refuse({ failure: error }, 429)
    throw error
  }
}

async function draw(
  { language, link, path, database }: Pick<LinkVisit, 'language' | 'link' | 'path' | 'database'>,
  form: DoorForm,
): Promise<Page> {
  return await database.inTenant({ tenant: link.tenant }, async (tx) => {
    const activity = await findDoorActivity(tx, link.subject)
    if (activity === undefined) throw new Failure('not_found')
    const { name, names, slug } = await getRegion(tx)
    const region = { slug, name: nameIn(language, { name, names } as Named) }
    const own = form.line === undefined ? undefined : await findOwnLine(tx, { link: link.id, id: form.line })
    const problem = activity.voided_on !== null ? 'closed' : form.line !== undefined && own === undefined ? 'struck' : form.problem // prettier-ignore
    return doorPage(language, { activity, region, path, own, form: { ...form, problem } })
  })
}
