import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../../../ui/controls/act.ts'
import { FailureLine } from '../../../../ui/controls/failure-line.tsx'
import { FailureNotice } from '../../../../ui/controls/failure-notice.tsx'
import { usePageTitle } from '../../../../ui/controls/page-title.ts'
import { queryOf } from '../../../../ui/controls/query.ts'
import { useLanguage, useVisitor } from '../../../../ui/controls/visitor.ts'
import { journeys, type Journey, type TemplateItem } from '../../checklist-model.ts'
import { listChecklists, setTemplateItem } from '../../contract.ts'
import { Opened } from '../../../../ui/controls/opened.tsx'
import { useSaved } from '../../../ledger/ui/use-saved.ts'
import { daysText, itemText } from './checklist.tsx'
import { ActForm } from '../../../ledger/ui/act-form.tsx'
import type { FormLine } from '../../../ledger/ui/form-line.tsx'
import { words } from './messages/words.gen.ts'
import './agenda.css'

/** The part of the settings about the lists that a visit is prepared by. */
export function ChecklistSettings() {
  const { settings: w } = words[useLanguage()]
  usePageTitle(w.title)
  const { data, error, refetch } = useQuery(queryOf(listChecklists, {}))
  return (
    <>
      <h1 tabIndex={-1}>{w.title}</h1>
      <p className="q">{w.why}</p>
      <p className="s q">{w.marks}</p>
      {error !== null && <FailureLine error={error} onRetry={() => void refetch()} />}
      {data !== undefined && journeys.map((journey) => <ListOf key={journey} journey={journey} {...data[journey]} />)}
    </>
  )
}

type ListOfProps = { journey: Journey; items: readonly TemplateItem[]; dropped: readonly TemplateItem[] }

function ListOf({ journey, items, dropped }: ListOfProps) {
  const { language, may } = useVisitor()
  const { settings: w, checklist } = words[language]
  const [mending, setMending] = useState<string>()
  const mayMend = may('agenda.record')
  const idOf = ({ key, id }: TemplateItem) => key ?? id ?? ''
  return (
    <section className="sec after">
      <h2>{w[journey]}</h2>
      {items.length === 0 && <p className="q">{w.empty}</p>}
      <ul className="lines plain-list">
        {items.map((item) => (
          <li key={idOf(item)}>
            {mending === idOf(item) ? (
              <ItemForm journey={journey} item={item} onClose={() => setMending(undefined)} />
            ) : (
              <>
                <p>
                  <b>{daysText(language, item.days)}</b> <bdi>{itemText(language, item)}</bdi>
                  {item.article !== undefined && (
                    <span className="s q">
                      {' '}
                      {item.article} [{item.verified}]
                    </span>
                  )}
                </p>
                {mayMend && (
                  <div className="acts">
                    <button type="button" className="btn sm text" onClick={() => setMending(idOf(item))}>
                      {w.mend}
                      <span className="vh">: {itemText(language, item)}</span>
                    </button>
                    <DropItem journey={journey} item={item} dropped />
                  </div>
                )}
              </>
            )}
          </li>
        ))}
      </ul>
      {mayMend && (
        <Opened label={checklist.add}>
          {(close) => <ItemForm journey={journey} item={undefined} onClose={close} />}
        </Opened>
      )}
      {dropped.length > 0 && (
        <details>
          <summary>{w.dropped}</summary>
          <ul className="lines plain-list">
            {dropped.map((item) => (
              <li key={idOf(item)}>
                <bdi>{itemText(language, item)}</bdi>{' '}
                {mayMend && <DropItem journey={journey} item={item} dropped={false} />}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

const named = ({ key, id }: TemplateItem) => (key === undefined ? { item: id ?? '' } : { key })

function DropItem({ journey, item, dropped }: { journey: Journey; item: TemplateItem; dropped: boolean }) {
  const language = useLanguage()
  const { settings: w } = words[language]
  const saved = useSaved()
  const setting = useAct(setTemplateItem, {
    key: `${journey}-${item.key ?? item.id ?? ''}-${dropped}`,
    done: (_, act) => saved(w.saved, act),
  })
  return (
    <>
      <button
        type="button"
        className="btn sm text"
        aria-busy={setting.busy}
        onClick={() => void setting.send({ journey, ...named(item), rev: item.rev, dropped })}
      >
        {dropped ? w.drop : w.bringBack}
        <span className="vh">: {itemText(language, item)}</span>
      </button>
      <FailureNotice acting={setting} />
    </>
  )
}

type ItemFormProps = { journey: Journey; item: TemplateItem | undefined; onClose: () => void }

function ItemForm({ journey, item, onClose }: ItemFormProps) {
  const language = useLanguage()
  const { settings: w, checklist } = words[language]
  const lines: FormLine[] = [
    { name: 'words', label: checklist.words },
    { name: 'days', label: checklist.days, short: true },
  ]
  const base = { words: item === undefined ? '' : itemText(language, item), days: String(item?.days ?? -7) }
  return (
    <ActForm
      id={`${journey}-${item?.key ?? item?.id ?? 'baru'}`}
      endpoint={setTemplateItem}
      lines={lines}
      base={base}
      rev={item?.rev ?? 0}
      input={(values, at) => ({
        journey,
        ...(item !== undefined && named(item)),
        rev: at.rev,
        ...((item === undefined || values['words'] !== at.base['words']) && { words: values['words'] ?? '' }),
        ...((item === undefined || values['days'] !== at.base['days']) && {
          days: Number(values['days'] || Number.NaN),
        }),
      })}
      save={checklist.save}
      said={w.saved}
      onClose={onClose}
    />
  )
}
