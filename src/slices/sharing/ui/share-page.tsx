import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Language } from '../../../shared/languages.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { ShareLink } from '../../links/ui/share-link.tsx'
import { sharePage } from '../contract.ts'
import { PartBody } from '../embed.tsx'
import { words as pageWords } from '../messages/words.gen.ts'
import { orderParts, partIds, type PartId } from '../model.ts'
import type { Part } from '../shapes.ts'
import { words } from './messages/words.gen.ts'

export type SharePageProps = {
  relation: string
  parts: readonly Part[]
  /** The partner's language first. */
  language: Language
  pair: string
}

/** Chooses the parts, each with exactly what the page will say in the partner's language, and makes the link. */
export function SharePage({ relation, parts, language: first, pair }: SharePageProps) {
  const own = useLanguage()
  const w = words[own]
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<readonly PartId[]>(partIds)
  const [shown, setShown] = useState(first)
  const toggle = (id: PartId) =>
    setChosen((before) => (before.includes(id) ? before.filter((each) => each !== id) : orderParts([...before, id])))
  return (
    <section className="sec after" id="bagikan" aria-labelledby="judul-bagikan">
      <h3 id="judul-bagikan">{w.share}</h3>
      <fieldset className="f plain">
        <legend>{w.choose}</legend>
        {parts.map((part) => (
          <div key={part.id} className="gap">
            <label className="pick">
              <input type="checkbox" checked={chosen.includes(part.id)} onChange={() => toggle(part.id)} />
              {pageWords[own].part[part.id]}
            </label>
            <details>
              <summary>
                {w.preview}
                <span className="vh">: {pageWords[own].part[part.id]}</span>
              </summary>
              <div className="note" lang={shown}>
                <PartBody language={shown} part={part} />
              </div>
            </details>
          </div>
        ))}
      </fieldset>
      {chosen.length === 0 && (
        <p className="err" role="alert">
          {w.chooseOne}
        </p>
      )}
      <ShareLink
        endpoint={sharePage}
        id={relation}
        days={30}
        language={first}
        more={{ parts: chosen }}
        onLanguage={setShown}
        textOf={(address, given) => words[given.language].message({ pair, address })}
        onMade={() => void queries.invalidateQueries()}
      />
    </section>
  )
}
