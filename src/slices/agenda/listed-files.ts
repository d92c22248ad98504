/** The lists of the working day as files: what the page of each reads, a column for each thing it says. */
import type { Reading } from '../../platform/call.ts'
import { fileNameOf, listedMost, readPages, type ListFile } from '../../platform/list-file.ts'
import { lastDayOf } from '../../shared/dates.ts'
import { Failure } from '../../shared/failure.ts'
import { formatDate } from '../../shared/format.ts'
import { nameIn } from '../../shared/names.ts'
import { getRelation } from '../relations/queries.ts'
import { listAgenda, listSeries, listSpan, type Sought } from './agenda-list.ts'
import { standingOn, type CommitmentSide } from './commitments-model.ts'
import { listCommitments } from './commitments-read.ts'
import { words } from './messages/words.gen.ts'
import { isPlanned, speakerLine } from './model.ts'
import { listGifts } from './prepare-read.ts'
import { getActivity, refuseUnknown } from './queries.ts'
import { words as planWords } from './ui/plan/messages/words.gen.ts'
import { words as roomWords } from './ui/room/messages/words.gen.ts'
import { words as screenWords } from './ui/messages/words.gen.ts'

type Asker = Pick<Reading, 'tx' | 'on' | 'who' | 'language'>

/** The agenda as it is narrowed on screen: what is coming, what is past, or one month. */
export async function agendaFile(
  { tx, on, who, language }: Asker,
  {
    when,
    month,
    year,
    ...sought
  }: Sought & { when: 'coming' | 'past'; month?: string | undefined; year?: number | undefined },
): Promise<ListFile> {
  const [w, { agenda: plan }] = [words[language], planWords[language]]
  if (sought.relation !== undefined) await getRelation(tx, { id: sought.relation, on })
  const rows =
    month === undefined
      ? await readPages((page) => listAgenda(tx, { ...sought, ...page, when, year, on, who }))
      : await listSpan(tx, { ...sought, from: month, to: lastDayOf(month), limit: listedMost + 1, on, who })
  const title = month === undefined ? plan.title : `${plan.title}: ${formatDate(month, language)}`
  const narrowed = [
    month === undefined ? plan[when] : undefined,
    year === undefined ? undefined : String(year),
    sought.kind === undefined ? undefined : w.kind[sought.kind],
    sought.mine === true ? plan.mine : undefined,
    sought.relation === undefined ? undefined : plan.onlyRelation,
    sought.series === undefined ? undefined : plan.onlySeries,
    sought.q === undefined ? undefined : `“${sought.q}”`,
  ].filter((part) => part !== undefined)
  return {
    name: fileNameOf(plan.title, month ?? on),
    title,
    narrowed: narrowed.length === 0 ? [] : [narrowed.join(' · ')],
    days: [0, 1],
    header: [
      w.file.day,
      w.file.until,
      w.file.time,
      w.file.kind,
      w.file.about,
      w.file.place,
      plan.relation,
      plan.series,
      w.file.state,
    ],
    rows: rows.map((row) => [
      row.occurredOn,
      row.endedOn,
      [row.startsAt, row.endsAt].filter((part) => part !== undefined).join('–'),
      row.kind === undefined ? '' : w.kind[row.kind],
      row.about,
      row.place,
      row.relations.map((relation) => nameIn(language, relation)).join('; '),
      row.series?.name,
      row.cancelled === undefined ? (row.planned ? w.planned : '') : plan.cancelled({ reason: row.cancelled }),
    ]),
  }
}

/** The series of the region, each with its last and its next meeting. */
export async function seriesFile({ tx, on, language }: Asker): Promise<ListFile> {
  const { agenda: plan, cadence } = planWords[language]
  const w = words[language].file
  return {
    name: fileNameOf(plan.series, on),
    title: plan.series,
    days: [3, 4],
    numbers: [2],
    header: [plan.series, w.cadence, w.meetings, w.lastMeeting, w.nextMeeting],
    rows: (await listSeries(tx, on, listedMost + 1)).map((row) => [
      row.name,
      cadence[row.cadence ?? 'none'],
      row.meetings,
      row.last?.occurredOn,
      row.next?.occurredOn,
    ]),
  }
}

/** The gifts register: what was received and given, its value, where it went, when it was reported to UPG or KPK. */
export async function giftsFile(
  { tx, on, language }: Asker,
  { unreported }: { unreported?: boolean | undefined },
): Promise<ListFile> {
  const { gifts: w } = planWords[language]
  const { file } = words[language]
  const rows = await readPages((page) => listGifts(tx, { unreported, ...page }))
  return {
    name: fileNameOf(w.title, on),
    title: w.title,
    narrowed: unreported === true ? [w.unreported] : [],
    days: [0, 8],
    numbers: [4],
    header: [
      file.day,
      file.activitiesTitle,
      w.direction,
      w.what,
      w.value,
      w.party,
      w.holder,
      w.destination,
      w.reportedOn,
    ],
    rows: rows.map(({ activity, ...gift }) => [
      activity.occurredOn,
      activity.about,
      w.of[gift.direction],
      gift.what,
      gift.value,
      gift.party,
      gift.holder,
      gift.destination,
      gift.reportedOn,
    ]),
  }
}

interface SoughtCommitments {
  activity?: string | undefined
  relation?: string | undefined
  side?: CommitmentSide | undefined
  q?: string | undefined
}

/** Commitments of a meeting, of a cooperation, or of the region. The partner's are quoted and have no standing. */
export async function commitmentsFile({ tx, on, language }: Asker, sought: SoughtCommitments): Promise<ListFile> {
  const { commitments: w } = screenWords[language]
  const { file, commitments } = words[language]
  if (sought.relation !== undefined) await getRelation(tx, { id: sought.relation, on })
  if (sought.activity !== undefined) await refuseUnknown(tx, sought.activity)
  const rows = await readPages((page) => listCommitments(tx, { ...sought, ...page, on }))
  const narrowed = [
    sought.side === undefined ? undefined : w.sideOf[sought.side],
    sought.q === undefined ? undefined : `“${sought.q}”`,
  ].filter((part) => part !== undefined)
  return {
    name: fileNameOf(w.title, on),
    title: w.title,
    narrowed: narrowed.length === 0 ? [] : [narrowed.join(' · ')],
    days: [0, 6, 8],
    header: [file.day, file.activitiesTitle, w.side, w.title, w.speaker, w.told, w.dueOn, w.state, w.saidOn],
    rows: rows
      .filter(({ voided }) => voided === undefined)
      .map(({ activity, side, words: said, speaker, told, dueOn, news }) => {
        const standing = standingOn(news, on)
        return [
          activity.occurredOn,
          activity.about,
          w.sideOf[side],
          said,
          speakerLine(speaker, language),
          told,
          dueOn,
          side === 'ours' ? commitments.standing[standing.state] : w.quoted,
          side === 'ours' ? standing.on : undefined,
        ]
      }),
  }
}

/** Who was expected at a meeting and who was there, by organisation and role. */
export async function attendanceFile({ tx, on, language }: Asker, { id }: { id: string }): Promise<ListFile> {
  const [{ attendance: w }, room, { side: sides, file }] = [screenWords[language], roomWords[language], words[language]]
  const { slug } =
    (await tx.selectFrom('agenda.activities').select('slug').where('id', '=', id).executeTakeFirst()) ?? {}
  if (slug === undefined) throw new Failure('not_found')
  const activity = await getActivity(tx, slug)
  return {
    name: fileNameOf(w.title, activity.occurredOn),
    title: w.title,
    narrowed: [`${activity.about} · ${formatDate(activity.occurredOn, language)}`],
    numbers: [4],
    header: [w.side, w.who, w.organisation, w.role, w.headcount, file.state],
    rows: activity.participants.map((one) => [
      sides[one.side],
      speakerLine({ ...one, organisation: undefined }, language),
      one.organisation,
      one.role,
      one.headcount,
      [one.invited === true ? room.invited : undefined, one.absent === true ? room.absent : isPlanned(activity, on) ? undefined : file.present] // prettier-ignore
        .filter((part) => part !== undefined)
        .join(', '),
    ]),
  }
}
