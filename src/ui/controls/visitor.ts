import { createContext, useContext } from 'react'
import type { DateText } from '../../shared/dates.ts'
import type { Language } from '../../shared/languages.ts'
import type { Permission, Role } from '../../shared/permissions.ts'
import type { Drafts } from './drafts.ts'

/** Who sits before the screen, what she may do, and the day she looks at. */
export interface Visitor {
  name: string
  role: Role
  language: Language
  on: DateText
  /** Whether she chose that day (demonstration only). */
  dayChosen: boolean
  demonstration: boolean
  /** Whether the region is new and this person prepares it. */
  preparing: boolean
  region: { name: string; slug: string }
  may(permission: Permission): boolean
  drafts: Drafts
}

const context = createContext<Visitor | undefined>(undefined)

export const VisitorProvider = context.Provider

/** Throws outside the workspace's frame: nothing there can be drawn without a person. */
export function useVisitor(): Visitor {
  const visitor = useContext(context)
  if (visitor === undefined) throw new Error('useVisitor outside VisitorProvider')
  return visitor
}

export function useLanguage(): Language {
  return useVisitor().language
}
