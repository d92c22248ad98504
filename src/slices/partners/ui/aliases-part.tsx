import { useQueryClient } from '@tanstack/react-query'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { addAlias, dropAlias } from '../contract.ts'
import { Opened } from '../../../ui/controls/opened.tsx'
import { SmallForm } from './small-form.tsx'
import type { RecordView } from './view.ts'
import { words } from './messages/words.gen.ts'

/** Other spellings under which the partner is found, also wrong ones. */
export function AliasesPart({ partner }: { partner: RecordView }) {
  const { language, may } = useVisitor()
  const w = words[language].aliases
  return (
    <section className="sec">
      <h2>{w.title}</h2>
      {partner.aliases.length === 0 && <p className="q">{w.none}</p>}
      <ul>
        {partner.aliases.map((alias) => (
          <AliasEntry key={alias.id} alias={alias} />
        ))}
      </ul>
      {may('partners.mend') && (
        <Opened label={w.add}>{(close) => <AliasForm partner={partner.id} onClose={close} />}</Opened>
      )}
    </section>
  )
}

function AliasEntry({ alias }: { alias: RecordView['aliases'][number] }) {
  const { language, may } = useVisitor()
  const w = words[language].aliases
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const dropping = useAct(dropAlias, {
    key: alias.id,
    async done(_, act) {
      sayDone(w.dropped, act)
      await queries.invalidateQueries()
    },
  })
  return (
    <li>
      <bdi lang={alias.lang ?? undefined}>{alias.name}</bdi>{' '}
      {may('partners.mend') && (
        <button
          type="button"
          className="linklike s"
          aria-busy={dropping.busy}
          onClick={() => void dropping.send({ id: alias.id, rev: alias.rev })}
        >
          {w.drop}
          <span className="vh">: {alias.name}</span>
        </button>
      )}
      <FailureNotice acting={dropping} />
    </li>
  )
}

function AliasForm({ partner, onClose }: { partner: string; onClose: () => void }) {
  const { language } = useVisitor()
  const w = words[language].aliases
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const draft = useDraft(`alias/${partner}`, { base: { name: '' }, rev: 0 })
  const close = () => {
    draft.clear()
    onClose()
  }
  const adding = useAct(addAlias, {
    key: partner,
    async done(_, act) {
      close()
      sayDone(w.added, act)
      await queries.invalidateQueries()
    },
  })
  const save = async () => await adding.send({ id: partner, name: draft.values.name })
  return (
    <SmallForm
      id="alias"
      {...{ draft, acting: adding, label: w.save, labels: { name: w.add }, onCancel: close }}
      onSave={() => void save()}
    >
      {({ text }) => text('name')}
    </SmallForm>
  )
}
