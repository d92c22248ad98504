import type { PortalFile } from '../../platform/portal-files.ts'
import { mediaTypes } from '../../slices/files/model.ts'
import { findPublicFile } from '../../slices/relations/published.ts'

const endings = { pdf: 'pdf', jpeg: 'jpg', png: 'png', docx: 'docx', xlsx: 'xlsx' } as const

/** A signed text as a file (UU 14/2008 Ps 11(1)e), named after what it is: the name it was kept under stays inside. */
export const textFile: PortalFile = {
  path: '/kerja-sama/:slug/naskah/:id',
  async find({ on, parameters, portal }) {
    const slug = parameters['slug'] ?? ''
    const found = await findPublicFile(portal, { slug, text: parameters['id'] ?? '', on })
    if (found === undefined || found === 'gone') return found
    const { tenant, text, file } = found
    const name = `${slug}-${text.kind}-${text.on}.${endings[file.kind]}`
    return { tenant, sha256: file.sha256, bytes: file.bytes, type: mediaTypes[file.kind], name }
  },
}
