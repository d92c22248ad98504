import type { ReactNode } from 'react'
import { SourceButton, Sourced } from '../../../slices/sources/ui/sourced.tsx'
import type { Level } from '../../../slices/sources/model.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { useRelationPage } from './use-page.ts'

export type KnownProps = {
  /** The record that the words say something of. */
  subject: string
  /** The name of its field; of a person who took part it may be 'official' or 'person', whichever has a source. */
  field: string | readonly string[]
  /** What the value is called: "Prakarsa". */
  what: string
  /** Whether the value that no source backs yet offers to name one. */
  offers?: boolean
  children: ReactNode
}

/** Words with the mark of how they are known; pressing it opens their sheet, where sources that differ are judged. */
export function Known({ subject, field, what, offers = false, children }: KnownProps) {
  const { levels, differences } = useRelationPage()
  const { may } = useVisitor()
  const fields = typeof field === 'string' ? [field] : field
  const keyOf = (one: string) => `${subject}.${one}`
  const known = fields.find((one) => keyOf(one) in levels || keyOf(one) in differences) ?? fields[0] ?? ''
  const sheet = { subject, field: known, what, inUse: children }
  const level = levels[keyOf(known)] ?? 'recorded'
  const difference = differences[keyOf(known)]
  return (
    <>
      <Sourced level={level} difference={difference} {...sheet}>
        {children}
      </Sourced>
      {offers && level === 'recorded' && difference !== 'open' && may('sources.judge') && (
        <>
          {' '}
          <SourceButton {...sheet} />
        </>
      )}
    </>
  )
}

/** How well a field of a record is known; a staff record where no source speaks of it. */
export function useLevel(subject: string, field: string): Level {
  return useRelationPage().levels[`${subject}.${field}`] ?? 'recorded'
}
