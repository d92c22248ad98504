import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import type { Change } from '../../../shared/failure.ts'
import { Conflict } from '../../../ui/controls/conflict.tsx'
import { queryOf } from '../../../ui/controls/query.ts'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { writeInstant } from '../../../ui/controls/written.ts'
import { listUnits } from '../../reference/contract.ts'
import { RelationsField, type PickedRelation } from '../../relations/ui/relations-field.tsx'
import { addCohort, mendCohort, readOverview } from '../contract.ts'
import { schemeName, writeStanding } from '../embed.tsx'
import { RecordForm } from './record-form.tsx'
import { destinationChoices } from './destination-choices.ts'
import { dayOrNull, orNull } from './typed.ts'
import { useSavingAct } from './use-saving-act.ts'
import type { CohortView } from './view.ts'
import { words } from './messages/words.gen.ts'

type Values = ReturnType<typeof valuesOf>

function valuesOf(cohort: CohortView | undefined, relation?: { id: string; name: string }) {
  return {
    name: cohort?.name ?? '',
    country: cohort?.country ?? 'JP',
    scheme: cohort?.scheme ?? '',
    unit: cohort?.unitId ?? '',
    via: cohort?.via?.id ?? '',
    viaName: cohort?.via?.name ?? '',
    beganOn: cohort?.beganOn ?? '',
    opinionFile: cohort?.opinion?.id ?? '',
    opinionFileName: cohort?.opinion?.name ?? '',
    opinionFileBytes: String(cohort?.opinion?.bytes ?? 0),
    note: cohort?.note ?? '',
    relations: JSON.stringify(
      cohort?.relations.map(({ id, name }) => ({ id, label: name })) ?? (relation ? [relation] : []),
    ),
  }
}

/** A cohort: where to, by which programme, from which agency, and the legal opinion where the programme is suspended. */
export function CohortForm({ cohort, onClose }: { cohort?: CohortView; onClose: () => void }) {
  const { language, on } = useVisitor()
  const { cohort: w } = words[language]
  const navigate = useNavigate()
  const key = `angkatan/${cohort?.id ?? 'baru'}`
  const draft = useDraft(key, { base: valuesOf(cohort), rev: cohort?.rev ?? 0 })
  const { values } = draft
  const units = useQuery(queryOf(listUnits, {})).data?.rows ?? []
  const schemes = useQuery(queryOf(readOverview, {})).data?.schemes ?? []
  const close = () => {
    draft.clear()
    onClose()
  }
  const adding = useSavingAct(addCohort, {
    key,
    said: w.saved,
    after({ slug }) {
      close()
      // After the draft is gone: nothing is left unsaved that would ask.
      setTimeout(() => void navigate(`/program/tenaga-kerja/${slug}`))
    },
  })
  const mending = useSavingAct(mendCohort, { key, said: w.saved, after: close })
  const acting = cohort === undefined ? adding : mending
  const chosen = JSON.parse(values.relations) as PickedRelation[]
  const isElsewhere = schemes.some(({ scheme, country }) => scheme === values.scheme && country !== values.country)
  const save = async (rev: number) => {
    const sent = {
      name: values.name,
      country: values.country,
      // A programme of another country went with that country.
      scheme: isElsewhere || values.scheme === '' ? null : values.scheme,
      ...(values.unit !== draft.base.unit && { unit: values.unit === '' ? null : values.unit }),
      via: values.via === '' ? null : values.via,
      beganOn: dayOrNull(values.beganOn),
      opinionFile: values.opinionFile === '' ? null : values.opinionFile,
      note: orNull(values.note),
      relations: chosen.map(({ id }) => id),
    }
    if (cohort === undefined) await adding.send(sent)
    else await mending.send({ id: cohort.id, rev, ...sent })
  }
  if (mending.failure?.code === 'stale' && cohort !== undefined) {
    const { changes = [] } = mending.failure.details
    const rest = { changes, values, busy: mending.busy, onMine: () => void save(cohort.rev), onTheirs: close }
    return <CohortConflict {...rest} />
  }
  const of = schemes.filter(({ country }) => country === values.country)
  const chosenScheme = of.find((one) => one.scheme === values.scheme)
  return (
    <RecordForm
      id={cohort?.id ?? 'angkatan-baru'}
      draft={draft}
      acting={acting}
      onSave={() => void save(draft.rev)}
      onClose={onClose}
      controls={[
        { as: 'line', name: 'name', label: w.name },
        {
          as: 'select',
          name: 'country',
          label: w.country,
          choices: destinationChoices(language),
        },
        {
          as: 'select',
          name: 'scheme',
          label: w.scheme,
          hint: chosenScheme && writeStanding(language, { line: chosenScheme.now, on }),
          choices: [
            { value: '', label: w.schemeNone },
            ...of.map((one) => ({ value: one.scheme, label: schemeName(language, one) })),
          ],
        },
        { as: 'day', name: 'beganOn', label: w.beganOn },
        {
          as: 'select',
          name: 'unit',
          label: w.unit,
          choices: [{ value: '', label: w.unitNone }, ...units.map(({ id, name }) => ({ value: id, label: name }))],
        },
        { as: 'partner', name: 'via', label: w.via, hint: w.viaHint },
        { as: 'file', name: 'opinionFile', label: w.opinion, hint: w.opinionHint },
        { as: 'long', name: 'note', label: w.note },
      ]}
    >
      <RelationsField
        id="angkatan-kerja-sama"
        label={w.relations}
        hint={words[language].form.choiceHint}
        picked={chosen}
        onPick={(next) => draft.set({ relations: JSON.stringify(next) })}
      />
    </RecordForm>
  )
}

interface ConflictProps {
  changes: readonly Change[]
  values: Values
  busy: boolean
  onMine: () => void
  onTheirs: () => void
}

/** Somebody changed it meanwhile: both texts. The page is read again for the next try's revision. */
function CohortConflict({ changes, values, ...rest }: ConflictProps) {
  const { language } = useVisitor()
  const { cohort: w, form } = words[language]
  const queries = useQueryClient()
  useEffect(() => void queries.invalidateQueries(), [queries, changes])
  const columns: Readonly<Record<string, { label: string; mine: string }>> = {
    name: { label: w.name, mine: values.name },
    country: { label: w.country, mine: values.country },
    scheme: { label: w.scheme, mine: values.scheme },
    began_on: { label: w.beganOn, mine: values.beganOn },
    note: { label: w.note, mine: values.note },
  }
  const rows = changes.flatMap(({ field, now, by, at }) => {
    const column = columns[field]
    if (column === undefined) return []
    const theirs = typeof now === 'string' && now !== '' ? now : form.empty
    return [{ label: column.label, mine: column.mine || form.empty, theirs, by, at: writeInstant(at, language) }]
  })
  return <Conflict rows={rows} {...rest} />
}
