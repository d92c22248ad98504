import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { fieldOn, type Field } from './model.ts'

type FieldRow = Omit<Field, 'sector' | 'name' | 'affair' | 'object'> & {
  [Key in 'sector' | 'name' | 'affair' | 'object']: NonNullable<Field[Key]> | null
}

/** The fields of cooperation of a relation in their order (at most 200), as they stood on a day. */
export async function listFields(tx: Tx, { relation, on }: { relation: string; on: string }): Promise<Field[]> {
  const { rows } = await sql<FieldRow>`
    select f.id, f.position, f.sector, f.name, f.standing, f.affair, f.object, f.occurred_on as "occurredOn", f.rev,
      (select coalesce(json_agg(json_build_object('standing', s.standing, 'occurredOn', s.occurred_on) order by s.id), '[]')
       from relations.standings s where s.tenant = f.tenant and s.field = f.id) as standings
    from relations.fields f where f.relation = ${relation}::uuid order by f.position, f.id limit 200`.execute(tx)
  return rows.flatMap(({ sector, name, affair, object, ...field }) => {
    const named = { ...field, sector: sector ?? undefined, name: name ?? undefined }
    const then = fieldOn({ ...named, affair: affair ?? undefined, object: object ?? undefined }, on)
    return then === undefined ? [] : [then]
  })
}
