import { addAlias, addPartner } from '../partners/commands.ts'
import type { SectorId } from '../reference/model.ts'
import { beginRelation, noteStep, publishRelation } from '../relations/commands.ts'
import { listFields, tell, tellElsewhere, type Elsewhere, type Passage, type Story } from './telling.ts'

type Line = Pick<Passage, 'told' | 'span'>

interface City {
  slug: string
  name: string
  names: { en: string; ja: string; ko: string }
  sectors: readonly SectorId[]
  list: Line
  /** What the article's summary makes of the list. */
  summary: Line
  /** What other outlets say, whose texts nobody has. */
  elsewhere: readonly Elsewhere[]
}

const summaryOfTwo: Line = {
  told: ({ s001 }) => s001.summaryOfTwo,
  span: [2041, 2122],
}

const cities: readonly City[] = [
  {
    slug: 'kawasaki',
    name: 'Kota Kawasaki',
    names: { en: 'Kawasaki City', ja: '川崎市', ko: '가와사키시' },
    sectors: ['pengelolaan_limbah', 'lingkungan_air', 'kualitas_udara'],
    list: { told: ({ s001 }) => s001.kawasaki, span: [2189, 2315] },
    summary: summaryOfTwo,
    elsewhere: [{ field: 'loi', value: '2019', told: ({ elsewhere }) => elsewhere.kawasaki }],
  },
  {
    slug: 'hamamatsu',
    name: 'Kota Hamamatsu',
    names: { en: 'Hamamatsu City', ja: '浜松市', ko: '하마마쓰시' },
    sectors: ['kota_kreatif', 'air_minum', 'lingkungan_sanitasi'],
    list: { told: ({ s001 }) => s001.hamamatsu, span: [2322, 2584] },
    summary: summaryOfTwo,
    elsewhere: [
      { field: 'loi', value: '2014-12-19', told: ({ elsewhere }) => elsewhere.hamamatsuLoi },
      { field: 'mou', value: '2019-06-26', told: ({ elsewhere }) => elsewhere.hamamatsuMou },
      { field: 'renewal', value: '2025-08-11', told: ({ elsewhere }) => elsewhere.hamamatsuRenewal },
    ],
  },
  {
    slug: 'toyota',
    name: 'Kota Toyota',
    names: { en: 'Toyota City', ja: '豊田市', ko: '도요타시' },
    sectors: [
      'teknologi_informasi',
      'transportasi_berkelanjutan',
      'lingkungan_hidup',
      'kesejahteraan_sosial',
      'pendidikan',
      'sumber_daya_manusia',
      'reformasi_administrasi',
    ],
    list: { told: ({ s001 }) => s001.toyota, span: [2596, 2819] },
    summary: { told: ({ s001 }) => s001.summaryOfToyota, span: [2124, 2187] },
    elsewhere: [{ field: 'loi', value: '2017-03-23', told: ({ elsewhere }) => elsewhere.toyotaLoi }],
  },
]

/** The three cities of story 001, each a relation of its own. Since when they are in touch the article does not say. */
export async function seedBandungCities(story: Story): Promise<void> {
  for (const city of cities) await seedCity(story, city)
}

async function seedCity(story: Story, { sectors, list, summary, elsewhere, slug, name, names }: City): Promise<void> {
  const { call, day } = story
  const native = { nativeName: names.ja, nativeLang: 'ja', country: 'JP', tier: 'city' }
  const partner = await addPartner(call, { slug, kind: 'foreign_local_government', name, names, ...native })
  if (slug === 'hamamatsu') await noteOtherSpelling(story, partner.id)
  const relation = await beginRelation(call, { slug: `kota-bandung-${slug}`, partner: partner.id, beganOn: day })
  const { id, process } = relation
  if (process === undefined) throw new Error('a foreign local government runs the foreign procedure')
  await noteStep(call, { process, step: 'penjajakan', holder: 'kepala_daerah', occurredOn: day })
  const explored: Line = { told: ({ s001 }) => s001.explored, span: [1918, 2039] }
  await tell(story, { of: id, field: 'began_on', ...explored })
  await tell(story, {
    of: id,
    field: 'began_on',
    by: { name: 'Yana Mulyana', office: 'wali_kota', capacity: 'plt' },
    value: 'sudah terjalin',
    told: ({ s001 }) => s001.established,
    span: [325, 422],
  })
  await listFields(story, { relation: id, sectors })
  await tell(story, { of: id, field: 'fields', ...list })
  await tell(story, { of: id, field: 'fields', ...summary })
  await tellElsewhere(call, { of: id, said: elsewhere })
  await publishRelation(call, { id })
}

/** Once the article writes Hanamatsu. Noted before the relation begins, which then is found by it. */
async function noteOtherSpelling(story: Story, partner: string): Promise<void> {
  const alias = await addAlias(story.call, { id: partner, name: 'Hanamatsu', lang: 'ja-Latn' })
  await tell(story, { of: alias.id, field: 'name', told: ({ s001 }) => s001.alias, span: [2009, 2039] })
}
