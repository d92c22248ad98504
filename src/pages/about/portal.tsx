import type { PortalPage } from '../../platform/portal.ts'
import { accessibilityPage } from './accessibility.tsx'
import { imprintPage } from './imprint.tsx'
import { privacyPage } from './privacy.tsx'
import { readingPage } from './reading.tsx'

export const pages: PortalPage[] = [readingPage, accessibilityPage, privacyPage, imprintPage]
