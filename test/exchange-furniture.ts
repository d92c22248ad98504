import type { Act } from '../src/platform/act.ts'
import type { Tx } from '../src/platform/database.ts'
import { newId } from '../src/shared/ids.ts'
import {
  addApplied,
  addExchange,
  cancelExchange,
  publishExchange,
  withdrawExchange,
} from '../src/slices/exchange/commands.ts'
import { agencyOfStaff } from './agency.ts'

/** Exchanges of a relation: one that has begun, with a line of what was applied; one that was called off. */
export interface ExchangeFurniture {
  exchange: string
  exchangeSlug: string
  exchangeRev: number
  applied: string
  cancelledExchange: string
  cancelledExchangeRev: number
}

export const noExchange = (): ExchangeFurniture => ({
  exchange: newId(),
  exchangeSlug: 'tidak-ada',
  exchangeRev: 1,
  applied: newId(),
  cancelledExchange: newId(),
  cancelledExchangeRev: 1,
})

interface Asked {
  word: string
  relation: string
  field: string
  on: string
  /** Whether the world sees one of them, and that one was taken back. */
  published?: boolean
}

export async function furnishExchange(
  { tx, act }: { tx: Tx; act: Act },
  { word, relation, field, on, published = false }: Asked,
): Promise<ExchangeFurniture> {
  const call = { tx, act, on }
  const unit = await agencyOfStaff(tx)
  const bodies = [{ side: 'theirs', name: `${word} lembaga mitra`, role: `${word} tuan rumah` }] as const
  const made = await addExchange(call, {
    kind: 'pelatihan_aparatur',
    unit,
    title: `${word} pelatihan ${newId()}`,
    relations: [relation],
    fields: [field],
    fromOn: '2020',
    stated: 'berlangsung',
    place: `${word} tempat`,
    bodies,
  })
  const line = await addApplied(call, {
    id: made.id,
    appliedOn: '2021',
    what: `${word} penerapan`,
    sure: ['appliedOn'],
  })
  const other = { kind: 'budaya', unit, relations: [relation] } as const
  const called = await addExchange(call, { ...other, title: `${word} pentas ${newId()}` })
  const off = await cancelExchange(call, { id: called.id, rev: 1, reason: `${word} alasan` })
  if (published) {
    await publishExchange(call, { id: made.id })
    await publishExchange(call, { id: called.id })
    await withdrawExchange(call, { id: called.id })
  }
  return {
    exchange: made.id,
    exchangeSlug: made.slug,
    exchangeRev: 2,
    applied: line.id,
    cancelledExchange: called.id,
    cancelledExchangeRev: off.rev,
  }
}
