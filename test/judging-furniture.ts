import { sql } from 'kysely'
import type { Act } from '../src/platform/act.ts'
import type { Tx } from '../src/platform/database.ts'
import { newId } from '../src/shared/ids.ts'
import { addContest } from '../src/slices/contests/commands.ts'
import { disqualifyEntry } from '../src/slices/contests/disqualifying.ts'
import { setCriteria } from '../src/slices/contests/criteria.ts'
import { addJuror, declare, setBackers } from '../src/slices/contests/jurors.ts'
import { announceResult, decidePlaces } from '../src/slices/contests/results-announcing.ts'
import { openJudging, receiveSheet, unsealSheets } from '../src/slices/contests/scoring.ts'

export const judgedStages = ['rules', 'judging', 'unsealed', 'decided', 'announced'] as const
export type JudgedStage = (typeof judgedStages)[number]

/** Contests as far as their judging is, one for each act that follows. */
export interface JudgingFurniture {
  ruledContest: string
  ruledJuror: string
  ruledEntry: string
  judgedContest: string
  unsealedContest: string
  unsealedEntry: string
  decidedContest: string
}

export const noJudging = (): JudgingFurniture => ({
  ruledContest: newId(),
  ruledJuror: newId(),
  ruledEntry: newId(),
  judgedContest: newId(),
  unsealedContest: newId(),
  unsealedEntry: newId(),
  decidedContest: newId(),
})

type Calling = { tx: Tx; act: Act }

/** An entry that came in time and was found complete; the window of these contests is over. */
export async function anEntry(
  { tx }: Calling,
  { contest, number, ...entry }: { contest: string; number: number; name: string; village: string; kecamatan?: string; entrant?: string; rtRw?: string }, // prettier-ignore
): Promise<string> {
  const id = newId()
  const { name, village, kecamatan = 'Contoh Tengah', entrant = 'Warga Contoh', rtRw } = entry
  await sql`insert into contests.entries (id, contest, number, name, village, kecamatan, rt_rw, entrant, phone, entered_at, completeness, checked_on)
    values (${id}::uuid, ${contest}::uuid, ${number}, ${name}, ${village}, ${kecamatan}, ${rtRw ?? null}, ${entrant}, '081234567890',
      '2024-06-20T03:00:00Z', 'complete', '2024-07-01')`.execute(tx)
  return id
}

interface Judged {
  word: string
  unit: string
  on: string
  until: JudgedStage
}

/** A contest that was entered by two and is judged by one juror, as far as it goes. */
export async function aJudgedContest(call: Calling, { word, unit, on, until }: Judged) {
  const acting = { ...call, on }
  const isUpTo = (stage: JudgedStage) => judgedStages.indexOf(until) >= judgedStages.indexOf(stage)
  const title = `${word} lomba dinilai ${newId()}`
  const window = { opensOn: '2024-06-12', closesOn: '2024-06-30' }
  const { id } = await addContest(call, { title, organiserUnit: unit, slug: `dinilai-${newId()}`, ...window })
  const entries = [
    await anEntry(call, { contest: id, number: 1, name: `${word} kampung satu`, village: `${word} desa satu` }),
    await anEntry(call, { contest: id, number: 2, name: `${word} kampung dua`, village: `${word} desa dua` }),
  ]
  await setBackers(acting, { id: entries[0] ?? '', companies: [`${word} perusahaan pendukung`] })
  const criteria = [
    { name: `${word} bersih`, weight: 60 },
    { name: `${word} asri`, weight: 40 },
  ]
  const rules = {
    scale: 10,
    normalisation: 'none',
    tieRule: 'criterion_order',
    winners: 1,
    prizes: [],
    lang: 'id',
  } as const
  await setCriteria(acting, { id, rev: 0, criteria, ...rules })
  const { id: juror } = await addJuror(acting, { id, name: `${word} juri`, body: `${word} badan juri` })
  await declare(call, { juror, kin: [`${word} keluarga`], entries: until === 'rules' ? [entries[1] ?? ''] : [] })
  if (isUpTo('judging')) await openJudging(acting, { id, rev: 1 })
  for (const [at, entry] of isUpTo('judging') ? entries.entries() : []) {
    await receiveSheet(call, { juror, entry, version: 1, marks: [9 - at, 8], note: `${word} catatan juri` })
  }
  if (isUpTo('unsealed')) await unsealSheets(acting, { id, rev: 2 })
  // One of the two is out, so that a reason stands beside a place.
  if (isUpTo('decided')) {
    await disqualifyEntry(acting, { id: entries[1] ?? '', rev: 3, reason: `${word} alasan diskualifikasi` })
  }
  if (isUpTo('decided')) await decidePlaces(acting, { id, rev: 4 })
  if (isUpTo('announced')) await announceResult(acting, { id, rev: 5 })
  return { id, entries, juror }
}

export async function furnishJudging(
  call: Calling,
  { word, unit, on, published = false }: { word: string; unit: string; on: string; published?: boolean },
): Promise<JudgingFurniture> {
  const at = async (until: JudgedStage) => await aJudgedContest(call, { word, unit, on, until })
  const ruled = await at('rules')
  const unsealed = await at('unsealed')
  // Announced is public where the region's things are: its contest has no page of its own here.
  if (published) await at('announced')
  return {
    ruledContest: ruled.id,
    ruledJuror: ruled.juror,
    ruledEntry: ruled.entries[0] ?? '',
    judgedContest: (await at('judging')).id,
    unsealedContest: unsealed.id,
    unsealedEntry: unsealed.entries[0] ?? '',
    decidedContest: (await at('decided')).id,
  }
}
