import type { ReactNode } from 'react'
import { formatDate } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { words as sourceWords } from '../../slices/sources/messages/words.gen.ts'
import { NoteNumbers, type NoteNumber } from '../../ui/marks/note-numbers.ts'
import { words as shareWords } from '../portal-share/messages/words.gen.ts'
import { writeSpeaker } from '../../slices/sources/model.ts'
import { mediumOf } from './source-sheet.tsx'
import type { Topic } from './topics.ts'

interface Note {
  /** "menurut berita · Dr. Tri Adhianto, Wali Kota, kepada wartawan · 24 Juli 2025 · nama media tidak tertulis". */
  text: string
  headline: string | undefined
}

/** The notes of one page, for one drawing of it. */
export interface SourceNotes {
  language: Language
  /** The number of the note about a mark, by the address of its sheet; the first time a new one. */
  numberOf: NoteNumber
  cited: readonly (readonly Note[])[]
}

/**
 * Numbers the sources of a page's marks for paper. Marks with the same speaker, day and medium share a note. The numbers
 * follow the reading order: a static page is drawn once, from top to bottom, and the notes come last.
 */
export function openSourceNotes({
  topics,
  language,
  sources,
}: {
  topics: readonly Topic[]
  language: Language
  /** Where the source sheets stand; the last part of a mark's address is its topic. */
  sources: string | undefined
}): SourceNotes {
  const cited: Note[][] = []
  const numberOf = (href: string): number | undefined => {
    const topic = topics.find(({ id }) => href === `${sources}/${id}`)
    if (topic === undefined) return undefined
    const note = noteOf(topic, language)
    const known = cited.findIndex((other) => JSON.stringify(other) === JSON.stringify(note))
    return known === -1 ? cited.push(note) : known + 1
  }
  return { language, numberOf, cited }
}

/** What a page shows, and for paper the notes to it (print.css shows them and the numbers at the marks). */
export function WithSourceNotes({ notes, children }: { notes: SourceNotes; children: ReactNode }) {
  return (
    <NoteNumbers value={notes.numberOf}>
      {children}
      <Notes {...notes} />
    </NoteNumbers>
  )
}

/** On screen a mark leads to its sheet, so the notes stand on paper only. */
function Notes({ cited, language }: SourceNotes) {
  if (cited.length === 0) return null
  return (
    <section className="sec paper" hidden>
      <h2>{shareWords[language].print.notes}</h2>
      <ol>
        {cited.map((note, index) => (
          <li key={index}>
            {note.map(({ text, headline }) => (
              <p key={text}>
                {text}
                {headline !== undefined && (
                  <>
                    {' · '}
                    <span lang="id">{headline}</span>
                  </>
                )}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What stands on the sheet of a mark, a line for each source. */
function noteOf({ lines }: Topic, language: Language): Note[] {
  const notes = lines.map((line) => {
    const day = line.saidOn === undefined ? undefined : formatDate(line.saidOn, language)
    const level = sourceWords[language].level[line.level]
    const parts = [level, writeSpeaker(line, language), day, mediumOf(line, language)]
    return { text: parts.filter((part) => part !== undefined).join(' · '), headline: line.source?.title }
  })
  return notes.filter(({ text }, index) => notes.findIndex((other) => other.text === text) === index)
}
