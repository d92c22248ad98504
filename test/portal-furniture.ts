import { asSystem } from '../src/platform/act.ts'
import { newId } from '../src/shared/ids.ts'
import { publishActivity, recordActivity } from '../src/slices/agenda/commands.ts'
import { addPartner } from '../src/slices/partners/commands.ts'
import { addField, beginRelation, publishRelation } from '../src/slices/relations/commands.ts'
import { tenantOf } from './factories.ts'
import type { World } from './world.ts'

export interface PublicRelation {
  id: string
  slug: string
  partner: string
  partnerSlug: string
}

interface Wanted {
  name: string
  region?: string
  country?: string
  names?: Record<string, string>
  nativeName?: string
  beganOn?: string
  /** Name of a field of cooperation. */
  field?: string
}

/** Relations with partners of these names, begun and published in one act of the region. */
export async function publishRelations(world: World, wanted: readonly Wanted[]): Promise<PublicRelation[]> {
  const tenant = await tenantOf(world, wanted[0]?.region ?? 'kota-bekasi')
  return await asSystem(world.database, { tenant, verb: 'test.publish' }, async (call) => {
    const made: PublicRelation[] = []
    for (const { name, country = 'JP', beganOn = '2024-01-05', field, region: _, ...names } of wanted) {
      const partnerSlug = `mitra-${newId()}`
      const of = { slug: partnerSlug, kind: 'foreign_local_government' as const, tier: 'city' as const, name, country }
      const { id: partner } = await addPartner(call, { ...of, ...names })
      const slug = `relasi-${newId()}`
      const { id } = await beginRelation(call, { slug, partner, beganOn })
      if (field !== undefined) await addField(call, { id, name: field, standing: 'ditawarkan', occurredOn: beganOn })
      await publishRelation(call, { id })
      made.push({ id, slug, partner, partnerSlug })
    }
    return made
  })
}

interface Held {
  about: string
  occurredOn: string
}

/** Activities of a relation, recorded and published in one act. Answers their addresses. */
export async function publishActivities(
  world: World,
  { relation, held, region = 'kota-bekasi' }: { relation: string; held: readonly Held[]; region?: string },
): Promise<{ id: string; slug: string }[]> {
  const tenant = await tenantOf(world, region)
  return await asSystem(world.database, { tenant, verb: 'test.publish' }, async (call) => {
    const made: { id: string; slug: string }[] = []
    for (const one of held) {
      const slug = `kegiatan-${newId()}`
      const { id } = await recordActivity(call, { slug, relation, ...one })
      await publishActivity(call, { id, relation })
      made.push({ id, slug })
    }
    return made
  })
}

/** The words of a page without its tags; every run of white space is one space. */
export const plain = (text: string): string =>
  text
    .replace(/<span class="vh">.*?<\/span>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')

/** What stands between <main> and its end. */
export const mainOf = (text: string): string => text.split('<main')[1]?.split('</main>')[0] ?? ''

/** Addresses of a kind that the body of a page leads to, each once, in their order. */
export const linksTo = (text: string, pattern: RegExp): string[] => [
  ...new Set([...mainOf(text).matchAll(/href="([^"]+)"/g)].map(([, to]) => to ?? '').filter((to) => pattern.test(to))),
]
