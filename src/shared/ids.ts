let lastInstant = 0
let counter = 0

/**
 * A new UUIDv7 (RFC 9562), lower case. Within a process each sorts after the one before, also in the same millisecond
 * and when the clock is set back, because the ledger shows acts in the order of their ids.
 */
export function newId(): string {
  // The real clock: an id must be new even where the demonstration has another date. In the browser there is no
  // platform/clock to ask. getRandomValues, unlike randomUUID, also exists on plain http in an office network.
  // oxlint-disable-next-line no-restricted-globals
  const now = Date.now()
  const random = crypto.getRandomValues(new Uint8Array(10))
  const seed = ((random[0] ?? 0) << 3) | ((random[1] ?? 0) >> 5)
  if (now > lastInstant) {
    lastInstant = now
    counter = seed // 11 of 12 bits, so that at least 2,048 more fit into this millisecond
  } else if (counter < 0xfff) {
    counter += 1
  } else {
    lastInstant += 1 // a full millisecond borrows from the next, as the RFC allows
    counter = seed
  }
  const time = lastInstant.toString(16).padStart(12, '0')
  const variant = (0x80 | ((random[2] ?? 0) & 0x3f)).toString(16)
  const rest = Array.from(random.subarray(3), (byte) => byte.toString(16).padStart(2, '0')).join('')
  const groups = [time.slice(0, 8), time.slice(8), `7${counter.toString(16).padStart(3, '0')}`]
  return [...groups, variant + rest.slice(0, 2), rest.slice(2)].join('-')
}

/** Whether the text has the form of a UUID in lower case, whatever its version. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}

/** Whether the text is a UUIDv7 in lower case: the id of an act, which the client makes and which orders the ledger. */
export function isActId(text: string): boolean {
  return isId(text) && /^.{14}7.{4}[89ab]/.test(text)
}
