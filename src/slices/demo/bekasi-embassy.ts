import { publishActivity, recordActivity } from '../agenda/commands.ts'
import { setNextStep } from '../followup/commands.ts'
import { addPartner, addPerson } from '../partners/commands.ts'
import { addOfficial } from '../reference/commands.ts'
import { beginRelation, mendRelation, publishRelation } from '../relations/commands.ts'
import { japanInBekasi, tellOfCountry } from './countries.ts'
import { embassyNames } from './embassy.ts'
import { attend, listFields, openStory, promise, quote, tell, type Speaker, type Story } from './telling.ts'

const day = '2024-06-28'
const audienceSlug = 'audiensi-duta-besar-jepang-2024-06-28'

/**
 * Enters story 000 in our own words: the ambassador is received by Kab. Bekasi and asks for recommendations, which the
 * region owes since then. The contest that the same article tells of is no part of the meeting and is not entered here.
 */
export async function seedEmbassyVisit(
  call: Story['call'],
  { actingRegent, environment }: { actingRegent: string; environment: string },
): Promise<void> {
  const story = await openStory(call, {
    day,
    kind: 'news',
    title: 'Jepang: Kerja Sama Ekonomi dengan Bekasi Diperkuat',
    author: 'Antara',
    editor: 'Aloysius Widiyatmaka',
    photo: 'ANTARA/Pradita Kurniawan Syah',
    textSha256: '49888e598abd41b75b34c64ff96127edbfae03fb3cb6a2fb61653396ecc59c7f',
  })
  await tell(story, { of: actingRegent, field: 'capacity', told: ({ s000 }) => s000.host, span: [779, 828] })
  const secretary = await addOfficial(call, {
    name: 'Sukmawaty Karnahadijat',
    office: 'sekretaris_dinas',
    capacity: 'definitif',
    seenOn: day,
    unit: environment,
  })
  await tell(story, { of: secretary.id, field: 'office', told: ({ s000 }) => s000.secretary, span: [3303, 3358] })
  const embassy = await addPartner(call, { slug: 'kedutaan-besar-jepang', kind: 'embassy', ...embassyNames })
  const ambassador = await addPerson(call, {
    partner: embassy.id,
    givenName: 'Masaki Yasushi',
    nameLang: 'ja-Latn',
    office: 'duta_besar',
    seenOn: day,
  })
  const slug = 'kab-bekasi-kedutaan-besar-jepang'
  const { id } = await beginRelation(call, { slug, partner: embassy.id, beganOn: day })
  await mendRelation(call, { id, rev: 1, purpose: 'Memperkuat kemitraan multisektor.' })
  const masaki: Speaker = {
    name: 'Masaki Yasushi',
    office: 'duta_besar',
    person: ambassador.id,
    occasion: 'at_the_meeting',
  }
  await tell(story, { of: id, field: 'purpose', by: masaki, told: ({ s000 }) => s000.multisector, span: [599, 687] })
  await listFields(story, { relation: id, sectors: ['industri', 'pariwisata', 'kebudayaan'] })
  await tell(story, {
    of: id,
    field: 'fields',
    by: masaki,
    told: ({ s000 }) => s000.recommendations,
    span: [899, 1080],
  })
  await tell(story, { of: id, field: 'fields', by: masaki, told: ({ s000 }) => s000.culture, span: [1082, 1210] })
  await tell(story, { of: id, field: 'fields', told: ({ s000 }) => s000.largest, span: [1354, 1416] })
  const audience = await enterAudience(story, { relation: id, actingRegent, ambassador: ambassador.id, masaki })
  // What was asked for is owed since that day; nobody was named for it, and no day.
  const owed = 'Sampaikan rekomendasi dan pertanyaan tentang industri dan pariwisata kepada Kedutaan Besar Jepang'
  const step = await setNextStep({ tx: call.tx, on: day }, { subject: id, step: { what: owed, origin: 'asked' } })
  await tell(story, {
    of: step.id,
    field: 'what',
    by: masaki,
    told: ({ s000 }) => s000.recommendations,
    span: [899, 1080],
  })
  await publishRelation(call, { id })
  await publishActivity(call, { id: audience, relation: id })
  await promise(story, {
    slug: audienceSlug,
    given: [
      {
        person: ambassador.id,
        heard: 2,
        words: 'Kedutaan bisa membantu, dan mempersilakan pertanyaan atau rekomendasi disampaikan kepadanya.',
        by: masaki,
        told: ({ s000 }) => s000.help,
        span: [1419, 1518],
      },
      {
        official: actingRegent,
        heard: 6,
        words: 'Fasilitas pelatihan dan pembinaan SMK terus dioptimalkan agar sesuai kebutuhan perusahaan.',
        follow: true,
        isPublic: true,
        by: { name: 'Dani Ramdan', office: 'bupati', capacity: 'pj' },
        told: ({ s000 }) => s000.workers,
        span: [2307, 2562],
      },
    ],
  })
  await tellOfCountry(story, { country: 'JP', said: japanInBekasi(masaki) })
}

interface Met {
  relation: string
  actingRegent: string
  ambassador: string
  masaki: Speaker
}

async function enterAudience(story: Story, { relation, actingRegent, ambassador, masaki }: Met): Promise<string> {
  const { id: activity } = await recordActivity(story.call, {
    slug: audienceSlug,
    relation,
    kind: 'audiensi',
    about: 'Audiensi Duta Besar Jepang dengan Pj. Bupati Bekasi',
    place: 'Ruang Rapat Kerja Bupati Bekasi, Desa Sukamahi, Cikarang Pusat',
    occurredOn: day,
  })
  await tell(story, { of: activity, field: 'occurred_on', told: ({ s000 }) => s000.meeting, span: [353, 476] })
  await attend(story, {
    activity,
    side: 'host',
    official: actingRegent,
    leads: true,
    told: ({ s000 }) => s000.host,
    span: [252, 321],
  })
  await attend(story, {
    activity,
    side: 'guest',
    person: ambassador,
    leads: true,
    told: ({ s000 }) => s000.guest,
    span: [304, 352],
  })
  await quote(story, { activity, said: remarks({ actingRegent, ambassador, masaki }) })
  return activity
}

function remarks({ actingRegent: official, ambassador: person, masaki }: Omit<Met, 'relation'>) {
  const dani: Speaker = { name: 'Dani Ramdan', office: 'bupati', capacity: 'pj' }
  return [
    {
      person,
      by: masaki,
      words: 'Ingin memperkuat kemitraan multisektor yang selama ini terjalin.',
      told: ({ s000 }) => s000.multisector,
      span: [599, 687],
    },
    {
      person,
      by: masaki,
      words: 'Meminta Pemkab Bekasi menyampaikan rekomendasi kepada kedutaan untuk industri dan pariwisata.',
      told: ({ s000 }) => s000.recommendations,
      span: [1419, 1518],
    },
    {
      person,
      by: masaki,
      words: 'Menilai budaya salah satu kekuatan; menyebut Kabupaten Bekasi “berada paling depan”.',
      told: ({ s000 }) => s000.foremost,
      span: [1519, 1630],
    },
    {
      official,
      by: dani,
      words: 'Menyebut banyak industri manufaktur di Kabupaten Bekasi penanaman modal perusahaan Jepang.',
      told: ({ s000 }) => s000.investment,
      span: [1967, 2110],
    },
    {
      official,
      by: dani,
      words: 'Menyebut warga Jepang menjadi pemandangan sehari-hari di Kabupaten Bekasi; jumlahnya tidak disebut.',
      told: ({ s000 }) => s000.residents,
      span: [2111, 2181],
    },
    {
      official,
      by: dani,
      words:
        'Menyebut penyerapan tenaga kerja lokal oleh perusahaan Jepang; pelatihan dan SMK disesuaikan dengan kebutuhan perusahaan.',
      told: ({ s000 }) => s000.workers,
      span: [2307, 2562],
    },
  ] satisfies Parameters<typeof quote>[1]['said']
}
