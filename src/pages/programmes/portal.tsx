import type { PortalPage } from '../../platform/portal.ts'
import { Failure } from '../../shared/failure.ts'
import { nameIn } from '../../shared/names.ts'
import { programmeKinds, programmePaths, type ProgrammeKind } from '../../shared/programmes.ts'
import { IsWrong } from '../../slices/corrections/embed.tsx'
import { findRegionCard } from '../../slices/reference/queries.ts'
import { EmptyState } from '../../ui/marks/empty-state.tsx'
import { OpenNow, ProgrammeLines } from './embed.tsx'
import { words } from './messages/words.gen.ts'
import { listPublicProgrammes } from './queries.ts'

/** So many lines of a part stand beside the other parts; the rest is one step away. */
const atFirst = 10

/** Parts with a public list of their own; the others are listed here, one part alone. */
const ownLists: readonly ProgrammeKind[] = ['workforce', 'csr']

/** Program: everything of a region that is public, what is open now first, then part by part; or one part alone. */
const programmePage: PortalPage = {
  path: '/daerah/:region/program',
  reads: ['bagian'],
  async show({ portal, parameters, language, on, query }) {
    const region = await findRegionCard(portal, parameters['region'] ?? '')
    if (region === undefined) throw new Failure('not_found')
    const w = words[language]
    const name = nameIn(language, region)
    const asked = programmeKinds.find((kind) => programmePaths[kind] === query['bagian'])
    const all = await listPublicProgrammes(portal, { region: region.slug, on })
    const lines = asked === undefined ? all : all.filter(({ kind }) => kind === asked)
    const path = `/${language}/daerah/${region.slug}/program`
    return {
      title: asked === undefined ? w.title : w.kind[asked],
      description: w.lead({ region: name }),
      region: { slug: region.slug, name },
      entry: 'programmes',
      body: (
        <>
          <div className="top">
            <div>
              {asked !== undefined && (
                <p className="key">
                  <a href={path}>{w.all}</a>
                </p>
              )}
              <h1>{asked === undefined ? w.title : w.kind[asked]}</h1>
              <p className="sub">{asked === undefined ? w.lead({ region: name }) : name}</p>
            </div>
          </div>
          <OpenNow lines={lines} language={language} />
          {lines.length === 0 && <EmptyState>{w.none({ region: name })}</EmptyState>}
          {programmeKinds.map((kind) => {
            const own = lines.filter((line) => line.kind === kind)
            const shown = asked === undefined ? own.slice(0, atFirst) : own
            const whole = `${path}${ownLists.includes(kind) ? '/' : '?bagian='}${programmePaths[kind]}`
            return (
              own.length > 0 && (
                <section key={kind} className="sec" id={kind}>
                  {asked === undefined && <h2>{w.kind[kind]}</h2>}
                  <ProgrammeLines lines={shown} language={language} />
                  {own.length > shown.length && (
                    <p className="gap">
                      <a href={whole}>{w.whole({ part: w.kind[kind] })}</a>
                    </p>
                  )}
                </section>
              )
            )
          })}
          <IsWrong language={language} page={`/daerah/${region.slug}`} topic="program" />
        </>
      ),
    }
  },
}

export const pages: PortalPage[] = [programmePage]
