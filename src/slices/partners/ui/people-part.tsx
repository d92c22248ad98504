import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../shared/format.ts'
import type { Language } from '../../../shared/languages.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { RecordedName } from '../../../ui/marks/person-name.tsx'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { words as referenceWords } from '../../reference/messages/words.gen.ts'
import type { Level } from '../../sources/model.ts'
import { SourceButton, Sourced } from '../../sources/ui/sourced.tsx'
import { words as partnerWords } from '../messages/words.gen.ts'
import { endPerson } from '../contract.ts'
import { termOn } from '../model.ts'
import { PersonForm } from './person-form.tsx'
import { Opened } from '../../../ui/controls/opened.tsx'
import { SmallForm } from './small-form.tsx'
import type { PersonView, RecordView } from './view.ts'
import { words } from './messages/words.gen.ts'

export type PeoplePartProps = { partner: RecordView; levels: Readonly<Record<string, Level>> }

/** Who holds which office at the partner, over time; the newest first, earlier holders stay. */
export function PeoplePart({ partner, levels }: PeoplePartProps) {
  const { language, may } = useVisitor()
  const w = words[language].people
  return (
    <section className="sec">
      <h2>{w.title}</h2>
      {partner.people.length === 0 && <EmptyState>{w.none}</EmptyState>}
      <ul className="people">
        {partner.people.map((person) => (
          <PersonEntry key={person.id} person={person} level={levels[`${person.id}.name`] ?? 'recorded'} />
        ))}
      </ul>
      {may('partners.mend') && (
        <Opened label={w.add}>{(close) => <PersonForm partner={partner.id} onClose={close} />}</Opened>
      )}
    </section>
  )
}

function PersonEntry({ person, level }: { person: PersonView; level: Level }) {
  const { language, may, on } = useVisitor()
  const w = words[language].people
  const [open, setOpen] = useState<'mend' | 'end'>()
  const { givenName, familyName, nameLang, office, fromOn, toOn, seenOn } = person
  const plain = [givenName, familyName].filter((part) => part !== '').join(' ')
  const term = termOn({ fromOn: fromOn ?? undefined, toOn: toOn ?? undefined, seenOn }, on)
  const sheet = { subject: person.id, field: 'name', what: plain, inUse: plain }
  return (
    <li>
      <p>
        <b>
          <Sourced level={level} {...sheet}>
            <RecordedName name={{ givenName, familyName, nameLang }} />
          </Sourced>
        </b>
        , {referenceWords[language].office[office]}
      </p>
      <p className="s q">
        {partnerWords[language].term[term]} · {termWords(person, language)}
      </p>
      {may('partners.mend') && open === undefined && (
        <p className="acts">
          <button type="button" className="linklike s" onClick={() => setOpen('mend')}>
            {w.mend}
            <span className="vh">: {plain}</span>
          </button>
          {toOn === null && (
            <button type="button" className="linklike s" onClick={() => setOpen('end')}>
              {w.end}
              <span className="vh">: {plain}</span>
            </button>
          )}
          {level === 'recorded' && <SourceButton {...sheet} />}
        </p>
      )}
      {open === 'mend' && <PersonForm person={person} onClose={() => setOpen(undefined)} />}
      {open === 'end' && <EndForm person={person} onClose={() => setOpen(undefined)} />}
    </li>
  )
}

function termWords({ fromOn, toOn, seenOn }: PersonView, language: Language): string {
  const w = partnerWords[language]
  const day = (date: string) => formatDate(date, language)
  if (fromOn !== null && toOn !== null) return w.span({ from: day(fromOn), to: day(toOn) })
  const seen = w.seen({ seen: day(seenOn) })
  if (fromOn !== null) return w.since({ from: day(fromOn) })
  return toOn === null ? seen : `${w.until({ to: day(toOn) })} · ${seen}`
}

function EndForm({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const { language, on } = useVisitor()
  const w = words[language].people
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const draft = useDraft(`person/${person.id}/end`, { base: { toOn: on }, rev: person.rev })
  const close = () => {
    draft.clear()
    onClose()
  }
  const ending = useAct(endPerson, {
    key: person.id,
    async done(_, act) {
      close()
      sayDone(w.saved, act)
      await queries.invalidateQueries()
    },
  })
  const save = async () => await ending.send({ id: person.id, rev: person.rev, toOn: draft.values.toOn })
  return (
    <SmallForm
      id={`end-${person.id}`}
      {...{ draft, acting: ending, label: w.save, labels: { toOn: w.endOn }, onCancel: close }}
      onSave={() => void save()}
    >
      {({ day }) => day('toOn', { hint: w.dateHint })}
    </SmallForm>
  )
}
