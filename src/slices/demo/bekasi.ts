import { addOfficial, addUnit } from '../reference/commands.ts'
import { seedEmbassyVisit } from './bekasi-embassy.ts'
import { seedJababeka } from './bekasi-jababeka.ts'
import { seedKorea } from './bekasi-korea.ts'
import type { Story } from './telling.ts'

/** Kab. Bekasi has three stories, 003, 000 and 004 in the order of their days; one acting regent is in the first two. */
export async function seedBekasi(call: Story['call']): Promise<void> {
  const environment = await addUnit(call, { name: 'Dinas Lingkungan Hidup', shortName: 'DLH', kind: 'opd' })
  const { id: actingRegent } = await addOfficial(call, {
    name: 'Dani Ramdan',
    office: 'bupati',
    capacity: 'pj',
    seenOn: '2023',
  })
  await seedKorea(call, { actingRegent })
  await seedEmbassyVisit(call, { actingRegent, environment: environment.id })
  await seedJababeka(call)
}
