import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { countryName } from '../../reference/model.ts'
import { addStanding, voidStanding } from '../contract.ts'
import { words as ourWords } from '../messages/words.gen.ts'
import { isFromElsewhere, standings, type Standing } from '../model.ts'
import { isShippedScheme } from '../schemes.ts'
import { SchemeInside, schemeName, sourceText } from '../embed.tsx'
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
                <SchemeInside scheme={scheme} language={language} on={on} />
                {may('programmes.publish') && scheme.now?.id !== undefined && scheme.now.rev !== undefined && (
                  <VoidEntry endpoint={voidStanding} id={scheme.now.id} rev={scheme.now.rev} what={name} />
                )}
                {may('programmes.publish') && scheme.now !== undefined && isFromElsewhere(scheme.now) && (
                  <Confirming scheme={scheme} overview={overview} />
                )}
              </div>
            </li>
          )
        })}
      </ul>
      {may('programmes.publish') && (
        <Opened label={w.add} draft={formKey}>
          {(close) => <StandingForm overview={overview} formKey={formKey} told={blank} onClose={close} />}
        </Opened>
      )}
    </section>
  )
}

/** What another outlet says, made the region's own once an officer compared it: the form as it would be filled in. */
function Confirming({ scheme, overview }: { scheme: Overview['schemes'][number]; overview: Overview }) {
  const { language } = useVisitor()
  const { abroad: w } = words[language]
  const { scheme: id, country, now } = scheme
  const key = `${formKey}/${id}`
  if (now === undefined) return null
  const { standing, since, startsOn = '', lookAgainOn = '' } = now
  const note = isShippedScheme(id) ? ourWords[language].schemeNote[id] : ''
  const told = { scheme: id, country, standing, since, startsOn, lookAgainOn, note, source: sourceText(now) }
  return (
    <Opened label={w.confirm({ name: schemeName(language, scheme) })} draft={key}>
      {(close) => (
        <>
          <p className="s gap">{w.confirmHint}</p>
          <StandingForm overview={overview} formKey={key} told={{ ...blank, ...told }} onClose={close} />
        </>
      )}
    </Opened>
  )
}

const formKey = 'tenaga-kerja/keadaan'

const blank = {
  scheme: 'jp_ssw',
  country: 'JP',
  name: '',
  en: '',
  ja: '',
  ko: '',
  standing: 'belum_diketahui',
  since: '',
  startsOn: '',
  source: '',
  checked: '',
  lookAgainOn: '',
  note: '',
  relation: '',
  relationName: '',
}

interface StandingFormProps {
  overview: Overview
  formKey: string
  /** What is filled in at first. */
  told: typeof blank
  onClose: () => void
}

function StandingForm({ overview, formKey: key, told, onClose }: StandingFormProps) {
  const { language } = useVisitor()
  const { abroad: w, cohort } = words[language]
  const { standing: standingName } = ourWords[language]
  const draft = useDraft(key, { base: told, rev: 0 })
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
      startsOn: values.standing === 'diumumkan' ? dayOrNull(values.startsOn) : null,
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
      id={key.replaceAll('/', '-')}
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
        ...(values.standing === 'diumumkan'
          ? [{ as: 'day', name: 'startsOn', label: w.startsOn, hint: w.startsHint } as const]
          : []),
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
