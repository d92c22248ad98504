import { formatDate, formatList, numberWord, withKoreanAnd } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { nameIn, type Named } from '../../shared/names.ts'
import { Status, type StatusTone } from '../../ui/marks/status.tsx'
import { stageSentence } from '../procedures/embed.tsx'
import { words as sectorWords } from '../reference/messages/words.gen.ts'
import { words } from './messages/words.gen.ts'
import {
  countFields,
  isShown,
  recordsOf,
  relationOn,
  statusByDays,
  type Field,
  type PublishedField,
  type PublishedRelation,
  type Status as StatusId,
} from './model.ts'

/** "Kota Bekasi dan Kota Izumisano", in the reader's language. */
export function relationTitle(
  language: Language,
  { region, partner, label }: { region: Named; partner: Named | undefined; label?: string | undefined },
): string {
  return pairTitle(language, {
    region: nameIn(language, region),
    partner: partner === undefined ? (label ?? '') : nameIn(language, partner),
  })
}

/** The same of names that are already in the reader's language. */
export function pairTitle(language: Language, { region, partner }: { region: string; partner: string }): string {
  return words[language].title({ region: language === 'ko' ? withKoreanAnd(region) : region, partner })
}

/** The tone of each status word. */
export const statusTones: Record<StatusId, StatusTone> = {
  exploring: 'plain',
  in_process: 'plain',
  signed_incomplete: 'wait',
  in_force: 'live',
  ending_soon: 'wait',
  ended: 'past',
  not_continued: 'loss',
}

/** The one big word of a relation; nothing where no process runs. */
export function StatusWord({ status, language }: { status: StatusId | undefined; language: Language }) {
  if (status === undefined) return null
  return <Status word={words[language].status[status]} tone={statusTones[status]} />
}

/** What a field is called; undefined for one that was counted but never named. */
export function fieldName(language: Language, { sector, name }: Pick<Field, 'sector' | 'name'>): string | undefined {
  return sector === undefined ? name : sectorWords[language].sector[sector]
}

/** The named fields in their order, then how many were counted without a name. What is not continued is in neither. */
export function FieldList({ fields, language }: { fields: readonly PublishedField[]; language: Language }) {
  const { unnamed } = countFields(fields)
  return (
    <ul className="fields">
      {fields.filter(isOpen).map((field) => {
        const name = fieldName(language, field)
        return name === undefined ? null : <li key={field.id}>{name}</li>
      })}
      {unnamed > 0 && <li className="none">{words[language].fields.rest({ word: numberWord(unnamed, language) })}</li>}
    </ul>
  )
}

/** Published relations as rows: name, status word, one true sentence, the way to the partner. */
export function RelationLines({
  relations,
  language,
  on,
  lastDays = new Map(),
  isAboutPartner = false,
}: {
  relations: readonly PublishedRelation[]
  language: Language
  on: string
  /** The day of the last public activity, by relation; told of those that have no status word. */
  lastDays?: ReadonlyMap<string, string>
  /** On the partner's own page no line leads to it. */
  isAboutPartner?: boolean
}) {
  return (
    <ul className="rows">
      {relations.map((relation) => (
        <RelationLine
          key={relation.id}
          relation={relation}
          language={language}
          on={on}
          lastOn={lastDays.get(relation.id)}
          isAboutPartner={isAboutPartner}
        />
      ))}
    </ul>
  )
}

interface LineProps {
  relation: PublishedRelation
  language: Language
  on: string
  lastOn: string | undefined
  isAboutPartner: boolean
}

function RelationLine({ relation, language, on, lastOn, isAboutPartner }: LineProps) {
  const w = words[language]
  const then = relationOn(relation, on)
  const status = statusByDays(relation.statuses, on)
  const { partner, region } = relation
  return (
    <li>
      <span className="day">{relation.beganOn !== undefined && formatDate(relation.beganOn, language)}</span>
      <h3 className="name">
        <a href={`/${language}/kerja-sama/${relation.slug}`}>{relationTitle(language, relation)}</a>
      </h3>
      <div>
        <StatusWord status={status} language={language} />
        <p>
          {status === undefined && lastOn !== undefined && w.lastActivity({ date: formatDate(lastOn, language) })}
          {then.process &&
            !isPast(status) &&
            isShown(relation, 'tahap') &&
            stageSentence(language, { procedure: then.process.procedure, records: recordsOf(then.process) })}
          <span className="q"> {formatList(namesOf(then.fields, language), language)}</span>
        </p>
      </div>
      {partner?.slug !== undefined && !isAboutPartner && (
        <p className="links">
          <a href={`/${language}/daerah/${region.slug}/mitra/${partner.slug}`}>
            {w.aboutPartner}
            <span className="vh"> {nameIn(language, partner)}</span>
          </a>
        </p>
      )}
    </li>
  )
}

function namesOf(fields: readonly PublishedField[], language: Language): string[] {
  return fields
    .filter(isOpen)
    .map((field) => fieldName(language, field))
    .filter((name) => name !== undefined)
}

/** How many stages are left says nothing of what is over. */
const isPast = (status: StatusId | undefined): boolean => status === 'ended' || status === 'not_continued'

const isOpen = ({ standing }: Pick<Field, 'standing'>): boolean => standing !== 'tidak_dilanjutkan'
