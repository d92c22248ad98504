import type { z } from 'zod'
import type { Reading } from '../../platform/call.ts'
import { fileNameOf, readPages, type ListFile } from '../../platform/list-file.ts'
import { words as followWords } from '../../slices/followup/messages/words.gen.ts'
import type { exportTasks } from './contract.ts'
import { findTasks } from './queries.ts'
import { words } from './ui/messages/words.gen.ts'
import { originOf, standingsOf } from './ui/view.ts'

/** The follow-ups as they are narrowed on screen: what, from where, who, until when, how it stands, what was answered. */
export async function tasksFile(
  call: Pick<Reading, 'tx' | 'who' | 'on' | 'language'>,
  sought: z.output<typeof exportTasks.input>,
): Promise<ListFile> {
  const { on, language } = call
  const [w, follow] = [words[language], followWords[language]]
  const rows = await readPages((page) => findTasks(call, { ...sought, ...page }))
  const narrowed = [
    w.standing[sought.standing],
    sought.mine === true ? w.mine : undefined,
    sought.unit === undefined ? undefined : rows[0]?.unit?.name,
    sought.q === undefined ? undefined : `“${sought.q}”`,
  ].filter((part) => part !== undefined)
  return {
    name: fileNameOf(w.title, on),
    title: w.title,
    narrowed: [narrowed.join(' · ')],
    days: [4, 7, 9],
    header: [
      w.field.what,
      w.from,
      w.unit,
      w.owner,
      w.until,
      w.stateLabel,
      w.lastAnswer,
      w.answeredOn,
      w.outcomeNote,
      w.ended,
    ],
    rows: rows.map((task) => {
      const { what, unit, member, owner, dueOn, outcome, note, endedOn, last } = task
      return [
        what,
        originOf(task, language)?.name ?? w.ofRegion,
        unit?.name,
        [member?.name, owner].filter((part) => part !== undefined).join(follow.comma),
        dueOn,
        endedOn === undefined || outcome === undefined
          ? standingsOf(task, { language, on }).join(', ')
          : follow.outcome[outcome],
        last === undefined ? '' : [follow.said[last.said], last.note].filter((part) => part != null).join(': '),
        last?.answeredOn,
        note,
        endedOn,
      ]
    }),
  }
}
