/** A number of a phone as it is kept: digits, with a plus where the country was said; undefined when it is none. */
export function readPhone(typed: string): string | undefined {
  const digits = typed.normalize('NFKC').replace(/[\s().\-‐–]/gu, '')
  return /^\+?[0-9]{8,15}$/.test(digits) ? digits : undefined
}
