import { useState } from 'react'
import { formatDate, formatNumber } from '../../../../shared/format.ts'
import { useLanguage } from '../../../../ui/controls/visitor.ts'
import { addGift, dropGift, mendGift } from '../../contract.ts'
import { DropButton } from '../drop-button.tsx'
import { Opened } from '../../../../ui/controls/opened.tsx'
import { ActForm, changedOf, saidOf } from '../../../ledger/ui/act-form.tsx'
import type { FormLine } from '../../../ledger/ui/form-line.tsx'
import type { PlanView } from './use-plan.ts'
import { words } from './messages/words.gen.ts'

export type GiftView = PlanView['gifts'][number]

/** The gifts of an activity. A received one without a report is said calmly: it is a duty, not a suspicion. */
export function Gifts({ plan: { id, gifts }, mayMend }: { plan: PlanView; mayMend: boolean }) {
  const { gifts: w } = words[useLanguage()]
  const [mending, setMending] = useState<string>()
  return (
    <section className="sec after" id="cendera-mata">
      <h2>{w.title}</h2>
      {gifts.length === 0 && <p className="q">{w.none}</p>}
      {gifts.length > 0 && (
        <ul className="lines plain-list">
          {gifts.map((gift) => (
            <li key={gift.id}>
              {mending === gift.id ? (
                <MendGift gift={gift} onClose={() => setMending(undefined)} />
              ) : (
                <>
                  <GiftLine gift={gift} />
                  {mayMend && (
                    <div className="acts">
                      <button type="button" className="btn sm text" onClick={() => setMending(gift.id)}>
                        {w.mend}
                        <span className="vh">: {gift.what}</span>
                      </button>
                      <DropButton
                        endpoint={dropGift}
                        input={{ id: gift.id, rev: gift.rev }}
                        what={gift.what}
                        said={w.dropped}
                      />
                    </div>
                  )}
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayMend && <Opened label={w.add}>{(close) => <AddGift activity={id} onClose={close} />}</Opened>}
    </section>
  )
}

/** One gift in a line of facts. */
export function GiftLine({ gift }: { gift: GiftView }) {
  const language = useLanguage()
  const { gifts: w } = words[language]
  const { direction, what, value, party, holder, destination, reportedOn } = gift
  const rest = [party, holder, destination].filter((part) => part !== undefined)
  return (
    <>
      <p>
        <bdi>{what}</bdi> <span className="q">({w.of[direction]})</span>
        {value !== undefined && <span className="q"> · {w.valueOf({ n: formatNumber(value, language) })}</span>}
      </p>
      <p className="s q">
        {rest.map((part, at) => (
          <span key={at}>
            {at > 0 && ' · '}
            <bdi>{part}</bdi>
          </span>
        ))}
        {direction === 'diterima' && (
          <>
            {rest.length > 0 && ' · '}
            {reportedOn === undefined ? (
              <span className="st-wait">{w.unreported}</span>
            ) : (
              w.reported({ date: formatDate(reportedOn, language) })
            )}
          </>
        )}
      </p>
    </>
  )
}

const texts = ['party', 'holder', 'destination'] as const

function useGiftLines(isReceived: boolean): FormLine[] {
  const { gifts: w } = words[useLanguage()]
  return [
    { name: 'what', label: w.what },
    { name: 'value', label: w.value, kind: 'number', column: 'value_idr' },
    { name: 'party', label: w.party },
    { name: 'holder', label: w.holder },
    { name: 'destination', label: w.destination },
    ...(isReceived ? [{ name: 'reportedOn', label: w.reportedOn, kind: 'date' as const, column: 'reported_on' }] : []),
  ]
}

/** Rupiah as typed: dots between thousands are read over. */
const rupiah = (typed: string): number => Number(typed.replace(/[.\s]/g, ''))

function AddGift({ activity, onClose }: { activity: string; onClose: () => void }) {
  const { gifts: w } = words[useLanguage()]
  const directions = (['diterima', 'diberikan'] as const).map((value) => ({ value, label: w.of[value] }))
  const lines: FormLine[] = [
    { name: 'direction', label: w.direction, choices: directions, short: true },
    ...useGiftLines(true),
  ]
  return (
    <ActForm
      id={`gift-${activity}`}
      endpoint={addGift}
      lines={lines}
      base={{ direction: 'diterima', what: '', value: '', party: '', holder: '', destination: '', reportedOn: '' }}
      rev={0}
      input={(values) => ({
        id: activity,
        direction: values['direction'] as GiftView['direction'],
        what: values['what'] ?? '',
        ...saidOf(values, [...texts, 'reportedOn']),
        ...(values['value']?.trim() && { value: rupiah(values['value']) }),
      })}
      save={w.save}
      said={w.saved}
      onClose={onClose}
    />
  )
}

function MendGift({ gift, onClose }: { gift: GiftView; onClose: () => void }) {
  const { gifts: w } = words[useLanguage()]
  const lines = useGiftLines(gift.direction === 'diterima')
  const { what, value, party = '', holder = '', destination = '', reportedOn = '' } = gift
  return (
    <ActForm
      id={`gift-${gift.id}`}
      endpoint={mendGift}
      lines={lines}
      base={{ what, value: value === undefined ? '' : String(value), party, holder, destination, reportedOn }}
      rev={gift.rev}
      input={(values, at) => {
        const {
          value: worth,
          what: said,
          ...changed
        } = changedOf(values, at.base, ['what', 'value', ...texts, 'reportedOn'])
        return {
          id: gift.id,
          rev: at.rev,
          ...changed,
          ...(said !== undefined && { what: said ?? '' }),
          ...(worth !== undefined && { value: worth === null ? null : rupiah(worth) }),
        }
      }}
      save={w.save}
      said={w.saved}
      onClose={onClose}
    />
  )
}
