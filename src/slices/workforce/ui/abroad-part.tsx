import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { countryName } from '../../reference/model.ts'
import { addStanding, voidStanding } from '../contract.ts'
import { words as ourWords } from '../messages/words.gen.ts'
import { standings, type Standing } from '../model.ts'
import { SchemeStanding, schemeName } from '../embed.tsx'
import { destinationChoices } from './destination-choices.ts'
import { Opened } from '../../../ui/controls/opened.tsx'
import { RecordForm, type Control } from './record-form.tsx'
import { dayOrNull, orNull } from './typed.ts'
import { useSavingAct } from './use-saving-act.ts'
import type { Overview } from './view.ts'
import { VoidEntry } from './void-entry.tsx'
import { words } from './messages/words.gen.ts'

/** Programmes abroad as they are known today: never open where nobody knows. */
export function AbroadPart({ overview }: { overview: Overview }) {
  const { language, may, on } = useVisitor()
  const { abroad: w } = words[language]
  return (
    <section className="sec" id="luar-negeri">
      <h2>{w.title}</h2>
      <ul className="log">
        {overview.schemes.map((scheme) => {
          const name = schemeName(language, scheme)
          return (
            <li key={scheme.scheme} id={scheme.scheme.replaceAll('_', '-')}>
              <p className="key">
                {countryName(language, scheme.country)}
                {scheme.now?.id !== undefined && <> · {w.ours}</>}
                {scheme.cohorts > 0 && <> · {w.cohorts({ n: scheme.cohorts })}</>}
              </p>
              <div>
                <SchemeStanding scheme={scheme} language={language} on={on} />
                {may('programmes.publish') && scheme.now?.id !== undefined && scheme.now.rev !== undefined && (
                  <VoidEntry endpoint={voidStanding} id={scheme.now.id} rev={scheme.now.rev} what={name} />
                )}
              </div>
            </li>
          )
        })}
      </ul>
      {may('programmes.publish') && (
        <Opened label={w.add} draft="tenaga-kerja/keadaan">
          {(close) => <StandingForm overview={overview} onClose={close} />}
        </Opened>
      )}
    </section>
  )
}

const blank = {
  scheme: 'jp_ssw',
  country: 'JP',
  name: '',
  en: '',
  ja: '',
  ko: '',
  standing: 'belum_diketahui',
  since: '',
  source: '',
  checked: '',
  lookAgainOn: '',
  note: '',
  relation: '',
  relationName: '',
}

function StandingForm({ overview, onClose }: { overview: Overview; onClose: () => void }) {
  const { language } = useVisitor()
  const { abroad: w, cohort } = words[language]
  const { standing: standingName } = ourWords[language]
  const key = 'tenaga-kerja/keadaan'
  const draft = useDraft(key, { base: blank, rev: 0 })
  const { values } = draft
  const close = () => {
    draft.clear()
    onClose()
  }
  const adding = useSavingAct(addStanding, { key, said: w.saved, after: close })
  const isNew = values.scheme === ''
  const save = async () => {
    const names = { id: values.name, en: orNull(values.en), ja: orNull(values.ja), ko: orNull(values.ko) }
    const { id, ...others } = names
    await adding.send({
      ...(isNew ? { country: values.country, names: id.trim() === '' ? others : names } : { scheme: values.scheme }),
      standing: values.standing as Standing,
      since: dayOrNull(values.since) ?? '',
      source: values.source,
      isChecked: values.checked === '1',
      lookAgainOn: dayOrNull(values.lookAgainOn),
      note: orNull(values.note),
      relation: orNull(values.relation),
    })
  }
  const naming: Control[] = [
    {
      as: 'select',
      name: 'country',
      label: cohort.country,
      choices: destinationChoices(language),
    },
    { as: 'line', name: 'name', label: w.name },
    { as: 'line', name: 'en', label: w.nameEn },
    { as: 'line', name: 'ja', label: w.nameJa },
    { as: 'line', name: 'ko', label: w.nameKo },
  ]
  return (
    <RecordForm
      id="keadaan"
      draft={draft}
      acting={adding}
      onSave={() => void save()}
      onClose={onClose}
      controls={[
        {
          as: 'select',
          name: 'scheme',
          label: w.scheme,
          choices: [
            ...overview.schemes.map((one) => ({ value: one.scheme, label: schemeName(language, one) })),
            { value: '', label: w.addNew },
          ],
        },
        ...(isNew ? naming : []),
        {
          as: 'select',
          name: 'standing',
          label: w.standing,
          choices: standings.map((value) => ({ value, label: standingName[value] })),
        },
        { as: 'day', name: 'since', label: w.since },
        { as: 'line', name: 'source', label: w.source, hint: w.sourceHint },
        {
          as: 'select',
          name: 'checked',
          label: w.checked,
          choices: [
            { value: '', label: w.notChecked },
            { value: '1', label: w.checked },
          ],
        },
        { as: 'day', name: 'lookAgainOn', label: w.lookAgainOn },
        { as: 'long', name: 'note', label: w.note },
        { as: 'relation', name: 'relation', label: w.relation },
      ]}
    />
  )
}
