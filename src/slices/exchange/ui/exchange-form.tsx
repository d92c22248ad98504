import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useAct } from '../../../ui/controls/act.ts'
import { Conflict } from '../../../ui/controls/conflict.tsx'
import { queryOf } from '../../../ui/controls/query.ts'
import { say } from '../../../ui/controls/toasts.ts'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage, useVisitor } from '../../../ui/controls/visitor.ts'
import { nameIn } from '../../../shared/names.ts'
import { listUnits } from '../../reference/contract.ts'
import type { PickedRelation } from '../../relations/ui/relations-field.tsx'
import { readRelation } from '../../relations/contract.ts'
import { partnerName } from '../../relations/ui/view.ts'
import { addExchange, mendExchange } from '../contract.ts'
import { conflictRows, namesById } from './conflict-rows.ts'
import { ExchangeFields } from './exchange-fields.tsx'
import { useFieldLabels } from './field-labels.ts'
import { blank, inputOf, listIn, listsTyped, mendOf, valuesOf, type ExchangeValues } from './form-values.ts'
import { words } from './messages/words.gen.ts'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { useStale } from '../../../ui/controls/use-stale.ts'
import type { ExchangeView } from './view.ts'

export const addDraftKey = 'pertukaran/baru'

export type AddExchangeProps = {
  /** The cooperation that the address names. */
  relation: string | undefined
  onClose: () => void
  onAdded: (slug: string) => void
}

/** Records an exchange. Everything typed survives a reload and a lost line. */
export function AddExchange({ relation, onClose, onAdded }: AddExchangeProps) {
  const language = useLanguage()
  const { data: named } = useQuery({
    ...queryOf(readRelation, { id: relation ?? '' }),
    enabled: relation !== undefined && /^[0-9a-f-]{36}$/.test(relation),
  })
  const preset = named === undefined ? [] : [{ id: named.id, label: partnerName(named, language) }]
  // The form begins with the cooperation chosen, once its name is there.
  return <AddForm key={named?.id ?? ''} preset={JSON.stringify(preset)} onClose={onClose} onAdded={onAdded} />
}

function AddForm({ preset, onClose, onAdded }: { preset: string } & Omit<AddExchangeProps, 'relation'>) {
  const w = words[useLanguage()]
  const saved = useSaved()
  const units = useQuery(queryOf(listUnits, {})).data?.rows ?? []
  const [sure, setSure] = useState<string[]>([])
  const [added, setAdded] = useState<string>()
  const draft = useDraft(addDraftKey, { base: { ...blank, relations: preset }, rev: 0 })
  const adding = useAct(addExchange, {
    key: addDraftKey,
    async done({ slug }, act) {
      draft.clear()
      setAdded(slug)
      await saved(w.saved, act)
    },
  })
  // Gone only once nothing unsaved is left that would hold the visitor back.
  useEffect(() => {
    if (added !== undefined && !draft.dirty) onAdded(added)
  }, [added, draft.dirty, onAdded])
  return (
    <ExchangeFields
      draft={draft}
      units={units}
      acting={adding}
      sure={sure}
      onSure={setSure}
      onSave={() => void adding.send({ ...inputOf(draft.values, units), ...(sure.length > 0 && { sure }) })}
      onCancel={() => {
        draft.clear()
        onClose()
      }}
    />
  )
}

export const mendDraftKey = (id: string) => `pertukaran/${id}`

/** Corrects what is recorded; when somebody was faster both texts stand side by side until this person decides. */
export function MendExchange({ exchange, onClose }: { exchange: ExchangeView; onClose: () => void }) {
  const { language } = useVisitor()
  const w = words[language]
  const saved = useSaved()
  const units = useQuery(queryOf(listUnits, {})).data?.rows ?? []
  const base: ExchangeValues = valuesOf(exchange, (relation) => nameIn(language, relation))
  const draft = useDraft(mendDraftKey(exchange.id), { base, rev: exchange.rev })
  const close = () => {
    draft.clear()
    onClose()
  }
  const mending = useAct(mendExchange, {
    key: exchange.id,
    async done(_, act) {
      close()
      await saved(w.mended, act)
    },
  })
  const stale = useStale(mending.failure)
  const { fields } = useFieldLabels(listIn<PickedRelation>(draft.values.relations))
  const mend = mendOf(draft.values, { base: draft.base, units })
  const save = async (rev: number) => {
    if (Object.keys(mend).length > 0) return await mending.send({ id: exchange.id, rev, ...mend })
    say({ text: w.unchanged })
    close()
  }
  if (stale !== undefined) {
    const mine = { ...mend, ...listsTyped(draft.values, { mend, fields }) }
    const rows = conflictRows(stale, { language, mine, named: { unit: namesById(units) } })
    return <Conflict rows={rows} busy={mending.busy} onMine={() => void save(exchange.rev)} onTheirs={close} />
  }
  return (
    <ExchangeFields
      draft={draft}
      units={units}
      acting={mending}
      sure={[]}
      onSure={() => undefined}
      onSave={() => void save(draft.rev)}
      onCancel={close}
    />
  )
}
