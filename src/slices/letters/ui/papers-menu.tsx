import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import type { z } from 'zod'
import { addressOf } from '../../../shared/endpoint.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { queryOf } from '../../../ui/controls/query.ts'
import { useLanguage, useVisitor } from '../../../ui/controls/visitor.ts'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { words as letterWords } from '../messages/words.gen.ts'
import { listPapers, prepareLetter, readPaperPdf, readPaperWord, readPdf, readWord } from '../contract.ts'
import { drawnKinds, legalKinds, type DrawnKind, type LetterKind } from '../model.ts'
import { WriteLetterButton } from './write-letter-button.tsx'
import { writeAddress } from './write-address.ts'
import { words } from './messages/words.gen.ts'

/** What papers are made of: a cooperation, or a meeting (with its only cooperation, where it has one). */
export type PapersMenuProps = {
  relation?: { id: string; slug: string } | undefined
  activity?: { id: string } | undefined
}

type Row = z.output<typeof listPapers.output>['rows'][number]

/** Dokumen: what can be made, as Word and PDF, with what would be blank said before. */
export function PapersMenu({ relation, activity }: PapersMenuProps) {
  const language = useLanguage()
  const w = words[language].papers
  const matter = activity === undefined ? { relation: relation?.id } : { activity: activity.id }
  const { data } = useQuery(queryOf(listPapers, matter))
  if (data === undefined) return null
  const drawn = data.rows.filter(({ made }) => made === 'drawn')
  const written = data.rows.filter(({ made }) => made === 'letter')
  return (
    <section className="sec after" id="surat-dan-dokumen" aria-labelledby="judul-dokumen">
      <h2 id="judul-dokumen">{w.title}</h2>
      <p className="s q">{w.about}</p>
      {data.rows.length === 0 && <p className="empty">{w.none}</p>}
      {drawn.length > 0 && (
        <>
          <h3 className="gap3">{w.drawn}</h3>
          <ul className="lines gap">
            {drawn.map((row) => (
              <li key={row.kind}>
                <Drawn row={row} activity={activity?.id ?? ''} />
              </li>
            ))}
          </ul>
          <h3 className="gap3">{w.written}</h3>
        </>
      )}
      <ul className="lines gap">
        {written.map((row) => (
          <li key={row.kind}>
            <Written row={row} relation={relation} activity={activity?.id} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Named({ row: { kind, blanks } }: { row: Row }) {
  const language = useLanguage()
  const w = words[language].papers
  const most = 4
  const rest = blanks.length - most
  const list = [...blanks.slice(0, most), ...(rest > 0 ? [w.more({ n: rest })] : [])].join(', ')
  return (
    <>
      <b>{letterWords[language].kind[kind]}</b>
      <p className="s q">
        <bdi lang={blanks.length === 0 ? language : 'id'}>
          {blanks.length === 0 ? w.complete : w.blanks({ n: blanks.length, list })}
        </bdi>
      </p>
    </>
  )
}

function Files({ word, pdf, name }: { word: string; pdf: string; name: string }) {
  const w = words[useLanguage()].page
  return (
    <>
      <a className="btn sm" download href={word}>
        {w.word}
        <span className="vh">: {name}</span>
      </a>
      <a className="btn sm" download href={pdf}>
        {w.pdf}
        <span className="vh">: {name}</span>
      </a>
    </>
  )
}

function Drawn({ row, activity }: { row: Row; activity: string }) {
  const name = letterWords[useLanguage()].kind[row.kind]
  const kind = drawnKinds.find((each): each is DrawnKind => each === row.kind)
  if (kind === undefined) return null
  const of = { activity, kind }
  return (
    <>
      <Named row={row} />
      <p className="acts">
        <Files word={addressOf(readPaperWord, of).url} pdf={addressOf(readPaperPdf, of).url} name={name} />
      </p>
    </>
  )
}

function Written({ row, relation, activity }: { row: Row; activity: string | undefined } & PapersOf) {
  const language = useLanguage()
  const { may } = useVisitor()
  const w = words[language]
  const kind = row.kind as LetterKind
  const name = letterWords[language].kind[kind]
  return (
    <>
      <Named row={row} />
      {row.letters.length > 0 && (
        <ul className="plain">
          {row.letters.map(({ id, state, number, subject }) => (
            <li key={id}>
              <p className="s">
                <Link to={`/surat/${id}`}>
                  <bdi>{subject || name}</bdi>
                </Link>{' '}
                · {state === 'draft' ? w.papers.draft : number === null ? w.papers.sent : w.papers.sentAs({ number })}
              </p>
              <p className="acts">
                <Files
                  word={addressOf(readWord, { id }).url}
                  pdf={addressOf(readPdf, { id }).url}
                  name={subject || name}
                />
              </p>
            </li>
          ))}
        </ul>
      )}
      {may('letters.prepare') && (
        <div className="acts">
          <Write kind={kind} isThere={row.letters.length > 0} relation={relation} activity={activity} />
        </div>
      )}
    </>
  )
}

type PapersOf = Pick<PapersMenuProps, 'relation'>

function Write({
  kind,
  isThere,
  relation,
  activity,
}: { kind: LetterKind; isThere: boolean; activity: string | undefined } & PapersOf) {
  // prettier-ignore
  const language = useLanguage()
  const w = words[language].papers
  const name = letterWords[language].kind[kind]
  const label = (
    <>
      {isThere ? w.again : w.write}
      <span className="vh">: {name}</span>
    </>
  )
  if (kind === 'surat_mitra') {
    if (relation === undefined) return null
    return (
      <Link className="btn sm" to={writeAddress({ relation: relation.id, activity })}>
        {label}
      </Link>
    )
  }
  if (legalKinds.some((legal) => legal === kind)) {
    return relation === undefined ? null : <WriteLetterButton relation={relation} kind={kind} />
  }
  return <WriteNow kind={kind} relation={activity === undefined ? relation?.id : undefined} activity={activity} label={label} /> // prettier-ignore
}

type WriteNowProps = { kind: LetterKind; relation: string | undefined; activity: string | undefined; label: ReactNode }

/** Writes a paper and opens it; a second draft of the kind is asked for once more. */
function WriteNow({ kind, relation, activity, label }: WriteNowProps) {
  const w = words[useLanguage()]
  const navigate = useNavigate()
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const preparing = useAct(prepareLetter, {
    key: `${activity ?? relation}/${kind}`,
    async done({ id }, act) {
      sayDone(w.prepared, act)
      await queries.invalidateQueries()
      await navigate(`/surat/${id}`)
    },
  })
  const faults = preparing.failure?.code === 'invalid' ? (preparing.failure.details.fields ?? []) : []
  const isAsked = faults.some(({ path, fault }) => path === 'kind' && fault === 'doubtful')
  return (
    <>
      <button
        type="button"
        className="btn sm"
        aria-busy={preparing.busy}
        onClick={() => void preparing.send({ kind, relation, activity, ...(isAsked && { sure: ['kind'] }) })}
      >
        {label}
      </button>
      {isAsked ? (
        <p className="s st-wait" role="alert">
          {w.papers.exists}
        </p>
      ) : (
        <FailureNotice acting={preparing} />
      )}
    </>
  )
}
