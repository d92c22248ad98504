import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import { foldForSearch } from '../../../shared/text.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { ChoiceBox } from '../../../ui/controls/choice-box.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { faultWord } from '../../../ui/controls/faults.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import type { Language } from '../../../shared/languages.ts'
import { readPartner } from '../../partners/contract.ts'
import { PartnerPicker, type PickedPartner } from '../../partners/ui/partner-picker.tsx'
import { countryChoices, readCountry } from '../../partners/ui/view.ts'
import { countryName } from '../../reference/model.ts'
import { setPartner } from '../contract.ts'
import { PartnerConsequence } from './partner-consequence.tsx'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import type { RelationView } from './view.ts'
import { words } from './messages/words.gen.ts'

/** What a party that nobody named may turn out to be; what follows differs for each. */
const answers = ['foreign_local_government', 'institution', 'company'] as const
type Answer = (typeof answers)[number]

/** "Siapa mitranya?": says who stands behind a label, and before it is saved what follows from that, with the article. */
export function SetPartner({ relation }: { relation: RelationView }) {
  const { language } = useVisitor()
  const w = words[language].who
  const saved = useSaved()
  const [answer, setAnswer] = useState<Answer>()
  const [country, setCountry] = useState(() => countryIn(relation.label, language))
  const [picked, setPicked] = useState<PickedPartner>()
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const [sure, setSure] = useState(false)
  const { data: known } = useQuery({
    ...queryOf(readPartner, { id: picked?.id ?? '' }),
    enabled: picked !== undefined,
  })
  const setting = useAct(setPartner, { key: relation.id, done: (_, act) => saved(w.saved, act) })
  const { failure, busy } = setting
  const { hash, key } = useLocation()
  const heading = useRef<HTMLHeadingElement>(null)
  // The form stands far down and comes after the address: who was led here is brought to it when it is there.
  useEffect(() => {
    if (hash !== '#mitra') return
    heading.current?.focus({ preventScroll: true })
    heading.current?.scrollIntoView()
  }, [hash, key])
  const refused = failure?.code === 'invalid' ? failure.details.fields?.[0] : undefined
  const isDoubtful = refused?.fault === 'doubtful'
  const isNamed = picked !== undefined || typed.trim() !== ''
  const isAnswered = picked !== undefined || answer !== undefined
  const error = tried && !isNamed ? w.choose : refused && (refused.fault === 'taken' ? w.taken : faultWord(language, refused.fault)) // prettier-ignore
  const at = readCountry(language, country)
  const save = () => {
    setTried(true)
    if (!isNamed || !isAnswered) return
    const named = { name: typed.trim(), kind: answer, ...(at !== undefined && { country: at }) }
    const who = picked === undefined ? { newPartner: named } : { partner: picked.id }
    void setting.send({ id: relation.id, rev: relation.rev, ...who, ...(sure && { sure: ['name'] }) })
  }
  return (
    <section className="sec strong" id="mitra" aria-labelledby="mitra-h">
      <h2 id="mitra-h" ref={heading} tabIndex={-1}>
        {w.title}
      </h2>
      <p className="s q">{w.why}</p>
      <form
        className="form gap"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <fieldset className="f plain">
          <legend className="vh">{w.title}</legend>
          {tried && !isAnswered && <p className="err">{w.chooseKind}</p>}
          {answers.map((kind) => (
            <label key={kind} className="pick">
              <input type="radio" name="who" checked={answer === kind} onChange={() => setAnswer(kind)} />
              <span>{w.answer[kind]}</span>
            </label>
          ))}
          <p className="s q">{w.unknown}</p>
        </fieldset>
        <ChoiceBox
          id="who-country"
          label={w.country}
          text={country}
          choices={countryChoices(language)}
          onText={setCountry}
        />
        {picked === undefined && answer !== undefined && (
          <Consequence relation={relation} partner={{ kind: answer, country: at ?? null }} />
        )}
        <PartnerPicker
          id="set-partner"
          label={w.name}
          hint={w.nameHint}
          error={error}
          picked={picked}
          creates={false}
          onPick={setPicked}
          onText={setTyped}
        />
        {picked !== undefined && known !== undefined && <Consequence relation={relation} partner={known} />}
        {isDoubtful && (
          <label className="pick">
            <input type="checkbox" checked={sure} onChange={(event) => setSure(event.currentTarget.checked)} />
            {w.sure}
          </label>
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

/** What follows, and that a report of a signing counts for nothing in it. */
function Consequence({
  relation,
  partner,
}: {
  relation: RelationView
  partner: { kind: string | null; country: string | null }
}) {
  // prettier-ignore
  const w = words[useVisitor().language].who
  return (
    <div className="lined">
      <p>
        <b>{w.follows}</b>
      </p>
      <PartnerConsequence partner={partner} type={relation.cooperationType ?? undefined} isAnswer />
      <p className="s q">{w.noText}</p>
    </div>
  )
}

/** The country that a label names ("pihak Korea Selatan"), in the reader's language; empty where it names none. */
function countryIn(label: string | null, language: Language): string {
  const said = foldForSearch(label ?? '')
  const [found] = countryChoices('id').filter((choice) => said.includes(foldForSearch(choice.label)))
  return found === undefined ? '' : countryName(language, found.id)
}
