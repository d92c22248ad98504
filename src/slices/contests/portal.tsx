import { asForm } from '../../platform/act.ts'
import { now } from '../../platform/clock.ts'
import type { PortalForm, Posted, Posting } from '../../platform/forms.ts'
import type { Page, PortalPage, Visit } from '../../platform/portal.ts'
import { instantOf } from '../../shared/dates.ts'
import { Failure, type FieldFault } from '../../shared/failure.ts'
import { isActId, newId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import { readPhone } from '../../shared/phone.ts'
import { hasIdentityNumber, lengthOf, nameFault, tidyName, tidyText } from '../../shared/text.ts'
import { countEntry } from '../identity/commands.ts'
import { enter } from './commands.ts'
import { refuseForeignCategory, type Entered, type EntryRefusal } from './entering.ts'
import { entryFields, entryPage, type EntryField, type EntryForm, type EntryProblem } from './entry-page.tsx'
import { contestLimits, windowAt, type PublishedContest } from './model.ts'
import { findPublished, isWithdrawn } from './queries.ts'
import { receiptForm, receiptShown } from './receipt-portal.tsx'

const path = '/program/lomba/:slug/daftar'

/** The instant that pages go by: the visitor's in a demonstration, else the real one. Entering asks the database. */
const instantFor = ({ at }: Pick<Visit, 'at'>): number => (at === undefined ? now() : instantOf(at))

interface Shared {
  gone: (language: Language) => Page
}

/** The public contest that is entered for; undefined where it was taken back. */
async function findOpen({ portal, parameters }: Pick<Visit, 'portal' | 'parameters'>) {
  const slug = parameters['slug'] ?? ''
  const found = await findPublished(portal, slug)
  if (found === undefined && !(await isWithdrawn(portal, slug))) throw new Failure('not_found')
  return found
}

/** Entering, without account and without script. */
const formPageWith = ({ gone }: Shared): PortalPage => ({
  path,
  private: true,
  async show(visit) {
    const contest = await findOpen(visit)
    return contest === undefined ? gone(visit.language) : draw(visit, { contest, form: { id: newId() } })
  },
})

const draw = (
  visit: Pick<Visit, 'language' | 'at'>,
  { contest, form }: { contest: PublishedContest; form: EntryForm },
) => entryPage(visit.language, { contest, state: windowAt(contest, instantFor(visit)), form })

const entryFormWith = ({ gone }: Shared): PortalForm => ({
  path,
  async submit(posting) {
    const contest = await findOpen(posting)
    if (contest === undefined) return { page: gone(posting.language), status: 410 }
    const { language, form } = posting
    const asked = form['lembar'] ?? ''
    const { values, faults } = readValues(form, contest)
    const again: EntryForm = { id: isActId(asked) ? asked : newId(), values }
    const refuse = (problem: EntryProblem, status: 409 | 422 | 429 = 409): Posted => ({
      // After another body went out under this id, what stands here needs one of its own.
      page: draw(posting, { contest, form: { ...again, ...(problem.why === 'reused' && { id: newId() }), problem } }),
      status,
    })
    if (Object.keys(faults).length > 0) {
      return { page: draw(posting, { contest, form: { ...again, faults } }), status: 422 }
    }
    try {
      const { code } = await send(posting, { contest, act: again.id, values })
      return { go: `/${language}/program/lomba/tanda/${code}` }
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      if (error.code === 'too_many') return refuse({ why: 'tooMany', minutes: Math.ceil((error.details.seconds ?? 60) / 60) }, 429) // prettier-ignore
      if (error.code === 'reused') return refuse({ why: 'reused' }, 422)
      if (error.code !== 'stale' || error.details.by === undefined) throw error
      return refuse(problemOf(error.details.by as EntryRefusal))
    }
  },
})

function problemOf({ why, at, number }: EntryRefusal): EntryProblem {
  if (why === 'twice') return { why, number: number ?? 0 }
  return why === 'shut' ? { why } : { why, at }
}

type Values = Record<EntryField, string>

async function send(
  { database, address, language, at }: Posting,
  { contest, act, values }: { contest: PublishedContest & { tenant: string }; act: string; values: Values },
): Promise<Entered> {
  await countEntry(database.identity, address)
  const body = { contest: contest.id, ...values }
  const { tenant } = contest
  return await asForm(database, { tenant, act, verb: 'contests.enterByForm', body, at }, async (call) => {
    const category = values.kategori === '' ? undefined : values.kategori
    await refuseForeignCategory(call.tx, { contest: contest.id, category })
    return await enter(call, {
      contest: contest.id,
      category,
      name: values.kampung,
      rtRw: values.rtrw === '' ? undefined : values.rtrw,
      village: values.desa,
      kecamatan: values.kecamatan === '' ? undefined : values.kecamatan,
      entrant: values.nama,
      phone: readPhone(values.telepon),
      words: values.cerita === '' ? undefined : values.cerita,
      wordsLang: language,
    })
  })
}

const most: Record<EntryField, number> = {
  kampung: contestLimits.name,
  rtrw: 40,
  desa: 80,
  kecamatan: 80,
  kategori: 36,
  nama: 120,
  telepon: 40,
  cerita: contestLimits.words,
}
const needed: readonly EntryField[] = ['kampung', 'desa', 'kecamatan', 'nama', 'telepon']

/** What was typed, tidied, and what is wrong with it. Bare digits, spaces and dashes make a number; anything else none. */
function readValues(form: Record<string, string>, contest: PublishedContest) {
  const values = Object.fromEntries(
    entryFields.map((field) => [field, (field === 'cerita' ? tidyText : tidyName)(form[field] ?? '')]),
  ) as Values
  const faults: Partial<Record<EntryField, FieldFault>> = {}
  for (const field of entryFields) {
    const text = values[field]
    const fault = field === 'cerita' || text === '' ? undefined : nameFault(text)
    if (field !== 'telepon' && field !== 'kategori' && hasIdentityNumber(text)) faults[field] = 'identity_number'
    if (fault !== undefined) faults[field] = fault === 'empty' ? 'required' : fault === 'control' ? 'wrong' : fault
    if (text === '' && needed.includes(field)) faults[field] = 'required'
    else if (lengthOf(text) > most[field]) faults[field] = 'too_long'
  }
  if (values.telepon !== '' && faults.telepon === undefined && readPhone(values.telepon) === undefined) {
    faults.telepon = 'wrong'
  }
  const isKnown = contest.categories.some(({ id }) => id === values.kategori)
  if (contest.categories.length > 0 && !isKnown) faults.kategori = 'required'
  if (contest.categories.length === 0) values.kategori = ''
  return { values, faults }
}

/** The pages and forms of this slice; a contest that was taken back answers by the shell's page. */
export const portalWith = (shared: Shared): { pages: PortalPage[]; forms: PortalForm[] } => ({
  pages: [formPageWith(shared), receiptShown],
  forms: [entryFormWith(shared), receiptForm],
})
