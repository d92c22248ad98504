import type { Tx } from '../../platform/database.ts'
import type { Level, Occasion, Provenance, SourceKind } from './model.ts'

/** Where the fields of these records come from (at most 1,000 lines). */
export async function listProvenance(tx: Tx, subjects: readonly string[]): Promise<Provenance[]> {
  const rows = await tx
    .selectFrom('sources.provenance as p')
    .leftJoin('sources.sources as s', (on) => on.onRef('s.tenant', '=', 'p.tenant').onRef('s.id', '=', 'p.source'))
    .select(['p.id', 'p.subject', 'p.field', 'p.level', 'p.speaker', 'p.speaker_person', 'p.speaker_office'])
    .select(['p.occasion', 'p.said_on', 'p.summary', 'p.value'])
    .select([
      's.id as source',
      's.kind',
      's.outlet',
      's.title',
      's.author',
      's.published_on',
      's.text_sha256',
      's.entered_note',
    ])
    .where('p.subject', '=', (any) => any.fn.any(any.val([...subjects])) as never)
    .orderBy('p.id')
    .limit(1000)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    subject: row.subject,
    field: row.field,
    level: row.level as Level,
    speaker: row.speaker ?? undefined,
    speakerPerson: row.speaker_person ?? undefined,
    speakerOffice: row.speaker_office ?? undefined,
    occasion: (row.occasion ?? undefined) as Occasion | undefined,
    saidOn: row.said_on ?? undefined,
    summary: (row.summary ?? undefined) as Provenance['summary'],
    value: row.value ?? undefined,
    source:
      row.source === null
        ? undefined
        : {
            id: row.source,
            kind: row.kind as SourceKind,
            outlet: row.outlet ?? undefined,
            title: row.title ?? undefined,
            author: row.author ?? undefined,
            publishedOn: row.published_on ?? undefined,
            demonstration: row.entered_note === 'demonstration',
          },
  }))
}
