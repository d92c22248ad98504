import type { ReactNode } from 'react'
import type { Level } from '../../../slices/sources/model.ts'
import { SourceMark } from '../../../ui/marks/source-mark.tsx'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { fieldOfTopic } from '../topics.ts'
import { useRelationPage } from './use-page.ts'
import { words } from './messages/words.gen.ts'

export type KnownProps = {
  /** The record that the words say something of; without a source line it is a staff record. */
  subject: string | undefined
  /** The sheet on the public page, by the last part of its address. */
  topic?: string | undefined
  children: ReactNode
}

/** Words with the mark of how they are known. The sheet is the public one, so it opens once the page is published. */
export function Known({ subject, topic, children }: KnownProps) {
  const { relation } = useRelationPage()
  const language = useLanguage()
  const level = useLevel(subject, topic)
  const sheet = `/${language}/kerja-sama/${relation.slug}/sumber/${topic}`
  return (
    <SourceMark
      level={level}
      label={words[language].level[level]}
      href={relation.published && topic !== undefined ? sheet : undefined}
    >
      {children}
    </SourceMark>
  )
}

/** How well a record is known; where the sheet is about one field of it, only that field's lines count. */
export function useLevel(subject: string | undefined, topic?: string): Level {
  const { levels } = useRelationPage()
  if (subject === undefined) return 'recorded'
  const field = fieldOf(topic)
  return levels[field === undefined ? subject : `${subject}.${field}`] ?? 'recorded'
}

function fieldOf(topic: string | undefined): string | undefined {
  return Object.entries(fieldOfTopic).find(([id]) => id === topic)?.[1]
}
