import type { ReactNode } from 'react'
import { SourceMark } from '../../../ui/marks/source-mark.tsx'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import type { Topic } from './topics.ts'
import { useRelationPage } from './use-page.ts'
import { words } from './messages/words.gen.ts'

export type KnownProps = {
  /** The record that the words say something of; without a source line it is a staff record. */
  subject: string | undefined
  topic?: Topic | undefined
  children: ReactNode
}

/** Words with the mark of how they are known. The sheet is the public one, so it opens once the page is published. */
export function Known({ subject, topic, children }: KnownProps) {
  const { relation, levels } = useRelationPage()
  const language = useLanguage()
  const level = (subject === undefined ? undefined : levels[subject]) ?? 'recorded'
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
