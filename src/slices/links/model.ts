import type { Language } from '../../shared/languages.ts'

/** What a link lets its holder do; each purpose is a room of its own (portal.tsx). */
export const purposes = [
  'answer_task',
  'confirm_summary',
  'attend',
  'partner_page',
  'calendar',
  'score_entries',
  'csr_confirm',
  'csr_report',
] as const
export type Purpose = (typeof purposes)[number]

export const linkStates = ['open', 'expired', 'revoked'] as const
export type LinkState = (typeof linkStates)[number]

/** A link as whoever holds it is met: whose region, for what, for whom. */
export interface OpenLink {
  tenant: string
  id: string
  purpose: Purpose
  subject: string
  /** To whom it was given, in words. */
  party: string
  language: Language
  /** An instant, ISO 8601; none for what ends by revocation only. */
  expiresAt: string | undefined
}

/** How many days a link is good for when nobody says otherwise, and at most. */
export const linkDays = { usual: 14, most: 180 } as const

const base64url128 = /^[A-Za-z0-9_-]{22}$/

/** Whether a text can be the token of a link: 128 bits as base64url. */
export function isToken(text: string): boolean {
  return base64url128.test(text)
}

/** The address of a link, without scheme and host. */
export function linkPath(language: Language, token: string): string {
  return `/${language}/t/${token}`
}
