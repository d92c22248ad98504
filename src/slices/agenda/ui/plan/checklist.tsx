import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../../shared/format.ts'
import type { Language } from '../../../../shared/languages.ts'
import { useAct } from '../../../../ui/controls/act.ts'
import { FailureNotice } from '../../../../ui/controls/failure-notice.tsx'
import { queryOf } from '../../../../ui/controls/query.ts'
import { useLanguage, useVisitor } from '../../../../ui/controls/visitor.ts'
import { listUnits } from '../../../reference/contract.ts'
import { isPassed, journeyOf, journeys, type ListKey } from '../../checklist-model.ts'
import { addItem, beginChecklist, dropItem, mendItem } from '../../contract.ts'
import { DropButton } from '../drop-button.tsx'
import { Opened } from '../../../../ui/controls/opened.tsx'
import type { ActivityView } from '../use-activity.ts'
import { useSaved } from '../../../ledger/ui/use-saved.ts'
import { ActForm, changedOf, saidOf } from '../../../ledger/ui/act-form.tsx'
import type { FormLine } from '../../../ledger/ui/form-line.tsx'
import type { PlanView } from './use-plan.ts'
import { words } from './messages/words.gen.ts'

type Item = PlanView['checklist'][number]

/** What is to be done, in the region's words or in ours. */
export function itemText(
  language: Language,
  { key, words: said }: { key?: ListKey | undefined; words?: string | undefined },
) {
  return said ?? (key === undefined ? '' : words[language].item[key])
}

/** "H-7", "hari H", "H+14". */
export function daysText(language: Language, days: number): string {
  const { checklist: w } = words[language]
  if (days === 0) return w.dayItself
  return days < 0 ? w.before({ n: -days }) : w.after({ n: days })
}

export type ChecklistProps = { activity: ActivityView; plan: PlanView; mayMend: boolean }

/** What is prepared before a visit and done after it, each on its day, which moves with the visit. */
export function Checklist({ activity, plan, mayMend }: ChecklistProps) {
  const { checklist: w } = words[useLanguage()]
  const { checklist } = plan
  const done = checklist.filter(({ doneOn }) => doneOn !== undefined).length
  return (
    <section className="sec after" id="persiapan">
      <h2>{w.title}</h2>
      {checklist.length === 0 && <p className="q">{w.none}</p>}
      {checklist.length > 0 && (
        <p className="s q">{w.progress({ done: String(done), all: String(checklist.length) })}</p>
      )}
      {checklist.length > 0 && (
        <ul className="lines plain-list">
          {checklist.map((item) => (
            <ItemLine key={item.id} item={item} mayMend={mayMend} />
          ))}
        </ul>
      )}
      {mayMend && checklist.length === 0 && <BeginButtons activity={activity} />}
      {mayMend && <Opened label={w.add}>{(close) => <AddItem activity={activity.id} onClose={close} />}</Opened>}
    </section>
  )
}

function BeginButtons({ activity: { id, kind } }: { activity: ActivityView }) {
  const { checklist: w } = words[useLanguage()]
  const saved = useSaved()
  const beginning = useAct(beginChecklist, { key: `persiapan-${id}`, done: (_, act) => saved(w.begun, act) })
  const likely = journeyOf(kind)
  return (
    <>
      <p className="acts gap">
        {journeys
          .toSorted((one) => (one === likely ? -1 : 1))
          .map((journey) => (
            <button
              key={journey}
              type="button"
              className={journey === likely ? 'btn sm' : 'btn sm text'}
              aria-busy={beginning.busy}
              onClick={() => void beginning.send({ id, journey })}
            >
              {w.begin[journey]}
            </button>
          ))}
      </p>
      <FailureNotice acting={beginning} />
    </>
  )
}

function ItemLine({ item, mayMend }: { item: Item; mayMend: boolean }) {
  const { language, on } = useVisitor()
  const { checklist: w, gifts } = words[language]
  const [mending, setMending] = useState(false)
  const { id, rev, days, day, counted, article, verified, unit, owner, doneOn } = item
  const text = itemText(language, item)
  const who = [unit?.name, owner].filter((part) => part !== undefined).join(', ')
  const saved = useSaved()
  const marking = useAct(mendItem, { key: `selesai-${id}`, done: (_, act) => saved(w.saved, act) })
  if (mending) return <li>{<MendItem item={item} onClose={() => setMending(false)} />}</li>
  return (
    <li>
      <p>
        <b>{daysText(language, days)}</b> <bdi>{text}</bdi>
        {article !== undefined && (
          <span className="s q" title={verified === 'V' ? w.verified : w.told}>
            {' '}
            {article} [{verified}]
          </span>
        )}
      </p>
      <p className="s q">
        {day === undefined ? w.noDay : formatDate(day, language, { weekday: true })}
        {isPassed(item, on) && (
          <>
            {' '}
            <b className="st-wait">{w.passed}</b>
          </>
        )}
        {counted !== undefined &&
          ` (${(days < 0 ? w.earlier : w.later)({ date: formatDate(counted, language, { weekday: true }) })})`}
        {' · '}
        {who === '' ? w.nobody : <bdi>{who}</bdi>}
        {doneOn !== undefined && ` · ${w.doneOn({ date: formatDate(doneOn, language) })}`}
      </p>
      {mayMend && (
        <div className="acts">
          <button
            type="button"
            className="btn sm text"
            aria-busy={marking.busy}
            onClick={() => void marking.send({ id, rev, done: doneOn === undefined })}
          >
            {doneOn === undefined ? w.done : w.reopen}
            <span className="vh">: {text}</span>
          </button>
          <button type="button" className="btn sm text" onClick={() => setMending(true)}>
            {gifts.mend}
            <span className="vh">: {text}</span>
          </button>
          <DropButton endpoint={dropItem} input={{ id, rev }} what={text} said={w.dropped} />
        </div>
      )}
      <FailureNotice acting={marking} />
    </li>
  )
}

function useItemLines(): FormLine[] {
  const { checklist: w } = words[useLanguage()]
  const { data } = useQuery(queryOf(listUnits, {}))
  const units = (data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return [
    { name: 'words', label: w.words },
    { name: 'days', label: w.days, short: true },
    { name: 'unit', label: w.unit, choices: [{ value: '', label: w.nobody }, ...units] },
    { name: 'owner', label: w.owner },
  ]
}

/** A count of days as typed, '-7'; what is no number is left for the server to refuse. */
const daysOf = (typed: string | undefined): number => Number((typed ?? '').replace('−', '-').trim() || Number.NaN)

function AddItem({ activity, onClose }: { activity: string; onClose: () => void }) {
  const { checklist: w } = words[useLanguage()]
  const lines = useItemLines()
  return (
    <ActForm
      id={`item-${activity}`}
      endpoint={addItem}
      lines={lines}
      base={{ words: '', days: '-7', unit: '', owner: '' }}
      rev={0}
      input={(values) => ({
        id: activity,
        words: values['words'] ?? '',
        days: daysOf(values['days']),
        ...saidOf(values, ['unit', 'owner']),
      })}
      save={w.save}
      said={w.saved}
      onClose={onClose}
    />
  )
}

function MendItem({ item, onClose }: { item: Item; onClose: () => void }) {
  const language = useLanguage()
  const { checklist: w } = words[language]
  const lines = useItemLines()
  const base = {
    words: itemText(language, item),
    days: String(item.days),
    unit: item.unit?.id ?? '',
    owner: item.owner ?? '',
  }
  return (
    <ActForm
      id={`item-${item.id}`}
      endpoint={mendItem}
      lines={lines}
      base={base}
      rev={item.rev}
      input={(values, at) => {
        const { words: said, ...changed } = changedOf(values, at.base, ['words', 'unit', 'owner'])
        return {
          id: item.id,
          rev: at.rev,
          ...changed,
          ...(said !== undefined && { words: said ?? '' }),
          ...(values['days'] !== at.base['days'] && { days: daysOf(values['days']) }),
        }
      }}
      save={w.save}
      said={w.saved}
      onClose={onClose}
    />
  )
}
