import { addressOfFile, type PortalPage } from '../../platform/portal.ts'
import { isPartialDate } from '../../shared/dates.ts'
import { nameIn } from '../../shared/names.ts'
import { IsWrong } from '../../slices/corrections/embed.tsx'
import { listPublishedTexts, type TextCursor } from '../../slices/relations/published.ts'
import { EmptyState } from '../../ui/marks/empty-state.tsx'
import { DocumentRows } from './document-rows.tsx'
import { words } from './messages/words.gen.ts'
import { frameOf, Next, pageSize, PastTheEnd, regionOf } from './region.tsx'

/** Dokumen: every signed text that a region has published (UU 14/2008 Ps 11(1)e), newest first. */
export const documentList: PortalPage = {
  path: '/daerah/:region/dokumen',
  reads: ['sebelum'],
  async show(visit) {
    const { language, on, query } = visit
    const region = await regionOf(visit)
    const name = nameIn(language, region)
    const before = readCursor(query['sebelum'])
    const found = await listPublishedTexts(visit.portal, { region: region.slug, on, before, limit: pageSize + 1 })
    const rows = found.slice(0, pageSize)
    const last = rows.at(-1)?.text
    const w = words[language]
    const path = `/daerah/${region.slug}/dokumen`
    return {
      title: w.region.documents,
      description: w.documents.lead({ region: name }),
      region: frameOf(language, region),
      entry: 'documents',
      body: (
        <>
          <div className="top">
            <div>
              <h1>{w.region.documents}</h1>
              <p className="sub">{w.documents.lead({ region: name })}</p>
            </div>
          </div>
          <section className="sec strong">
            {rows.length > 0 ? (
              <DocumentRows texts={rows} language={language} on={on} fileAt={(to) => addressOfFile(visit, to)} />
            ) : before === undefined ? (
              <EmptyState>{w.documents.none({ region: name })}</EmptyState>
            ) : (
              <PastTheEnd language={language} path={`/${language}${path}`} />
            )}
            {found.length > pageSize && last !== undefined && (
              <Next language={language} query={{ sebelum: `${last.on}.${last.id}` }} />
            )}
          </section>
          <IsWrong language={language} page={`/daerah/${region.slug}`} />
        </>
      ),
    }
  },
}

/** The day and id of the last row seen; undefined for what is no such pair. */
function readCursor(text: string | undefined): TextCursor | undefined {
  const [on = '', id = ''] = (text ?? '').split('.')
  return isPartialDate(on) && /^[0-9a-f-]{36}$/.test(id) ? { on, id } : undefined
}
