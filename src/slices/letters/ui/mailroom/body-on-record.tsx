import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { nameIn } from '../../../../shared/names.ts'
import { queryOf } from '../../../../ui/controls/query.ts'
import { useVisitor } from '../../../../ui/controls/visitor.ts'
import { listPartners } from '../../../partners/contract.ts'
import { listUnits } from '../../../reference/contract.ts'
import { agenciesLike, kindOfBody, nameTyped } from './body-proposals.ts'
import type { MailValues } from './mail-values.ts'
import { words } from './messages/words.gen.ts'

const shown = 5

export type BodyOnRecordProps = { values: MailValues; onChange: (change: Partial<MailValues>) => void }

/**
 * Whom the typed words mean: partners, missions and agencies on record whose names are like them. One tap puts the body
 * beside the words, which stay; another takes it off.
 */
export function BodyOnRecord({ values, onChange }: BodyOnRecordProps) {
  const { language, may } = useVisitor()
  const w = words[language].onRecord
  const typed = nameTyped(values.correspondent)
  const q = useDeferredValue(typed)
  const isOpen = values.partner === '' && values.unit === '' && typed.length >= 3
  const { data: partners } = useQuery({
    ...queryOf(listPartners, { q, limit: shown }),
    enabled: isOpen && may('partners.read'),
    placeholderData: keepPreviousData,
  })
  const { data: units } = useQuery({ ...queryOf(listUnits, {}), enabled: isOpen })
  if (values.unit !== '') {
    return (
      <p className="s q">
        {w.chosen} <bdi>{values.unitName}</bdi>{' '}
        <button type="button" className="btn sm" onClick={() => onChange({ unit: '', unitName: '' })}>
          {w.takeOff}
        </button>
      </p>
    )
  }
  if (!isOpen) return null
  const agencies = agenciesLike(typed, units?.rows ?? []).slice(0, shown)
  const found = partners?.rows ?? []
  if (agencies.length + found.length === 0) return null
  return (
    <div className="s q" role="group" aria-label={w.label}>
      <p>{w.label}</p>
      <ul className="lines">
        {found.map((partner) => (
          <li key={partner.id}>
            <button
              type="button"
              className="btn sm"
              onClick={() =>
                onChange({
                  partner: partner.id,
                  partnerName: partner.name,
                  kind: kindOfBody(values.kind, partner.kind),
                })
              }
            >
              <bdi>{nameIn(language, partner)}</bdi>
            </button>
          </li>
        ))}
        {agencies.map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              className="btn sm"
              onClick={() => onChange({ unit: id, unitName: name, kind: kindOfBody(values.kind, 'unit') })}
            >
              <bdi>{name}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
