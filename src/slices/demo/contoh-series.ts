/** A working group of the invented region: two meetings held, one planned, and what the next one takes up. */
import { addParticipant, beginSeries, joinSeries, notePoint, recordActivity } from '../agenda/commands.ts'
import { addTask, finishFollowUp } from '../followup/commands.ts'
import { findTask } from '../followup/queries.ts'
import { addressOf, day, sampleDay, type Entering } from './contoh-day.ts'

interface SamplePoint {
  words: string
  /** Whom it was given to, and how many days from the sample day it was answered. */
  owner?: string
  answered?: number
}

const held: readonly { on: number; points: readonly SamplePoint[] }[] = [
  {
    on: -152,
    points: [
      { words: 'Jadwal angkutan pekerja', owner: 'Pengelola kawasan contoh', answered: -90 },
      { words: 'Saluran air di gerbang timur', owner: 'Dinas contoh bidang jalan' },
    ],
  },
  {
    on: -60,
    points: [{ words: 'Pelatihan calon pekerja', owner: 'Balai latihan contoh' }, { words: 'Papan petunjuk' }],
  },
  { on: 31, points: [] },
]

const about = 'Kelompok kerja kawasan contoh'

/** Enters the series; its meetings are of the estate that has a forum already. */
export async function enterSeries(call: Entering): Promise<void> {
  const { tx } = call
  const slug = addressOf({ slug: 'kawasan-satu' })
  const relation = await tx.selectFrom('relations.relations').select('id').where('slug', '=', slug).executeTakeFirst()
  if (relation === undefined) throw new Error(`no relation ${slug}`)
  let series: string | undefined
  for (const { on, points } of held) {
    const { id } = await recordActivity(call, {
      kind: 'pokja_bersama',
      about,
      place: 'Kantor pengelola kawasan contoh',
      occurredOn: day(on),
      startsAt: '09:00',
      endsAt: '11:00',
      relation: relation.id,
      on: sampleDay,
    })
    await addParticipant(call, { activity: id, side: 'guest', organisation: 'Pengelola kawasan contoh' })
    if (series === undefined) {
      series = (await beginSeries(call, { id, rev: 1, name: about, cadence: 'triwulanan' })).series
    } else await joinSeries(call, { id, rev: 1, series })
    for (const [at, point] of points.entries())
      await raise(call, { activity: id, position: at + 1, from: day(on), point })
  }
}

async function raise(
  call: Entering,
  { activity, position, from, point }: { activity: string; position: number; from: string; point: SamplePoint },
): Promise<void> {
  const { tx } = call
  const { words, owner, answered } = point
  const { id } = await notePoint(call, { activity, position, words })
  if (owner === undefined) return
  const task = await addTask({ tx, on: from }, { subject: id, step: { what: words, owner } })
  if (answered === undefined) return
  const step = await findTask(tx, task.id)
  if (step !== undefined)
    await finishFollowUp({ tx, on: day(answered) }, { step, outcome: 'done', note: 'Sudah berjalan.' })
}
