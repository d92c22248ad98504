import type { PortalPage } from '../../platform/portal.ts'

export const pages: PortalPage[] = []
