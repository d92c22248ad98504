import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { SelectField, TextField } from '../../../ui/marks/field.tsx'
import { DropButton } from '../../agenda/ui/drop-button.tsx'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { dropStrategic, linkStrategic } from '../contract.ts'
import { words as forumWords } from '../messages/words.gen.ts'
import { strategicKinds, type StrategicKind } from '../model.ts'
import type { IssuePageView } from './view.ts'
import { words } from './messages/words.gen.ts'

type Line = IssuePageView['strategic'][number]

export type SupportsListProps = {
  rows: readonly Line[]
  mayMend: boolean
  /** On the cooperation's own page, where it goes without saying whose they are. */
  isOwn?: boolean
}

/** What an issue or a cooperation supports of the region's own programmes. */
export function SupportsList({ rows, mayMend, isOwn = false }: SupportsListProps) {
  const language = useLanguage()
  const w = words[language]
  if (rows.length === 0) return <p className="empty">{w.noSupports}</p>
  return (
    <ul className="lines">
      {rows.map(({ id, kind, code, words: said, sourceWords, relation, rev }) => (
        <li key={id}>
          <p className="key">
            {forumWords[language].strategic[kind]}
            {relation !== undefined && !isOwn && <> · {w.ofRelation}</>}
          </p>
          <p>
            <bdi lang="id">{[code, said].filter((part) => part !== undefined).join(' · ')}</bdi>
          </p>
          {sourceWords !== undefined && (
            <p className="s q">
              <bdi lang="id">{sourceWords}</bdi>
            </p>
          )}
          {mayMend && (
            <div className="acts">
              <DropButton endpoint={dropStrategic} input={{ id, rev }} label={w.drop} what={said} said={w.dropped} />
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

const blank = { kind: 'rpjmd', code: '', words: '', sourceWords: '' }

/** Which programme it supports: RPJMD, RKPD or vision, in words, with code and document where known. */
export function SupportsForm({ of, onClose }: { of: { issue: string } | { relation: string }; onClose: () => void }) {
  const language = useLanguage()
  const w = words[language]
  const key = 'issue' in of ? of.issue : of.relation
  const draft = useDraft(`isu/${key}/program`, { base: blank, rev: 0 })
  const { values } = draft
  const saved = useSaved()
  const close = () => {
    draft.clear()
    onClose()
  }
  const linking = useAct(linkStrategic, {
    key,
    async done(_, act) {
      close()
      await saved(w.linked, act)
    },
  })
  const fields = {
    words: { id: 'program-kata', label: w.programme },
    code: { id: 'program-kode', label: w.code },
    sourceWords: { id: 'program-dokumen', label: w.document },
  }
  const details = linking.failure?.code === 'invalid' ? linking.failure.details : {}
  const errors = formErrors(details, { language, fields })
  const input = (name: 'words' | 'code' | 'sourceWords', most: number) => (
    <TextField
      {...fields[name]}
      error={errors.find(({ field }) => field === fields[name].id)?.fault}
      maxLength={most}
      short={name === 'code'}
      autoComplete="off"
      value={values[name]}
      onChange={(event) => draft.set({ [name]: event.currentTarget.value })}
    />
  )
  return (
    <form
      className="form gap"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const { kind, code, words: said, sourceWords } = values
        void linking.send({
          ...of,
          kind: kind as StrategicKind,
          words: said,
          ...(code.trim() !== '' && { code }),
          ...(sourceWords.trim() !== '' && { sourceWords }),
        })
      }}
    >
      <SelectField
        id="program-jenis"
        label={w.kind}
        short
        value={values.kind}
        choices={strategicKinds.map((kind) => ({ value: kind, label: forumWords[language].strategic[kind] }))}
        onChange={(event) => draft.set({ kind: event.currentTarget.value })}
      />
      {input('words', 500)}
      {input('code', 60)}
      {input('sourceWords', 300)}
      <FailureNotice acting={linking} />
      <div className="acts">
        <SaveButton label={w.link} busy={linking.busy} small />
        <button type="button" className="btn sm" onClick={close}>
          {w.cancel}
        </button>
      </div>
    </form>
  )
}
