/** What went wrong, in a vocabulary whose codes say what a caller may conclude; the only class of the product. */
export const failures = {
  invalid: 422, // the input cannot be meant; `details.fields` names each field and its fault
  unsigned: 401, // nobody is signed in
  forbidden: 403, // somebody is, and may not
  not_found: 404, // it is not there, or it belongs to somebody else: the answer is the same
  stale: 409, // somebody changed it since; `details.changes` says what, by whom, when
  not_yet: 409, // the law still wants something; `details.missing` lists it
  reused: 422, // this act id was used before with another body
  too_large: 413,
  wrong_type: 415,
  too_many: 429, // slow down; `details.seconds` says for how long
  unavailable: 503, // try again, nothing was half done
} as const

export type FailureCode = keyof typeof failures

export type FieldFault =
  | 'required'
  | 'too_long'
  | 'too_short'
  | 'not_a_date'
  | 'not_an_email'
  | 'not_an_id'
  | 'not_listed'
  | 'direction_override'
  | 'wrong_order'
  | 'taken'
  | 'identity_number' // sixteen figures in a text that takes none (NIK)
  | 'has_left' // a person whose membership has ended
  | 'doubtful' // it can be meant, but probably is not: asked again with the path in `sure`
  | 'wrong'

/** Why a file is not taken; its words stand beside the file field (src/ui/controls). */
export type FileFault =
  | 'empty'
  | 'unknown' // none of the kinds that are kept
  | 'not_its_name' // the content is of a kind, and the name says another
  | 'old_office' // .doc, .xls, or a password
  | 'macros'
  | 'script' // SVG, HTML, or something that begins like them
  | 'two_in_one' // a file that is two kinds at once
  | 'damaged'
  | 'swells' // unpacked it would be far larger than it is
  | 'no_mail' // an .eml without the head of a mail
  | 'overloaded' // a mail with too many parts, too deep, or a head made to fill memory

export interface Change {
  field: string
  was: unknown
  now: unknown
  by: string | undefined
  at: string
}

export interface FailureDetails {
  fields?: { path: string; fault: FieldFault }[]
  changes?: Change[]
  missing?: unknown[]
  /** The record that stands in the way, for a reader who may see it; its slice says the shape. */
  by?: unknown
  seconds?: number
  file?: FileFault
}

export class Failure extends Error {
  readonly code: FailureCode
  readonly details: FailureDetails
  constructor(code: FailureCode, details: FailureDetails = {}) {
    super(code)
    this.name = 'Failure'
    this.code = code
    this.details = details
  }
}

/** A fault of one field, ready to throw. */
export function fieldFailure(path: string, fault: FieldFault): Failure {
  return new Failure('invalid', { fields: [{ path, fault }] })
}
