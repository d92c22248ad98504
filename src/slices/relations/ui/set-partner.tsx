import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { faultWord } from '../../../ui/controls/faults.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { readPartner } from '../../partners/contract.ts'
import { PartnerPicker, type PickedPartner } from '../../partners/ui/partner-picker.tsx'
import { setPartner } from '../contract.ts'
import { PartnerConsequence } from './partner-consequence.tsx'
import { useSaved } from './use-saved.ts'
import type { RelationView } from './view.ts'
import { words } from './messages/words.gen.ts'

/** "Siapa mitranya?": says who stands behind a label, and before it is saved what follows from that. */
export function SetPartner({ relation }: { relation: RelationView }) {
  const { language } = useVisitor()
  const w = words[language].who
  const saved = useSaved()
  const [picked, setPicked] = useState<PickedPartner>()
  const [tried, setTried] = useState(false)
  const { data: partner } = useQuery({
    ...queryOf(readPartner, { id: picked?.id ?? '' }),
    enabled: picked !== undefined,
  })
  const setting = useAct(setPartner, { key: relation.id, done: (_, act) => saved(w.saved, act) })
  const { failure, busy } = setting
  const refused = failure?.code === 'invalid' ? failure.details.fields?.[0] : undefined
  const taken = refused?.fault === 'taken' ? w.taken : undefined
  const error = tried && picked === undefined ? w.choose : (taken ?? (refused && faultWord(language, refused.fault)))
  return (
    <section className="sec strong" id="mitra" aria-labelledby="mitra-h">
      <h2 id="mitra-h">{w.title}</h2>
      <p className="s q">{w.why}</p>
      <form
        className="form gap"
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (picked !== undefined) void setting.send({ id: relation.id, rev: relation.rev, partner: picked.id })
        }}
      >
        <PartnerPicker id="set-partner" label={w.label} error={error} picked={picked} onPick={setPicked} />
        {picked !== undefined && partner !== undefined && (
          <PartnerConsequence partner={partner} type={relation.cooperationType ?? undefined} />
        )}
        {failure?.code === 'stale' && <p role="alert">{failure.message}</p>}
        <FailureNotice acting={setting} />
        <div className="acts">
          <SaveButton label={w.save} busy={busy} />
        </div>
      </form>
    </section>
  )
}
