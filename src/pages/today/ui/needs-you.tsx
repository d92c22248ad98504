import type { z } from 'zod'
import { Link } from 'react-router'
import { formatDate } from '../../../shared/format.ts'
import { nameIn } from '../../../shared/names.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import type { readToday } from '../contract.ts'
import { words } from '../messages/words.gen.ts'

export type NeedsYouProps = Pick<z.output<typeof readToday.output>, 'silent' | 'more'>

/** At most seven lines, each with its act; the rest is counted. */
export function NeedsYou({ silent, more }: NeedsYouProps) {
  const { language, may } = useVisitor()
  const w = words[language]
  return (
    <section className="sec strong">
      <h2>{w.needsYou}</h2>
      {silent.length === 0 && <p className="empty">{w.nothingNeeded}</p>}
      <ul className="todo">
        {silent.map(({ id, slug, partner, label, days, lastOn }) => {
          const name = partner === null ? (label ?? w.unknownPartner) : nameIn(language, partner)
          return (
            <li key={id}>
              <p>
                <b>
                  <bdi>{name}</bdi>
                </b>
                {w.silent({ days, date: formatDate(lastOn, language) })}
              </p>
              {may('relations.read') && (
                <Link className="btn" to={`/kerja-sama/${slug}`}>
                  {w.open}
                  <span className="vh">: {name}</span>
                </Link>
              )}
            </li>
          )
        })}
      </ul>
      {more > 0 && <MoreLine text={w.more({ n: more })} isLink={may('relations.read')} />}
    </section>
  )
}

function MoreLine({ text, isLink }: { text: string; isLink: boolean }) {
  return <p>{isLink ? <Link to="/kerja-sama">{text}</Link> : text}</p>
}
