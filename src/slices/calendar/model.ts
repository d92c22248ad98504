import { isDate, type DateText } from '../../shared/dates.ts'

/** What a feed shows: what concerns its maker, the whole region, or one relation. */
export const scopes = ['own', 'region', 'relation'] as const
export type Scope = (typeof scopes)[number]

/** How many entries a feed has at most, the newest; how many may be invited to one meeting. */
export const feedMost = 1000
export const invitedMost = 200

/** The address of a feed, without scheme and host. */
export function feedPath(token: string): string {
  return `/kalender/${token}.ics`
}

/** The same for programs that subscribe when an address is opened: webcal://host/kalender/…. */
export function webcalOf(address: string): string {
  return address.replace(/^https?:/, 'webcal:')
}

/** Why nobody can be invited to an activity now: no whole day yet, its day is past, or it was called off. */
export type WhyNot = 'no_day' | 'past' | 'cancelled'

export function whyNotInvited(
  { occurredOn, endedOn, voided }: { occurredOn: string; endedOn?: string | null | undefined; voided: boolean },
  on: DateText,
): WhyNot | undefined {
  if (voided) return 'cancelled'
  if (!isDate(occurredOn)) return 'no_day'
  const last = endedOn !== undefined && endedOn !== null && isDate(endedOn) ? endedOn : occurredOn
  return last < on ? 'past' : undefined
}

/** An address that was typed, with or without a name before it: `Nama <nama@contoh.go.id>`. */
export interface TypedAddress {
  line: number
  address: string
  name: string | undefined
}

const shape =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/
const named = /^(?<name>[^<>]*)<(?<address>[^<>]*)>$/
// oxlint-disable-next-line no-control-regex -- exactly what may not come into a header
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/

/**
 * Addresses as an officer types or pastes them, one per line; empty lines count for nothing, an address twice counts
 * once. `wrong` holds the numbers (from 1) of the lines that are no address.
 */
export function readAddresses(text: string): { found: TypedAddress[]; wrong: number[] } {
  const found: TypedAddress[] = []
  const wrong: number[] = []
  for (const [index, typed] of text.split(/\r\n|\r|\n/).entries()) {
    const line = typed.trim().replace(/[,;]$/, '').trim()
    if (line === '') continue
    const parts = named.exec(line)?.groups
    const address = (parts?.['address'] ?? line).trim().toLowerCase()
    const name = (parts?.['name'] ?? '').trim().replace(/^"|"$/g, '').trim().normalize('NFC')
    if (!shape.test(address) || address.length > 254 || control.test(line) || name.length > 200) wrong.push(index + 1)
    else if (!found.some((one) => one.address === address)) {
      found.push({ line: index + 1, address, name: name === '' ? undefined : name })
    }
  }
  return { found, wrong }
}
