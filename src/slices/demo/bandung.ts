import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { publishActivity, recordActivity } from '../agenda/commands.ts'
import { addPartner, addPerson } from '../partners/commands.ts'
import { addOfficial, addUnit } from '../reference/commands.ts'
import { beginRelation, publishRelation } from '../relations/commands.ts'
import { seedBandungCities } from './bandung-cities.ts'
import { japanInBandung, tellOfCountry } from './countries.ts'
import { embassyNames } from './embassy.ts'
import {
  attend,
  listFields,
  openStory,
  promise,
  quote,
  tell,
  type Passage,
  type Speaker,
  type Story,
} from './telling.ts'

const day = '2022-02-03'
const audienceSlug = 'audiensi-duta-besar-jepang-2022-02-03'

/** The six agencies that the story names, by the names it gives them. */
const agencies = [
  { name: 'Bappelitbang' },
  { name: 'Dinas Ketenagakerjaan' },
  { name: 'Dinas Kebudayaan dan Pariwisata' },
  { name: 'Dinas Sumber Daya Air dan Bina Marga' },
  { name: 'Dinas Perhubungan' },
  { name: 'Dinas Lingkungan Hidup dan Kebersihan', shortName: 'DLHK' },
] as const

/**
 * Enters story 001 in our own words: the ambassador is received by Kota Bandung, whose three partner cities come up.
 * Whether these ties exist or are being explored the article says both ways; nothing is documented, so they stay at the
 * first stage.
 */
export async function seedBandung(call: { tx: Tx; act: Act }): Promise<void> {
  for (const agency of agencies) await addUnit(call, { ...agency, kind: 'opd' })
  const story = await openStory(call, {
    day,
    kind: 'news',
    author: 'Dud',
    textSha256: '4bb3fd37bea8048dc1992f38cdefdd465a72ab891d7ca70c18ef46c69affd146',
  })
  const mayor = await addOfficial(call, { name: 'Yana Mulyana', office: 'wali_kota', capacity: 'plt', seenOn: day })
  await tell(story, { of: mayor.id, field: 'capacity', told: ({ s001 }) => s001.host, span: [104, 139] })
  const embassy = await addPartner(call, { slug: 'kedutaan-besar-jepang', kind: 'embassy', ...embassyNames })
  const ambassador = await addPerson(call, {
    partner: embassy.id,
    familyName: 'Kanasugi',
    nameLang: 'ja-Latn',
    office: 'duta_besar',
    seenOn: day,
  })
  const relation = await beginRelation(call, {
    slug: 'kota-bandung-kedutaan-besar-jepang',
    partner: embassy.id,
    beganOn: day,
  })
  await listFields(story, { relation: relation.id, sectors: ['ketenagakerjaan', 'lingkungan_hidup'] })
  await tell(story, { of: relation.id, field: 'fields', told: ({ s001 }) => s001.potential, span: [205, 323] })
  const audience = await enterAudience(story, { relation: relation.id, mayor: mayor.id, ambassador: ambassador.id })
  await publishRelation(call, { id: relation.id })
  await publishActivity(call, { id: audience, relation: relation.id })
  await promise(story, { slug: audienceSlug, given: wordsGiven(mayor.id) })
  await tellOfCountry(story, { country: 'JP', said: japanInBandung(ambassador.id) })
  await seedBandungCities(story)
  call.act.about(relation.id)
}

interface Met {
  relation: string
  mayor: string
  ambassador: string
}

async function enterAudience(story: Story, { relation, mayor, ambassador }: Met): Promise<string> {
  const { id: activity } = await recordActivity(story.call, {
    slug: audienceSlug,
    relation,
    kind: 'audiensi',
    about: 'Audiensi Duta Besar Jepang dengan Plt. Wali Kota Bandung',
    place: 'Balai Kota Bandung',
    occurredOn: day,
  })
  await tell(story, { of: activity, field: 'occurred_on', told: ({ s001 }) => s001.meeting, span: [145, 203] })
  const host = { activity, side: 'host' } as const
  await attend(story, { ...host, official: mayor, leads: true, told: ({ s001 }) => s001.host, span: [104, 172] })
  await attend(story, {
    activity,
    side: 'guest',
    person: ambassador,
    leads: true,
    told: ({ s001 }) => s001.guest,
    span: [933, 980],
  })
  for (const { name } of agencies) {
    await attend(story, {
      ...host,
      organisation: name,
      role: 'kepala perangkat daerah',
      told: ({ s001 }) => s001.agencies,
      span: [1503, 1832],
    })
  }
  const others: Passage = { told: ({ s001 }) => s001.others, span: [1833, 1898] }
  const other = { activity, side: 'other' } as const
  await attend(story, { ...other, ...others, organisation: 'PDAM', role: 'direktur' })
  await attend(story, { ...other, ...others, organisation: 'Komite Jepang Kadin Indonesia' })
  await quote(story, { activity, said: remarks({ mayor, ambassador }) })
  return activity
}

/** What the acting mayor gave his word for; how many people are ready no story says. */
function wordsGiven(official: string) {
  const yana: Speaker = { name: 'Yana Mulyana', office: 'wali_kota', capacity: 'plt' }
  const there: Speaker = { ...yana, occasion: 'at_the_meeting' }
  return [
    {
      official,
      heard: 4,
      words: 'Kenyamanan warga Jepang yang tinggal dan beraktivitas di Kota Bandung dijamin.',
      follow: true,
      isPublic: true,
      by: there,
      told: ({ s001 }) => s001.comfort,
      span: [699, 797],
    },
    {
      official,
      heard: 5,
      words: 'Vaksin booster Covid-19 bagi warga Jepang di Kota Bandung diupayakan.',
      follow: true,
      isPublic: true,
      by: there,
      told: ({ s001 }) => s001.booster,
      span: [800, 907],
    },
    {
      official,
      heard: 3,
      words: 'Tenaga terampil yang sudah berlatih bahasa siap dikirim ke Jepang.',
      by: yana,
      told: ({ s001 }) => s001.ready,
      span: [553, 653],
    },
  ] satisfies Parameters<typeof promise>[1]['given']
}

function remarks({ mayor, ambassador }: Omit<Met, 'relation'>) {
  const yana: Speaker = { name: 'Yana Mulyana', office: 'wali_kota', capacity: 'plt' }
  const there: Speaker = { ...yana, occasion: 'at_the_meeting' }
  const kanasugi: Speaker = { name: 'Kanasugi', office: 'duta_besar', person: ambassador, occasion: 'at_the_meeting' }
  return [
    {
      official: mayor,
      by: yana,
      words: 'Menyampaikan kerja sama dengan tiga kota di Jepang yang menurutnya sudah terjalin.',
      told: ({ s001 }) => s001.established,
      span: [325, 422],
    },
    {
      official: mayor,
      by: yana,
      words: 'Berharap kerja sama Kota Bandung dan Jepang meningkat sesudah pandemi.',
      told: ({ s001 }) => s001.afterwards,
      span: [436, 533],
    },
    {
      official: mayor,
      by: yana,
      words:
        'Menyebut banyak tenaga terampil sudah berlatih bahasa dan siap dikirim ke Jepang; jumlahnya tidak disebut.',
      told: ({ s001 }) => s001.ready,
      span: [553, 653],
    },
    {
      official: mayor,
      by: there,
      words: 'Menjamin kenyamanan warga Jepang yang tinggal dan beraktivitas di Kota Bandung.',
      told: ({ s001 }) => s001.comfort,
      span: [699, 797],
    },
    {
      official: mayor,
      by: there,
      words: 'Mengupayakan vaksin booster Covid-19 bagi warga Jepang di Kota Bandung.',
      told: ({ s001 }) => s001.booster,
      span: [800, 907],
    },
    {
      person: ambassador,
      by: kanasugi,
      words: 'Menilai Indonesia kini sangat penting, terutama sebagai pasar dan tujuan investasi.',
      told: ({ s001 }) => s001.market,
      span: [1149, 1231],
    },
    {
      person: ambassador,
      by: { name: 'Kanasugi', office: 'duta_besar', person: ambassador },
      words:
        'Menyebut Bandung kota yang paling aktif bekerja sama dengan kota-kota di Jepang, dan berharap makin erat.',
      told: ({ s001 }) => s001.active,
      span: [1286, 1501],
    },
  ] satisfies Parameters<typeof quote>[1]['said']
}
