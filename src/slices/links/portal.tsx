import type { Database } from '../../platform/database.ts'
import type { PortalForm, Posted, Posting } from '../../platform/forms.ts'
import type { Page, PortalPage, Visit } from '../../platform/portal.ts'
import { Failure } from '../../shared/failure.ts'
import { formatDate } from '../../shared/format.ts'
import { toLocalTime } from '../../shared/dates.ts'
import type { Language } from '../../shared/languages.ts'
import { words } from './messages/words.gen.ts'
import type { LinkState, OpenLink, Purpose } from './model.ts'
import { findLink } from './queries.ts'

export { actByLink, actField } from './acting.ts'

export interface LinkVisit extends Visit {
  link: OpenLink
  database: Database
}

export interface LinkPosting extends Posting {
  link: OpenLink
}

/** What the links of one purpose open: a page, and what its form does. Looking changes nothing. */
export interface LinkRoom {
  purpose: Purpose
  show(visit: LinkVisit): Promise<Page>
  submit?(posting: LinkPosting): Promise<Posted>
  /** The largest file that may come with its form, in bytes; without it none may. */
  takes?: number
}

const path = '/t/:token'

/** The page of every link; each purpose has its room. A link that ended says so, and whom to ask. */
export const pagesWith = (rooms: readonly LinkRoom[]): PortalPage[] => [
  {
    path,
    private: true,
    async show(visit) {
      const { language, parameters, portal, database } = visit
      const link = await findLink(portal, parameters['token'] ?? '')
      const room = rooms.find(({ purpose }) => purpose === link?.purpose)
      if (link === undefined || room === undefined || database === undefined) throw new Failure('not_found')
      if (link.state !== 'open') return endedPage(language, link)
      return await room.show({ ...visit, link, database })
    },
  },
]

export const formsWith = (rooms: readonly LinkRoom[]): PortalForm[] => [
  {
    path,
    takes: {
      most: Math.max(0, ...rooms.map(({ takes = 0 }) => takes)),
      async tenantFor({ portal, parameters }) {
        const link = await findLink(portal, parameters['token'] ?? '')
        const room = rooms.find(({ purpose }) => purpose === link?.purpose)
        // Of a link that ended the file is received too: only then can its holder be told so.
        return room?.takes === undefined ? undefined : link?.tenant
      },
    },
    async submit(posting) {
      const { language, parameters, portal } = posting
      const link = await findLink(portal, parameters['token'] ?? '')
      const submit = rooms.find(({ purpose }) => purpose === link?.purpose)?.submit
      if (link === undefined || submit === undefined) throw new Failure('not_found')
      if (link.state !== 'open') return { page: endedPage(language, link), status: 410 }
      return await submit({ ...posting, link })
    },
  },
]

function endedPage(
  language: Language,
  { state, expiresAt }: { state: LinkState; expiresAt: string | undefined },
): Page {
  const w = words[language].ended
  const day = expiresAt === undefined ? '' : formatDate(toLocalTime(expiresAt, 'WIB').date, language)
  return {
    title: w.title,
    status: 410,
    body: (
      <section className="sec strong">
        <h1>{w.title}</h1>
        <p className="gap">{state === 'revoked' ? w.revoked : w.expired({ day })}</p>
        <p className="gap">{w.ask}</p>
      </section>
    ),
  }
}
