import { Link } from 'react-router'
import { languages, ownNames } from '../../../shared/languages.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import type { LetterView } from './view.ts'
import { writeAddress } from './write-address.ts'
import { words } from './messages/words.gen.ts'

/** A letter to a partner in another language: the same purpose and request, written anew from the record. */
export function AlsoWrite({ letter }: { letter: LetterView }) {
  const w = words[useLanguage()]
  const { relation, purpose, activity, asked, replyBy } = letter
  if (letter.kind !== 'surat_mitra' || relation === null || purpose === null) return null
  const others = languages.filter((each) => each !== letter.language)
  return (
    <p className="acts gap">
      <span>{w.also}</span>
      {others.map((each) => (
        <Link
          key={each}
          lang={each}
          className="btn sm"
          to={writeAddress({ relation, purpose, language: each, activity, followUp: asked?.id, replyBy })}
        >
          {ownNames[each]}
        </Link>
      ))}
    </p>
  )
}
