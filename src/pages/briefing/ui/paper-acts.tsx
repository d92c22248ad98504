import { languages, ownNames, type Language } from '../../../shared/languages.ts'
import { CopyButton } from '../../../ui/controls/copy-button.tsx'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { SelectField } from '../../../ui/marks/field.tsx'
import { paperText } from '../model.ts'
import { words as pageWords } from '../messages/words.gen.ts'
import type { PaperShown } from './paper-view.tsx'
import { words } from './messages/words.gen.ts'

export type PaperActsProps = {
  paper: PaperShown
  onLanguage: (language: Language) => void
}

/** The language of a paper, and the ways in which it leaves: text for a chat, and the printer. */
export function PaperActs({ paper, onLanguage }: PaperActsProps) {
  const w = words[useLanguage()]
  const { colon, more } = pageWords[paper.language]
  return (
    <div className="acts keep">
      <SelectField
        id="paper-language"
        label={w.language}
        short
        value={paper.language}
        choices={languages.map((value) => ({ value, label: ownNames[value] }))}
        onChange={(event) => onLanguage(event.target.value as Language)}
      />
      <CopyButton text={() => paperText(paper, { colon, more: (n) => more({ n }) })} />
      <button type="button" className="btn sm" onClick={() => window.print()}>
        {w.print}
      </button>
    </div>
  )
}
