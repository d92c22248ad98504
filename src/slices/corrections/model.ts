export const correctionStates = ['new', 'accepted', 'declined'] as const
/** new: nobody answered yet · accepted: the record was mended · declined: it stays, with the reason told. */
export type CorrectionState = (typeof correctionStates)[number]

/** The most characters of what a reader writes, and of the answer. */
export const wordsLimit = 5000
export const answerLimit = 2000

/** At most so many in one region a day; counted in the statement that writes the row. */
export const perRegionAndDay = 200

/** A receipt as people write it down: upper case, with or without the dash. Undefined when it cannot be one. */
export function readReceipt(text: string): string | undefined {
  const bare = text.toUpperCase().replace(/[^0-9A-Z]/g, '')
  return bare.length === 8 ? `${bare.slice(0, 4)}-${bare.slice(4)}` : undefined
}
