import { sql } from 'kysely'
import type { Posted } from '../../platform/forms.ts'
import type { Page } from '../../platform/portal.ts'
import { Failure } from '../../shared/failure.ts'
import { isActId, isId, newId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import { nameIn, type Named } from '../../shared/names.ts'
import { words as sharedWords } from '../../shared/messages/words.gen.ts'
import { hasIdentityNumber, lengthOf, nameFault, tidyName, tidyText } from '../../shared/text.ts'
import type { Tx } from '../../platform/database.ts'
import { actByLink, actField, type LinkPosting, type LinkRoom, type LinkVisit } from '../links/portal.tsx'
import { getRegion } from '../reference/queries.ts'
import { judgingLimits, markFault, stageOf } from './judging-model.ts'
import { findJudging, listCriteria, readOwnStanding, type Criterion } from './judging-read.ts'
import { declare } from './jurors.ts'
import { jurorPage, pageOfEntries, type OwnSheet, type RefusedSheet, type TypedDeclaration } from './jurors-page.tsx'
import { receiveSheet } from './scoring.ts'
import { words } from './ui/judging/messages/words.gen.ts'
import { writeConflicts } from './ui/judging/written.ts'

/** The room of links by which a juror declares her conflicts and sends her sheets. */
export const jurorRoom: LinkRoom = {
  purpose: 'score_entries',
  show: async (visit) => await draw(visit, {}),
  submit: async (posting) => (posting.form['langkah'] === 'nilai' ? await score(posting) : await declares(posting)),
}

const lineOf = (text: string | undefined) => tidyName(text ?? '')

/** What is wrong with the first of these lines that cannot stand, in the juror's words. */
const faultsIn = (language: Language) => (lines: readonly string[], most: number) => {
  const w = sharedWords[language].fault
  for (const line of lines.filter((each) => each !== '')) {
    const fault = nameFault(line)
    if (lengthOf(line) > most || fault === 'too_long') return w.tooLong
    if (fault !== undefined) return fault === 'direction_override' ? w.directionOverride : w.wrong
    if (hasIdentityNumber(line)) return w.identityNumber
  }
  return undefined
}

async function declares(posting: LinkPosting): Promise<Posted> {
  const { form, link, language, path } = posting
  const [village, kecamatan, company] = [lineOf(form['desa']), lineOf(form['kecamatan']), lineOf(form['perusahaan'])]
  const kin = [...new Set(tidyText(form['keluarga'] ?? '').split('\n').map(tidyName))].filter((name) => name !== '') // prettier-ignore
  const entries = Object.keys(form)
    .flatMap((name) => (name.startsWith('kepentingan_') ? [name.slice(12)] : []))
    .filter(isId)
  const say = faultsIn(language)
  const found = {
    desa: say([village], 80),
    kecamatan: say([kecamatan], 80),
    perusahaan: say([company], 200),
    keluarga: kin.length > judgingLimits.kin ? words[language].juror.kinMost({ n: judgingLimits.kin }) : say(kin, 200),
  }
  if (Object.values(found).some((fault) => fault !== undefined)) {
    const typed = { values: form, entries, faults: found }
    return { page: await draw(posting, { typed }), status: 422 }
  }
  const said = {
    village: village || undefined,
    kecamatan: kecamatan || undefined,
    company: company || undefined,
    kin,
    entries,
  }
  try {
    await actByLink(posting, { link, verb: 'contests.declareByLink', body: said }, async (call) => {
      return await declare(call, { juror: link.subject, ...said })
    })
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const w = words[language].juror
    if (error.code === 'stale') return { page: await draw(posting, { problem: w.redeclareLate }), status: 409 }
    return await refused(posting, error, {})
  }
  return { go: `/${language}${path}?nyata=1` }
}

async function score(posting: LinkPosting): Promise<Posted> {
  const { form, link, language, path } = posting
  const w = words[language].juror
  const [entry, version, asked] = [form['peserta'] ?? '', Number(form['versi']), form[actField] ?? '']
  if (!isId(entry) || !Number.isInteger(version) || version < 1 || version > 10_000) throw new Failure('not_found')
  const criteria = await posting.database.inTenant(
    { tenant: link.tenant },
    async (tx) => await criteriaOf(tx, link.subject),
  )
  const faults: Record<string, string> = {}
  for (const { position } of criteria.criteria) {
    const fault = markFault(form[`nilai_${position}`] ?? '', criteria.scale)
    if (fault !== undefined) faults[`nilai_${position}`] = fault === 'required' ? sharedWords[language].fault.required : w.wrongMark({ scale: criteria.scale }) // prettier-ignore
  }
  const note = tidyText(form['catatan'] ?? '').trim()
  if (lengthOf(note) > judgingLimits.note) faults['catatan'] = sharedWords[language].fault.tooLong
  const again: RefusedSheet = { lembar: isActId(asked) ? asked : newId(), entry, version, values: form, faults }
  if (Object.keys(faults).length > 0) return { page: await draw(posting, { refused: again }), status: 422 }
  const marks = criteria.criteria.map(({ position }) => Number((form[`nilai_${position}`] ?? '').trim()))
  try {
    const body = { entry, version, marks, note }
    const took = await actByLink(posting, { link, verb: 'contests.scoreByLink', body }, async (call) => {
      return await receiveSheet(call, { juror: link.subject, entry, version, marks, note })
    })
    if (took.settled !== 'conflict') return { go: `/${language}${path}?masuk=${entry}&hasil=${took.settled}#tanda` }
    // What she wrote on two devices stands on one page; sent again, it is the version after the one that is there.
    const there = await posting.database.inTenant({ tenant: link.tenant }, async (tx) => await findOwn(tx, { juror: link.subject, entry })) // prettier-ignore
    const problem = `${w.conflictNow} ${w.there({ marks: (there?.marks ?? []).join(' · ') })}`
    const refusal = { ...again, lembar: newId(), version: took.version + 1, problem }
    return { page: await draw(posting, { refused: refusal }), status: 409 }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return await refused(posting, error, { sheet: again })
  }
}

async function refused(
  posting: LinkPosting,
  { code, details }: Failure,
  { sheet }: { sheet?: RefusedSheet },
): Promise<Posted> {
  const { language, link } = posting
  const w = words[language].juror
  const say = async (
    problem: string,
    status: 409 | 422 | 429,
    change: Partial<RefusedSheet> = {},
  ): Promise<Posted> => ({
    page: await draw(posting, sheet === undefined ? { problem } : { refused: { ...sheet, ...change, problem } }),
    status,
  })
  if (code === 'stale') return await say(w.closed, 409)
  if (code === 'reused') return await say(w.reused, 409, { lembar: newId() })
  if (code === 'forbidden' && sheet !== undefined) {
    const kinds = await posting.database.inTenant({ tenant: link.tenant }, async (tx) => {
      const { seats } = await readOwnStanding(tx, link.subject)
      return seats.find(({ entry }) => entry.id === sheet.entry)?.conflicts
    })
    return await say(w.forbidden({ why: writeConflicts(language, kinds ?? []) }), 422)
  }
  if (code === 'too_many') {
    return await say(sharedWords[language].failure.tooMany({ minutes: Math.ceil((details.seconds ?? 60) / 60) }), 429)
  }
  throw new Failure(code, details)
}

async function criteriaOf(tx: Tx, juror: string): Promise<{ criteria: Criterion[]; scale: number }> {
  const row = await tx.selectFrom('contests.jurors').select('contest').where('id', '=', juror).executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  const judging = await findJudging(tx, row.contest)
  return { criteria: await listCriteria(tx, row.contest), scale: judging?.scale ?? 10 }
}

/** A juror reads her own sheets: they are hers, and nobody else has her link. */
async function findOwn(tx: Tx, { juror, entry }: { juror: string; entry: string }): Promise<OwnSheet | undefined> {
  return (await listOwn(tx, { juror, entries: [entry] })).get(entry)
}

async function listOwn(
  tx: Tx,
  { juror, entries }: { juror: string; entries: readonly string[] },
): Promise<Map<string, OwnSheet>> {
  const { rows } = await sql<{ entry: string; version: number; marks: Record<string, number>; note: string | null }>`
    select entry, version, marks, note from contests.score_sheets
    where juror = ${juror}::uuid and entry = any(${[...entries]}::uuid[]) limit ${judgingLimits.page}`.execute(tx)
  return new Map(
    rows.map(({ entry, version, marks, note }) => {
      const inOrder = Object.entries(marks).toSorted(([one], [other]) => Number(one) - Number(other))
      return [entry, { version, note, marks: inOrder.map(([, mark]) => mark) }]
    }),
  )
}

type Drawing = Pick<LinkVisit, 'language' | 'link' | 'path' | 'database' | 'query'>
type Said = { refused?: RefusedSheet; problem?: string; typed?: TypedDeclaration }

async function draw({ language, link, path, database, query }: Drawing, said: Said): Promise<Page> {
  return await database.inTenant({ tenant: link.tenant }, async (tx) => {
    const { contest, judging, juror, seats } = await readOwnStanding(tx, link.subject)
    if (juror.leftOn !== null) throw new Failure('not_found')
    const declares = said.typed !== undefined || query['nyatakan'] === '1'
    const mustDeclare = declares || juror.declaredAt === null
    const after = Math.max(0, Math.trunc(Number(query['setelah'] ?? 0)) || 0)
    const at = said.refused === undefined ? after : numberBefore(seats, said.refused.entry)
    const left = seats.filter(({ entry }) => entry.number > at)
    // All of them are there to be declared: what is not on the page would be taken as not declared.
    const rest = mustDeclare ? seats : left.slice(0, pageOfEntries)
    const own = await listOwn(tx, { juror: juror.id, entries: mustDeclare ? [] : rest.map(({ entry }) => entry.id) })
    const region = await getRegion(tx)
    const taken = seats.find(({ entry }) => entry.id === query['masuk'])?.entry
    const result = (['kept', 'same', 'older'] as const).find((each) => each === query['hasil'])
    const last = rest.at(-1)?.entry.number
    const { refused: refusal, problem, typed } = said
    return jurorPage(language, {
      contest: contest.title,
      region: { slug: region.slug, name: nameIn(language, { name: region.name, names: region.names } as Named) },
      party: link.party,
      juror,
      scale: stageOf(judging) === 'judging' ? judging?.scale : undefined,
      criteria: await listCriteria(tx, contest.id),
      entries: rest.map(({ entry, conflicts }) => ({ entry, conflicts, sheet: own.get(entry.id) })),
      all: seats.filter((seat) => seat.state !== 'conflict').length,
      sent: seats.filter((seat) => seat.state === 'sent').length,
      hasSent: seats.some((seat) => seat.sheet !== undefined),
      next: !mustDeclare && left.length > rest.length ? last : undefined,
      after: at,
      path,
      took: taken === undefined || result === undefined ? undefined : { result, number: taken.number },
      declares: mustDeclare,
      declared: query['nyata'] === '1',
      ...(refusal !== undefined && { refused: refusal }),
      ...(problem !== undefined && { problem }),
      ...(typed !== undefined && { typed }),
    })
  })
}

/** So that the entry that came back stands on the page. */
function numberBefore(seats: readonly { entry: { id: string; number: number } }[], entry: string): number {
  const at = seats.findIndex(({ entry: { id } }) => id === entry)
  return at <= 0 ? 0 : (seats[at - 1]?.entry.number ?? 0)
}
