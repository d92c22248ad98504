import { createHash } from 'node:crypto'

// Without I, L, O and U, which are misread or read as words.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

function lettersOf(text: string, n: number): string {
  const bytes = createHash('sha256').update(text).digest()
  return Array.from({ length: n }, (_, at) => alphabet[(bytes[at] ?? 0) % 32]).join('')
}

/** What a form is given: the number of its receipt, and the key that only whoever sent it is shown. */
export interface Receipt {
  number: string
  key: string
  keyHash: Buffer
}

/**
 * The receipt of a form: the number from its act (40 bits), the key (60 bits) from a secret that the form carries and
 * nobody keeps, so the same form sent twice is shown the same. Kept is the hash of the key.
 */
export function receiptOf(form: { act: string; secret: string }): Receipt {
  const letters = lettersOf(`residents ${form.act}`, 8)
  const key = lettersOf(`residents key ${form.secret}`, 12)
  return { number: `${letters.slice(0, 4)}-${letters.slice(4)}`, key, keyHash: hashKey(key) }
}

/** SHA-256 of a key, as the database keeps it. */
export const hashKey = (key: string): Buffer => createHash('sha256').update(key).digest()

/** The whole receipt as it stands in its address and in the QR. */
export function writeReceipt({ number, key }: Pick<Receipt, 'number' | 'key'>): string {
  return [number, key.slice(0, 4), key.slice(4, 8), key.slice(8)].join('-')
}
