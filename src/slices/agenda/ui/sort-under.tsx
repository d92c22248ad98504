import { useState } from 'react'
import { nameIn } from '../../../shared/names.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { linkRelation, unlinkRelation } from '../contract.ts'
import { DropButton } from './drop-button.tsx'
import { Opened } from '../../../ui/controls/opened.tsx'
import type { ActivityView } from './use-activity.ts'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { RelationField } from '../../relations/ui/relation-field.tsx'
import { words } from './messages/words.gen.ts'

/** Classify later: which cooperation an activity belongs to, one or several. */
export function SortUnder({ activity: { id, relations } }: { activity: ActivityView }) {
  const language = useLanguage()
  const w = words[language]
  return (
    <Opened label={w.sort}>
      {(close) => (
        <>
          {relations.map((relation) => (
            <p key={relation.id} className="acts">
              <bdi>{nameIn(language, relation)}</bdi>
              <DropButton
                endpoint={unlinkRelation}
                input={{ id, relation: relation.id }}
                label={w.unlink}
                what={nameIn(language, relation)}
                said={w.unlinked}
              />
            </p>
          ))}
          <LinkForm id={id} onClose={close} />
        </>
      )}
    </Opened>
  )
}

function LinkForm({ id, onClose }: { id: string; onClose: () => void }) {
  const w = words[useLanguage()]
  const saved = useSaved()
  const [who, setWho] = useState<{ text: string; relation: string | undefined }>({ text: '', relation: undefined })
  const [isAsked, setIsAsked] = useState(false)
  const linking = useAct(linkRelation, {
    key: id,
    async done(_, act) {
      onClose()
      await saved(w.sorted, act)
    },
  })
  return (
    <form
      className="form after"
      onSubmit={(event) => {
        event.preventDefault()
        setIsAsked(who.relation === undefined)
        if (who.relation !== undefined) void linking.send({ id, relation: who.relation })
      }}
    >
      <RelationField
        id="sort-who"
        label={w.relations}
        error={isAsked && who.relation === undefined ? w.chooseOne : undefined}
        text={who.text}
        onWho={setWho}
      />
      <FailureNotice acting={linking} />
      <div className="acts">
        <SaveButton label={w.sort} busy={linking.busy} small />
        <button type="button" className="btn sm" onClick={onClose}>
          {w.cancel}
        </button>
      </div>
    </form>
  )
}
