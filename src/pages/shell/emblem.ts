import type { PortalFile } from '../../platform/portal-files.ts'
import { addressOfFile, type Page, type PortalPage } from '../../platform/portal.ts'
import { barePicture, mediaTypes } from '../../slices/files/model.ts'
import { findEmblem } from '../../slices/reference/queries.ts'

const path = (slug: string) => `/daerah/${slug}/lambang`

/** The emblem of a region whose portal shows one, without what a program wrote into the picture. */
export const emblemFile: PortalFile = {
  path: path(':region'),
  async find({ parameters, portal }) {
    const slug = parameters['region'] ?? ''
    const found = await findEmblem(portal, slug)
    if (found === undefined) return undefined
    const { tenant, sha256, bytes, kind } = found
    return {
      tenant,
      sha256,
      bytes,
      type: mediaTypes[kind],
      name: `${slug}.${kind === 'jpeg' ? 'jpg' : 'png'}`,
      inline: true,
      remake: (content) => barePicture(content, kind),
    }
  },
}

/** The page with its region's emblem in the header. A demonstration shows none: it is no local government's site. */
export function withEmblem(page: PortalPage): PortalPage {
  return {
    ...page,
    async show(visit): Promise<Page> {
      const shown = await page.show(visit)
      if (shown.region === undefined || visit.demonstration) return shown
      const { slug } = shown.region
      if ((await findEmblem(visit.portal, slug)) === undefined) return shown
      return { ...shown, region: { ...shown.region, emblem: addressOfFile({ language: visit.language }, path(slug)) } }
    },
  }
}
