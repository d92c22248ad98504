import type { PortalFile } from '../../platform/portal-files.ts'
import { findPublicPhoto } from '../../slices/agenda/queries.ts'
import { barePicture, mediaTypes } from '../../slices/files/model.ts'

/** A photograph of a published activity, without what the camera wrote into it: place and device stay inside. */
export const photoFile: PortalFile = {
  path: '/kegiatan/:slug/foto/:id',
  async find({ on, parameters, portal }) {
    const slug = parameters['slug'] ?? ''
    const found = await findPublicPhoto(portal, { slug, photo: parameters['id'] ?? '', on })
    if (found === undefined || found === 'gone') return found
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
