import { Link } from 'react-router'
import { nameIn, type Named } from '../../../shared/names.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { words } from './messages/words.gen.ts'

export type BriefingLinksProps = {
  slug: string
  planned: boolean
  /** The cooperations that a meeting belongs to. */
  relations: readonly ({ slug: string } & Named)[]
}

/** What the record writes for a meeting: before it a briefing for each cooperation, after it the press text too. */
export function BriefingLinks({ slug, planned, relations }: BriefingLinksProps) {
  const { language, may } = useVisitor()
  const w = words[language]
  if (relations.length === 0) return null
  return (
    <section className="sec after" aria-labelledby="judul-bahan">
      <h2 id="judul-bahan">{w.fromRecord}</h2>
      <p className="s q">{planned ? w.beforeMeeting : w.afterMeeting}</p>
      <p className="acts gap">
        {may('relations.read') &&
          relations.map((relation) => (
            <Link className="btn sm" key={relation.slug} to={`/kerja-sama/${relation.slug}/bahan`}>
              {w.openBriefing}
              <span className={relations.length > 1 ? undefined : 'vh'}>
                {': '}
                <bdi>{nameIn(language, relation)}</bdi>
              </span>
            </Link>
          ))}
        {!planned && (
          <Link className="btn sm" to={`/kegiatan/${slug}/siaran-pers`}>
            {w.openPress}
          </Link>
        )}
      </p>
    </section>
  )
}
