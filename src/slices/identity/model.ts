import { lengthOf } from '../../shared/text.ts'

/** How long a session lives without a new sign-in. */
export const sessionHours = 12
/** How long a one-time link can be used. */
export const linkMinutes = 60

/** At most so many tries per bucket and window; counted in one atomic statement each. */
export const limits = {
  signInPerAccountAndAddress: { tries: 10, seconds: 900 },
  signInPerAccount: { tries: 60, seconds: 900 },
  signInPerAddress: { tries: 120, seconds: 900 },
  rolePerAddress: { tries: 300, seconds: 900 },
  linkPerAccount: { tries: 3, seconds: 3600 },
  linkPerAddress: { tries: 20, seconds: 3600 },
  correctionPerAddress: { tries: 20, seconds: 3600 },
  // Two hundred guests sign in at one door, behind one address.
  linkPerNetwork: { tries: 600, seconds: 3600 },
  // A whole village stands behind one address of its telephone company on the last evening.
  entryPerNetwork: { tries: 1200, seconds: 3600 },
} as const
export type Limit = (typeof limits)[keyof typeof limits]

export type PasswordFault = 'too_short' | 'too_long' | 'wrong'

const common = new Set(['password', 'kata sandi', '123456789012', 'qwertyuiop', 'indonesia', 'bismillah', 'sayangku'])

/**
 * What a new password must be (OWASP ASVS 5.0 V6): 12 to 128 characters of any kind, none of the best known ones, not
 * the own name or address. No rules of composition, no forced change.
 */
export function passwordFault(
  password: string,
  { name, email }: { name: string; email: string },
): PasswordFault | undefined {
  const length = lengthOf(password)
  if (length < 12) return 'too_short'
  if (length > 128) return 'too_long'
  const folded = password.toLowerCase()
  const bare = folded.replace(/[\s\d\W_]+/g, '')
  if (common.has(folded) || common.has(bare)) return 'wrong'
  if (folded === email || folded === name.toLowerCase() || /^(.{1,4})\1+$/.test(folded)) return 'wrong'
  return undefined
}
