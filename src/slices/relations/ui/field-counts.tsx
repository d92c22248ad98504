import { useLanguage } from '../../../ui/controls/visitor.ts'
import { words as relationWords } from '../messages/words.gen.ts'
import { countShown, type FieldView } from './view.ts'

/** "9 ditawarkan · 6 disebut · 3 belum disebut". */
export function FieldCounts({ fields }: { fields: readonly FieldView[] }) {
  const w = relationWords[useLanguage()].fields
  const { offered, named, unnamed } = countShown(fields)
  return (
    <p>
      <b>{w.offered({ n: offered })}</b> · {w.named({ n: named })}
      {unnamed > 0 && ` · ${w.unnamed({ n: unnamed })}`}
    </p>
  )
}
