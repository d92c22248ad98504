import { createElement } from 'react'
import type { Route } from './platform/call.ts'
import type { PortalForm } from './platform/forms.ts'
import type { PortalPage } from './platform/portal.ts'
import type { Allow } from './shared/permissions.ts'
import { pages as aboutPages } from './pages/about/portal.tsx'
import { pages as storyPages } from './pages/five-stories/portal.tsx'
import { pages as homePages } from './pages/portal-home/portal.tsx'
import { pages as relationPages } from './pages/relation-page/portal.tsx'
import { routes as relationPage } from './pages/relation-page/routes.ts'
import { pages as shellPages } from './pages/shell/portal.tsx'
import { routes as today } from './pages/today/routes.ts'
import { routes as agenda } from './slices/agenda/routes.ts'
import { RoleButtons } from './slices/demo/embed.tsx'
import { demoAccounts } from './slices/demo/model.ts'
import { formsWith as identityForms, pagesWith as identityPages } from './slices/identity/portal.tsx'
import { routes as identity } from './slices/identity/routes.ts'
import { routesWith as ledgerRoutes } from './slices/ledger/routes.ts'
import { routes as oversight } from './slices/oversight/routes.ts'
import { routes as reference } from './slices/reference/routes.ts'
import { refreshAfterUndo } from './slices/relations/commands.ts'
import { routes as relations } from './slices/relations/routes.ts'

/** Every endpoint of the API. What is not here does not exist: the OpenAPI document and the matrix are made from it. */
export const routes: readonly Route[] = [
  ...identity,
  ...reference,
  ...ledgerRoutes({ afterUndo: [refreshAfterUndo], allowOf }),
  ...oversight,
  ...relations,
  ...agenda,
  ...relationPage,
  ...today,
]

/** Every page and every plain form of the portal. */
export const pages: readonly PortalPage[] = [
  ...homePages,
  ...relationPages,
  ...storyPages,
  ...aboutPages,
  ...identityPages((language) => createElement(RoleButtons, { language })),
  ...shellPages,
]
export const forms: readonly PortalForm[] = identityForms((email) =>
  demoAccounts.some((account) => account.button && account.email === email),
)

/** What an act's verb asked of its actor, for those who want to take it back; nothing for acts of the system. */
function allowOf(verb: string): Allow | undefined {
  return routes.find(({ endpoint }) => endpoint.name === verb)?.endpoint.allow
}
