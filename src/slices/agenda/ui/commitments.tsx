import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import { chatText } from '../../../shared/chat-text.ts'
import { formatDate } from '../../../shared/format.ts'
import { personName } from '../../../shared/person-name.ts'
import type { Language } from '../../../shared/languages.ts'
import { CopyButton } from '../../../ui/controls/copy-button.tsx'
import { DownloadMenu } from '../../../ui/controls/download-menu.tsx'
import { queryOf } from '../../../ui/controls/query.ts'
import { useLanguage, useVisitor } from '../../../ui/controls/visitor.ts'
import type { commitment } from '../commitments-contract.ts'
import { exportCommitments, listCommitments } from '../contract.ts'
import { words as agendaWords } from '../messages/words.gen.ts'
import { commitmentSides, standingOn, type CommitmentSide } from '../model.ts'
import { AddCommitment } from './commitments-add.tsx'
import { CommitmentLine } from './commitments-line.tsx'
import type { ActivityView } from './use-activity.ts'
import { words } from './messages/words.gen.ts'

export type CommitmentView = z.output<typeof commitment>

/** The commitments given at a meeting; undefined until they are there. */
export function useCommitmentsOf(activity: string): CommitmentView[] | undefined {
  return useQuery(queryOf(listCommitments, { activity })).data?.rows
}

/** What was promised at a meeting: listed, added, answered and published one by one. */
export function Commitments({ activity, mayMend }: { activity: ActivityView; mayMend: boolean }) {
  const { commitments: w } = words[useLanguage()]
  const rows = useCommitmentsOf(activity.id)
  return (
    <section className="sec after" id="komitmen" aria-labelledby="judul-komitmen">
      <h2 id="judul-komitmen">{w.title}</h2>
      {rows?.length === 0 && <p className="q">{w.none}</p>}
      {rows !== undefined && rows.length > 0 && (
        <CommitmentList
          rows={rows}
          about={activity.about}
          mayMend={mayMend}
          relations={activity.relations}
          of={{ activity: activity.id }}
        />
      )}
      {mayMend && <AddCommitment activity={activity} />}
    </section>
  )
}

export type CommitmentListProps = {
  rows: readonly CommitmentView[]
  /** What they were promised about, for the title of a copy. */
  about: string
  mayMend: boolean
  /** The relations of the meeting, where one commitment may be narrowed to one of them. */
  relations?: ActivityView['relations']
  /** Whose list it is, for taking it along as a file. */
  of: { activity: string } | { relation: string }
  /** What stands behind a line: its meeting. */
  tell?: (row: CommitmentView) => ReactNode
}

/** Commitments with whose they are to choose, and a copy for a chat. */
export function CommitmentList({ rows, about, mayMend, relations = [], of: whose, tell }: CommitmentListProps) {
  const { language, may } = useVisitor()
  const { commitments: w } = words[language]
  const [side, setSide] = useState<CommitmentSide>()
  const isMixed = commitmentSides.every((one) => rows.some((row) => row.side === one))
  const shown = rows.filter((row) => side === undefined || row.side === side)
  const chip = (label: string, of: CommitmentSide | undefined) => (
    <button type="button" className="chip" aria-pressed={side === of} onClick={() => setSide(of)}>
      {label}
    </button>
  )
  return (
    <>
      {isMixed && (
        <div className="chips" role="group" aria-label={w.show}>
          {chip(w.all, undefined)}
          {chip(w.ours, 'ours')}
          {chip(w.theirs, 'theirs')}
        </div>
      )}
      <ul className="lines">
        {shown.map((row) => (
          <CommitmentLine key={row.id} commitment={row} mayMend={mayMend} relations={relations}>
            {tell?.(row)}
          </CommitmentLine>
        ))}
      </ul>
      <div className="acts gap">
        <CopyButton
          text={() =>
            chatText({
              title: w.chatTitle({ about }),
              lines: shown.flatMap((row) => (row.voided === undefined ? writeCommitment(language, row) : [])),
              more: (n) => w.more({ n }),
            })
          }
        />
        {may('agenda.take') && (
          <DownloadMenu endpoint={exportCommitments} input={{ ...whose, ...(side !== undefined && { side }) }} />
        )}
      </div>
    </>
  )
}

/** "Pelayanan lebih cepat · Dr. Tri Adhianto · 24 Juli 2025 · belum ada kabar"; of the partner's no standing is said. */
export function writeCommitment(
  language: Language,
  { words: said, speaker, activity, side, news }: CommitmentView,
): string {
  const who = personName(speaker)
  const day = formatDate(activity.occurredOn, language)
  const { state } = standingOn(news, '9999-12-31')
  const last = side === 'ours' ? agendaWords[language].commitments.standing[state] : words[language].commitments.theirs
  return [said, who, day, last].join(' · ')
}
