import type { Act } from '../src/platform/act.ts'
import type { Tx } from '../src/platform/database.ts'
import { newId } from '../src/shared/ids.ts'
import { addParticipant, beginSeries, recordActivity } from '../src/slices/agenda/commands.ts'
import { addGift, addItem, addLine, setTemplateItem } from '../src/slices/agenda/prepare.ts'

/** A meeting of a series that is planned far ahead, and what is prepared for it. */
export interface PlanFurniture {
  meeting: string
  /** The only one who takes part. */
  attendee: string
  series: string
  rundownLine: string
  item: string
  templateItem: string
  templateItemRev: number
  gift: string
}

export const noPlan = (): PlanFurniture => ({
  meeting: newId(),
  attendee: newId(),
  series: newId(),
  rundownLine: newId(),
  item: newId(),
  templateItem: newId(),
  templateItemRev: 1,
  gift: newId(),
})

/** A day that is after the day on which any test looks, and a working day. */
const ahead = '2031-03-04'

/** One of everything that is planned, under a meeting of its own. */
export async function furnishPlan(
  { tx, act }: { tx: Tx; act: Act },
  { word, relation, on }: { word: string; relation: string; on: string },
): Promise<PlanFurniture> {
  const call = { tx, act, on }
  const about = `${word} forum ${newId()}`
  const { id } = await recordActivity(call, { relation, about, occurredOn: ahead, kind: 'forum', on })
  const attendee = await addParticipant(call, { activity: id, side: 'guest', organisation: `${word} peserta` })
  const series = await beginSeries(call, { id, rev: 1, name: `${word} berkala ${newId()}`, cadence: 'triwulanan' })
  const line = await addLine(call, { id, from: '09:00', to: '09:30', what: `${word} pembukaan` })
  const item = await addItem(call, { id, words: `${word} siapkan`, days: -7 })
  // A list has so many items: one of ours is enough for as many furnishings as a test wants.
  const own = await tx.selectFrom('agenda.checklist_templates').select(['id', 'words', 'rev']).execute()
  const template =
    own.find((each) => each.words?.startsWith(word)) ??
    (await setTemplateItem(call, { journey: 'masuk', rev: 0, words: `${word} contoh ${newId()}`, days: -3 }))
  const gift = await addGift(call, { id, direction: 'diterima', what: `${word} cendera mata` })
  return {
    meeting: id,
    attendee: attendee.id,
    series: series.series,
    rundownLine: line.id,
    item: item.id,
    templateItem: template.id,
    templateItemRev: template.rev,
    gift: gift.id,
  }
}
