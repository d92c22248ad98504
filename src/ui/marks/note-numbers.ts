import { createContext } from 'react'

/** The number of the note on paper that tells of a source sheet; undefined where none does. */
export type NoteNumber = (href: string) => number | undefined

/** Set by pages that print their sources as numbered notes; without it a mark carries no number. */
export const NoteNumbers = createContext<NoteNumber>(() => undefined)
