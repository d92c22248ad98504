import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { useAct } from '../../../../ui/controls/act.ts'
import { usePageTitle } from '../../../../ui/controls/page-title.ts'
import { useDraft } from '../../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../../ui/controls/visitor.ts'
import { useSayDone } from '../../../ledger/ui/use-undo.ts'
import { registerMail } from '../../contract.ts'
import { EmlDrop } from './eml-drop.tsx'
import { MailForm } from './mail-form.tsx'
import { directionIn, emptyMail, inputOf, newInputOf } from './mail-values.ts'
import { words } from './messages/words.gen.ts'

/** A letter is registered: by hand, or from a mail that fills the form. `?arah=keluar` for one that went out. */
export function RegisterPage() {
  const [search] = useSearchParams()
  const direction = directionIn(search)
  const answers = search.get('menjawab') ?? undefined
  return <Register key={`${direction} ${answers ?? ''}`} direction={direction} answers={answers} />
}

function Register({ direction, answers }: { direction: 'in' | 'out'; answers: string | undefined }) {
  const { language, on } = useVisitor()
  const w = words[language]
  usePageTitle(w.form[direction])
  const navigate = useNavigate()
  const sayDone = useSayDone()
  const queries = useQueryClient()
  const [sure, setSure] = useState<string[]>([])
  const key = `mail/new/${direction}${answers === undefined ? '' : `/${answers}`}`
  const draft = useDraft(key, { base: { ...emptyMail, passedOn: on }, rev: 0 })
  const registering = useAct(registerMail, {
    key,
    async done({ id, register }, act) {
      draft.clear()
      sayDone(w.form.saved({ register }), act)
      await queries.invalidateQueries()
      void navigate(`/surat/catatan/${id}`)
    },
  })
  const { values } = draft
  return (
    <>
      <p className="s">
        <Link to="/surat">{w.page.back}</Link>
      </p>
      <h1 tabIndex={-1}>{w.form[direction]}</h1>
      {values.kind === 'kedutaan' && <p className="note">{w.missionWhy}</p>}
      <MailForm
        direction={direction}
        values={values}
        onChange={draft.set}
        restored={draft.restored && draft.dirty}
        acting={registering}
        sure={sure}
        onSure={setSure}
        label={w.form.save}
        isNew
        onSave={() =>
          void registering.send({
            direction,
            ...inputOf(values, { answers }),
            ...newInputOf(values),
            ...(sure.length > 0 && { sure }),
          })
        }
      >
        {direction === 'in' && <EmlDrop values={values} onChange={draft.set} />}
      </MailForm>
    </>
  )
}
