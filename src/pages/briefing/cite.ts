import { formatDate } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { isDiffering, type Provenance, type PublicLine, writeSpeaker } from '../../slices/sources/model.ts'
import { words as sourceWords } from '../../slices/sources/messages/words.gen.ts'
import { mediumOf } from '../relation-page/source-sheet.tsx'
import { openNotes } from './model.ts'

/** Where something is known from, as a line of a list of sources. */
function sourceText(line: Provenance, language: Language): string {
  const shown = line as unknown as PublicLine
  const day = line.saidOn ?? line.source?.publishedOn
  const parts = [
    sourceWords[language].level[line.level],
    writeSpeaker(shown, language),
    day === undefined ? undefined : formatDate(day, language),
    mediumOf(shown, language),
    line.source?.title,
  ]
  return parts.filter((part) => part !== undefined).join(' · ')
}

/**
 * The notes of one paper. `of` answers the numbers of the sources of records, or of some fields of records; what no source
 * stands behind is staff record and says so, because every line of a paper names where it is from.
 */
export function openCiting(lines: readonly Provenance[], language: Language) {
  const notes = openNotes()
  const backed = lines.filter((line) => !isDiffering(line))
  const staff = () => [notes.numberOf(sourceWords[language].level.recorded)]
  return {
    sources: notes.sources,
    staff,
    of(subjects: readonly string[], fields?: readonly string[]): number[] {
      const found = backed.filter(
        (line) => subjects.includes(line.subject) && (fields === undefined || fields.includes(line.field)),
      )
      if (found.length === 0) return staff()
      return [...new Set(found.map((line) => notes.numberOf(sourceText(line, language))))].toSorted((a, b) => a - b)
    },
    /** A rule, by its number and year. */
    law: (text: string) => [notes.numberOf(text)],
    /** A source that is a paper on file. */
    paper: (text: string) => [notes.numberOf([sourceWords[language].level.documented, text].join(' · '))],
  }
}

export type Citing = ReturnType<typeof openCiting>
