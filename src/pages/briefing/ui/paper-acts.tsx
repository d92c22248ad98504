import type { ReactNode } from 'react'
import { languages, ownNames, type Language } from '../../../shared/languages.ts'
import { words as letterWords } from '../../../slices/letters/ui/messages/words.gen.ts'
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
  /** Addresses of the same paper as files. */
  word: string
  pdf: string
  /** Further choices. */
  children?: ReactNode
}

/** The language of a paper, and the ways in which it leaves: Word, PDF, text for a chat, and the printer. */
export function PaperActs({ paper, onLanguage, word, pdf, children }: PaperActsProps) {
  const own = useLanguage()
  const w = words[own]
  const say = letterWords[own].page
  const { colon, more } = pageWords[paper.language]
  return (
    <div className="no-print">
      <div className="leaf-choices">
        <SelectField
          id="paper-language"
          label={w.language}
          short
          value={paper.language}
          choices={languages.map((value) => ({ value, label: ownNames[value] }))}
          onChange={(event) => onLanguage(event.target.value as Language)}
        />
        {children}
      </div>
      <div className="acts keep gap3">
        <a className="btn sm" download href={word}>
          {say.word}
        </a>
        <a className="btn sm" download href={pdf}>
          {say.pdf}
        </a>
        <CopyButton text={() => paperText(paper, { colon, more: (n) => more({ n }) })} />
        <button type="button" className="btn sm" onClick={() => window.print()}>
          {w.print}
        </button>
      </div>
    </div>
  )
}
