import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { lastDayOf } from '../../shared/dates.ts'
import { addApplied, addExchange, cancelExchange, publishExchange, reportExchange } from '../exchange/commands.ts'
import type { ExchangeKind } from '../exchange/model.ts'
import { isEntered } from '../exchange/queries.ts'
import type { SectorId } from '../reference/model.ts'
import { getRelationId, listFields } from '../relations/queries.ts'
import { addressOf, day } from './contoh-day.ts'
import type { ProgrammeSeed } from './programmes.ts'
import { reopenStory, tell, type Passage } from './telling.ts'

type Call = { tx: Tx; act: Act }

interface Told {
  slug: string
  kind: ExchangeKind
  /** Our own words. */
  title: string
  titleEn: string
  titleJa: string
  titleKo: string
  sectors?: readonly SectorId[]
  /** What the story says of it: that it is meant, not that it has begun. */
  said: Passage
}

interface StoryOfExchange {
  region: string
  relation: string
  day: string
  textSha256: string
  told: readonly Told[]
}

const hamamatsu: Passage['told'] = ({ s001 }) => s001.hamamatsu

/** What three stories tell of exchange: no days, no numbers and no bodies, so none are entered. */
const stories: readonly StoryOfExchange[] = [
  {
    region: 'kota-bandung',
    relation: 'kota-bandung-hamamatsu',
    day: '2022-02-03',
    textSha256: '4bb3fd37bea8048dc1992f38cdefdd465a72ab891d7ca70c18ef46c69affd146',
    told: [
      {
        slug: 'pelatihan-penyediaan-air-hamamatsu',
        kind: 'pelatihan_aparatur',
        title: 'Pelatihan personel penyediaan air',
        titleEn: 'Training of water-supply staff',
        titleJa: '給水に携わる人員の研修',
        titleKo: '물 공급 담당 인력 연수',
        sectors: ['air_minum'],
        said: { told: hamamatsu, span: [2469, 2522] },
      },
      {
        slug: 'pelatihan-lingkungan-sanitasi-hamamatsu',
        kind: 'pelatihan_aparatur',
        title: 'Pelatihan personel lingkungan dan sanitasi',
        titleEn: 'Training of environment and sanitation staff',
        titleJa: '環境・衛生に携わる人員の研修',
        titleKo: '환경·위생 담당 인력 연수',
        sectors: ['lingkungan_sanitasi'],
        said: { told: hamamatsu, span: [2529, 2584] },
      },
      {
        slug: 'kolaborasi-akademik-budaya-penelitian-hamamatsu',
        kind: 'akademik',
        title: 'Kolaborasi lembaga akademik, budaya, dan penelitian',
        titleEn: 'Collaboration of academic, cultural and research institutions',
        titleJa: '学術・文化・研究機関の連携',
        titleKo: '학술·문화·연구 기관의 협력',
        sectors: ['kota_kreatif'],
        said: { told: hamamatsu, span: [2377, 2467] },
      },
    ],
  },
  {
    region: 'kota-bekasi',
    relation: 'kota-bekasi-izumisano',
    day: '2025-07-24',
    textSha256: '0a7dccee3f994e719e02967fd9609864a1bb55fa6245e45f060563cd6b9c0f81',
    told: [
      {
        slug: 'pertukaran-pengalaman-izumisano',
        kind: 'pengalaman',
        title: 'Pertukaran pengalaman dengan Kota Izumisano',
        titleEn: 'Exchange of experience with Izumisano City',
        titleJa: '泉佐野市との経験の交流',
        titleKo: '이즈미사노시와의 경험 교류',
        said: { told: ({ s002 }) => s002.experience, span: [2469, 2646] },
      },
    ],
  },
  {
    region: 'kab-bekasi',
    relation: 'kab-bekasi-pihak-korea-selatan',
    day: '2023',
    textSha256: 'f9685dfb800cb16ddb24f52109c6d33917995f1b62d6d06ca6c9066d16d4df28',
    told: [
      {
        slug: 'budaya-dan-kontak-sosial-korea-selatan',
        kind: 'budaya',
        title: 'Hubungan budaya dan kontak sosial antarpenduduk',
        titleEn: 'Cultural relations and contacts between residents',
        titleJa: '文化の交流と住民どうしのつながり',
        titleKo: '문화 교류와 주민 간 접촉',
        said: {
          told: ({ s003 }) => s003.contact,
          span: [2014, 2144],
          by: { name: 'Heri Noviar', office: 'ketua_kadin' },
        },
      },
    ],
  },
]

/** Each exchange a story tells of, published with the passage it rests on. */
async function enterStory(call: Call, { relation, told, ...article }: StoryOfExchange): Promise<void> {
  const story = await reopenStory(call, article)
  const id = await getRelationId(call.tx, relation)
  const fields = await listFields(call.tx, { relation: id, on: '9999-12-31' })
  for (const { said, sectors = [], ...of } of told) {
    const made = await addExchange(
      { ...call, on: article.day },
      {
        ...of,
        stated: 'disebut',
        relations: [id],
        fields: fields
          .filter(({ sector }) => sector !== undefined && sectors.includes(sector))
          .map((field) => field.id),
        occurredOn: article.day,
      },
    )
    for (const field of ['title', 'standing']) await tell(story, { of: made.id, field, ...said })
    await publishExchange(call, { id: made.id })
  }
}

interface Sample {
  slug: string
  relation: string
  kind: ExchangeKind
  title: string
  direction: 'keluar' | 'masuk' | 'dua_arah'
  from: string
  to: string
  place: string
  ours?: number
  theirs?: number
  bodies: readonly { side: 'ours' | 'theirs'; name: string; role?: string }[]
  report?: string
  applied?: readonly { on: string; what: string; place: string }[]
  cancelled?: string
}

/** The invented region: one of each kind, over, under way, to come and called off. */
const samples: readonly Sample[] = [
  {
    slug: 'contoh-pelatihan-pemilahan-sampah',
    relation: 'utara-jepang',
    kind: 'pelatihan_aparatur',
    title: 'Pelatihan pemilahan sampah dari rumah (contoh)',
    direction: 'keluar',
    from: '2025-05-12',
    to: '2025-05-23',
    place: 'Kota Contoh Utara (Jepang)',
    ours: 12,
    bodies: [
      { side: 'ours', name: 'Dinas Contoh Lingkungan Hidup', role: 'Pengirim peserta' },
      { side: 'theirs', name: 'Dinas kebersihan kota mitra (contoh)', role: 'Tuan rumah dan pengajar' },
    ],
    report: 'Peserta mempelajari pemilahan tujuh jenis sampah, jadwal angkut, dan cara menjelaskan kepada warga.',
    applied: [
      { on: '2025-09', what: 'Jadwal angkut menurut jenis sampah dicoba', place: 'Tiga kelurahan contoh' },
      { on: '2026-02', what: 'Lembar penjelasan untuk warga dibagikan', place: 'Kecamatan contoh' },
    ],
  },
  {
    slug: 'contoh-tukar-guru-vokasi',
    relation: 'utara-jepang',
    kind: 'akademik',
    title: 'Tukar guru sekolah kejuruan (contoh)',
    direction: 'dua_arah',
    from: '2026-07',
    to: day(60).slice(0, 7),
    place: 'Sekolah kejuruan kedua pihak',
    ours: 4,
    theirs: 4,
    bodies: [
      { side: 'ours', name: 'Dinas Contoh Pendidikan' },
      { side: 'theirs', name: 'Dewan pendidikan kota mitra (contoh)' },
    ],
  },
  {
    slug: 'contoh-kunjungan-pemuda',
    relation: 'timur-korea',
    kind: 'pemuda',
    title: 'Kunjungan pemuda musim panas (contoh)',
    direction: 'masuk',
    from: '2025-07-21',
    to: '2025-07-27',
    place: 'Kabupaten Contoh',
    theirs: 18,
    bodies: [{ side: 'theirs', name: 'Pusat pemuda kota mitra (contoh)', role: 'Pengirim' }],
    report: 'Kegiatan bersama di sekolah dan kebersihan sungai. Jumlah pemuda setempat tidak dicatat.',
  },
  {
    slug: 'contoh-pekan-budaya',
    relation: 'barat-korea',
    kind: 'budaya',
    title: 'Pekan budaya dua daerah (contoh)',
    direction: 'dua_arah',
    from: day(45),
    to: day(52),
    place: 'Alun-alun contoh',
    bodies: [{ side: 'ours', name: 'Bagian Kerja Sama' }],
  },
  {
    slug: 'contoh-magang-pengelola-air',
    relation: 'institut-air-belanda',
    kind: 'pelatihan_aparatur',
    title: 'Magang pengelola air minum (contoh)',
    direction: 'keluar',
    from: '2024',
    to: '2024',
    place: 'Institut mitra',
    ours: 3,
    bodies: [{ side: 'ours', name: 'Dinas Contoh Pekerjaan Umum', role: 'Pengirim peserta' }],
    report: 'Cara mengukur kebocoran pipa per zona.',
    applied: [{ on: '2025-03', what: 'Meter zona dipasang pada satu jaringan', place: 'Zona contoh 2' }],
  },
  {
    slug: 'contoh-pentas-musik',
    relation: 'selatan-jepang',
    kind: 'budaya',
    title: 'Pentas musik tradisional (contoh)',
    direction: 'masuk',
    from: day(20),
    to: day(21),
    place: 'Gedung kesenian contoh',
    bodies: [],
    cancelled: 'Tempat belum siap; mitra mengusulkan tahun depan.',
  },
]

async function enterSample({ tx, act }: Call, sample: Sample): Promise<void> {
  const { from, to, relation, report, applied = [], cancelled, ...given } = sample
  const known = day(-30) < from ? day(-30) : from
  const on = day(0)
  const call = { tx, act, on }
  const of = await getRelationId(tx, addressOf({ slug: relation }))
  const { id } = await addExchange(call, { ...given, fromOn: from, toOn: to, relations: [of], occurredOn: known })
  let rev = 1
  if (report !== undefined) ({ rev } = await reportExchange({ ...call, on: lastDayOf(to) }, { id, rev, words: report }))
  for (const { on: appliedOn, ...line } of applied) {
    await addApplied(call, { id, appliedOn, ...line })
    rev++
  }
  if (cancelled !== undefined) await cancelExchange(call, { id, rev, reason: cancelled })
  // One stays inside.
  else if (given.kind !== 'pemuda') await publishExchange(call, { id, report: report !== undefined })
}

/** Whether the cooperation that it belongs to is there at all: the invented region may be empty. */
async function isMissing(tx: Tx, slug: string): Promise<boolean> {
  const row = await tx.selectFrom('relations.relations').select('id').where('slug', '=', slug).executeTakeFirst()
  return row === undefined
}

/** What the stories tell of exchange, and what is invented of it. */
export const exchangeSeeds: readonly ProgrammeSeed[] = [
  ...stories.map((story) => ({
    region: story.region,
    isThere: async (tx: Tx) => await isEntered(tx, story.told[0]?.slug ?? ''),
    enter: async (call: Call) => await enterStory(call, story),
  })),
  {
    region: 'kab-contoh',
    async isThere(tx: Tx) {
      const [first] = samples
      if (first === undefined || (await isMissing(tx, addressOf({ slug: first.relation })))) return true
      return await isEntered(tx, first.slug)
    },
    async enter(call: Call) {
      for (const sample of samples) await enterSample(call, sample)
    },
  },
]
