import { asSystem } from '../src/platform/act.ts'
import type { Endpoint } from '../src/shared/endpoint.ts'
import { newId } from '../src/shared/ids.ts'
import { addPartner } from '../src/slices/partners/commands.ts'
import type { PartnerKind } from '../src/slices/procedures/model.ts'
import { beginRelation } from '../src/slices/relations/commands.ts'
import { tenantOf } from './factories.ts'
import { openWorld, type Answer, type Asker, type World } from './world.ts'

/** Kota Bekasi at work: its officer, her head of division, and relations of every kind to record into. */
export interface RelationStage {
  world: World
  officer: Asker
  head: Asker
  tenant: string
  /** Begins a relation with a partner of a kind; with a label only when none is given. */
  begin(about?: { kind?: PartnerKind; beganOn?: string; country?: string }): Promise<string>
  /** A partner without a relation. */
  partner(kind: PartnerKind): Promise<string>
  /** Asks as somebody who looks at a day. */
  on(day: string, endpoint: Endpoint, input?: Record<string, unknown>, who?: Asker): Promise<Answer>
}

export async function openRelationStage(): Promise<RelationStage> {
  const world = await openWorld()
  const [officer, head] = [await world.as('petugas-kota-bekasi'), await world.as('kepala-bagian')]
  const tenant = await tenantOf(world, 'kota-bekasi')
  return {
    world,
    officer,
    head,
    tenant,
    begin: async ({ kind, beganOn = '2024-01-05', country = 'JP' } = {}) =>
      await asSystem(world.database, { tenant, verb: 'test.begin' }, async (call) => {
        const slug = `relasi-${newId()}`
        if (kind === undefined) return (await beginRelation(call, { slug, label: `Mitra ${slug}`, beganOn })).id
        const { id: partner } = await addPartner(call, { slug: `mitra-${slug}`, kind, name: `Mitra ${slug}`, country })
        return (await beginRelation(call, { slug, partner, beganOn })).id
      }),
    partner: async (kind) =>
      await asSystem(world.database, { tenant, verb: 'test.partner' }, async (call) => {
        const slug = `mitra-${newId()}`
        return (await addPartner(call, { slug, kind, name: `Mitra ${slug}` })).id
      }),
    on: async (day, endpoint, input = {}, who = officer) =>
      await who.ask(endpoint, input, { headers: { cookie: `${who.cookie}; tanggal=${day}` } }),
  }
}

/** Every paper up to the signature, in the order of the law, each with the day it came (one a month from January 2025). */
export const papersToSignature = [
  ['penjajakan', 'laporan_penjajakan'],
  ['pernyataan_kehendak', 'jawaban_mendagri'],
  ['pernyataan_kehendak', 'jawaban_menlu'],
  ['pernyataan_kehendak', 'loi'],
  ['rencana_kerja_sama', 'rencana_kerja_sama'],
  ['persetujuan_dprd', 'keputusan_dprd'],
  ['verifikasi', 'pertimbangan_tertulis'],
  ['penyusunan_naskah', 'rancangan_naskah'],
  ['pembahasan_naskah', 'rancangan_diparaf'],
  ['persetujuan_menteri', 'rancangan_disetujui'],
  ['persetujuan_menteri', 'surat_konfirmasi'],
] as const

/** Kinds that are somebody's answer: they count once they agree. */
const answers: readonly string[] = [
  'jawaban_mendagri',
  'jawaban_menlu',
  'keputusan_dprd',
  'pertimbangan_tertulis',
  'rancangan_disetujui',
  'surat_konfirmasi',
]

/** What recordStep takes for one of them. */
export function recordOf(id: string, index: number) {
  const [step, kind] = papersToSignature[index] ?? papersToSignature[0]
  const occurredOn = `2025-${String(index + 1).padStart(2, '0')}-10`
  const paper = { kind, seenAt: 'Lemari Bagian Kerja Sama', datedOn: occurredOn }
  return { id, step, occurredOn, paper, ...(answers.includes(kind) && { outcome: 'agreed' }) }
}
