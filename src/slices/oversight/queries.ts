import { fixed, type Entered } from '../../platform/database.ts'

/**
 * A page of the register of the caller's province in one trip, as the JSON text that goes out: $1 is the hash of her
 * token, $2 a visitor's instant, then status, stage, field, the last line seen and how many.
 */
export const registerEntered = fixed<Entered<string>>(
  'select who, answer from oversight.list_entered($1, $2, $3, $4, $5, $6, $7)',
)
