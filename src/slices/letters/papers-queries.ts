import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import { listActivities, listNames, refuseUnknown } from '../agenda/queries.ts'
import { getRegion } from '../reference/queries.ts'
import { composers } from './composers.ts'
import { drawnSheet } from './drawn-papers.ts'
import { getMeeting, listSourceWords } from './meeting-query.ts'
import { blanksIn, blanksOf, drawnKinds, legalKinds, officeKinds, type DrawnKind, type LetterKind } from './model.ts'
import { factsOf, meetingFact, officeComposers, type PaperSource } from './office-papers.ts'
import { composePartnerLetter } from './partner-letter.ts'
import { findTemplate, getLetterhead, listKept, listLetters, type Matter } from './queries.ts'
import { getLetterRecord, getRegionRecord } from './record-query.ts'
import type { LetterRecord } from './record.ts'

/** So many of a cooperation's meetings stand as facts in a staff analysis. */
const mostFacts = 10

/** What an office paper is written from: a meeting, a cooperation, or both, with facts and their sources in words. */
export async function getPaperSource(tx: Tx, { relation, activity, on }: Matter & { on: string }) {
  const met = activity === undefined ? undefined : await getMeeting(tx, { activity, on })
  const only = met?.relations.length === 1 ? met.relations[0]?.id : undefined
  const of = relation ?? only
  const found = of === undefined ? undefined : await getLetterRecord(tx, { relation: of, on })
  const region = await getRegionRecord(tx, on)
  const facts = await listFacts(tx, { record: found?.record, relation: of, met: met?.meeting, on })
  const source: PaperSource = { region, relation: found?.record, meeting: met?.meeting, facts }
  return { source, relation: of, found }
}

interface FactsOf {
  record: LetterRecord | undefined
  relation: string | undefined
  met: PaperSource['meeting']
  on: string
}

async function listFacts(tx: Tx, { record, relation, met, on }: FactsOf): Promise<string[]> {
  const { zone } = await getRegion(tx)
  const known = relation === undefined ? [] : (await listActivities(tx, { relation, on })).slice(0, mostFacts)
  const others = known.filter(({ id }) => id !== met?.activity.id)
  const activities = [...others.toReversed(), ...(met === undefined ? [] : [met.activity])]
  const sources = await listSourceWords(tx, activities.map(({ id }) => id)) // prettier-ignore
  const meetings = activities.map((activity) => ({
    id: activity.id,
    words: meetingFact({ activity, zone: zone as 'WIB', on }),
  }))
  return factsOf(record, { meetings, sources })
}

/** What can be made of a meeting or a cooperation, what would be blank in it, and what is there already. */
export async function listPapers(tx: Tx, { relation, activity, on }: Matter & { on: string }) {
  if (activity !== undefined && (await listNames(tx, [activity])).length === 0) {
    // Nothing is made of a meeting that was voided; one that is not there is refused.
    await refuseUnknown(tx, activity)
    return []
  }
  const { source, found } = await getPaperSource(tx, { relation, activity, on })
  const rows = await listLetters(tx, { relation, activity, on })
  const there = (kind: LetterKind) =>
    rows
      .filter((letter) => letter.kind === kind && letter.state !== 'cancelled')
      .map(({ id, state, number, subject }) => ({ id, state, number, subject }))
  const legal = relation !== undefined && found?.standing !== undefined ? legalKinds : []
  const office = officeKinds.filter((kind) => (kind === 'surat_mitra' ? found !== undefined : fits(kind, source)))
  const letters = [...legal, ...office].map((kind) => ({
    kind,
    made: 'letter' as const,
    blanks: blanksFor(kind, source),
    letters: there(kind),
  }))
  const { meeting, region } = source
  if (activity === undefined || meeting === undefined) return letters
  const drawn = drawnKinds.map((kind) => ({
    kind,
    made: 'drawn' as const,
    blanks: blanksIn(textsIn(drawnSheet(kind, { meeting, region }).values).join('\n')).filter(isOfPaper),
    letters: [],
  }))
  return [...drawn, ...letters]
}

/** An invitation and an assignment are to a meeting. */
function fits(kind: LetterKind, { meeting }: PaperSource): boolean {
  return meeting !== undefined || (kind !== 'undangan' && kind !== 'surat_tugas')
}

/** A number is a letter's; papers of a meeting have none. */
const isOfPaper = (what: string): boolean => what !== 'nomor surat'

/** Every text within values, in their order. */
function textsIn(values: unknown): string[] {
  if (typeof values === 'string') return [values]
  return typeof values === 'object' && values !== null ? Object.values(values).flatMap(textsIn) : []
}

function blanksFor(kind: LetterKind, source: PaperSource): string[] {
  const { relation, region } = source
  if (kind === 'surat_mitra') {
    if (relation === undefined) return []
    const letter = { purpose: 'rekomendasi', language: 'id' } as const
    return blanksOf(composePartnerLetter(relation, letter), region.head)
  }
  if (kind in officeComposers)
    return blanksOf(officeComposers[kind as keyof typeof officeComposers](source), region.head)
  if (relation === undefined) return []
  return blanksOf(composers[kind as keyof typeof composers](relation), region.head)
}

/** A paper of a meeting with the files it is drawn with. Throws not_found for a meeting that is not there. */
export async function getDrawn(tx: Tx, { activity, kind, on }: { activity: string; kind: DrawnKind; on: string }) {
  const { meeting, card } = await getMeeting(tx, { activity, on })
  const region = await getRegionRecord(tx, on)
  const { demonstration } = await getRegion(tx)
  const { emblem } = await getLetterhead(tx)
  const template = await findTemplate(tx, kind)
  const photos = kind === 'laporan_kegiatan' ? meeting.photos.slice(0, mostPhotos) : []
  const kept = await listKept(tx, {
    emblem: demonstration ? null : emblem,
    template: template?.file,
    photos: photos.map(({ file }) => file),
  })
  const shown = photos.filter(({ file }) => kept.photos.some(({ id }) => id === file))
  if (shown.length !== kept.photos.length) throw new Failure('not_found')
  return { sheet: drawnSheet(kind, { meeting: { ...meeting, photos: shown }, region }), about: card.about, ...kept }
}

/** So many photographs stand in a report. */
const mostPhotos = 8
