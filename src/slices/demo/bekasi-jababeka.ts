import { publishActivity, recordActivity } from '../agenda/commands.ts'
import { addPartner } from '../partners/commands.ts'
import { addOfficial } from '../reference/commands.ts'
import { beginRelation, publishRelation } from '../relations/commands.ts'
import {
  attend,
  discuss,
  listFields,
  openStory,
  promise,
  quote,
  tell,
  type Passage,
  type Speaker,
  type Story,
} from './telling.ts'

const day = '2025-10-21'
const meetingSlug = 'rakor-jababeka-2025-10-21'

/**
 * Enters story 004 in our own words: the coordination meeting that the estate's company called. Its four points have
 * nobody in charge and no day, because none was named; nor was a next meeting.
 */
export async function seedJababeka(call: Story['call']): Promise<void> {
  const story = await openStory(call, {
    day,
    kind: 'release',
    author: 'Prokopim Pemkab Bekasi',
    textSha256: 'e35eaad36942f9446d682bdd2cb799d08e5c99ce9ae9398f1af7825f5a2c68e0',
  })
  const regent = await addOfficial(call, {
    name: 'Ade Kuswara Kunang',
    office: 'bupati',
    capacity: 'definitif',
    seenOn: day,
  })
  await tell(story, { of: regent.id, field: 'capacity', told: ({ s004 }) => s004.regent, span: [17, 50] })
  const partner = await addPartner(call, {
    slug: 'pt-jababeka-infrastruktur',
    kind: 'estate',
    name: 'PT Jababeka Infrastruktur',
    country: 'ID',
  })
  const { id } = await beginRelation(call, { slug: 'kab-bekasi-jababeka', partner: partner.id, beganOn: day })
  await listFields(story, { relation: id, sectors: ['pendidikan_vokasi', 'sumber_daya_manusia'] })
  const ade: Speaker = { name: 'Ade Kuswara Kunang', office: 'bupati', occasion: 'at_the_meeting' }
  await tell(story, { of: id, field: 'fields', by: ade, told: ({ s004 }) => s004.vocational, span: [2725, 2880] })
  const meeting = await enterMeeting(story, { relation: id, regent: regent.id, ade })
  await publishRelation(call, { id })
  await publishActivity(call, { id: meeting, relation: id })
  await promise(story, { slug: meetingSlug, given: wordsGiven({ official: regent.id, by: ade }) })
}

interface Met {
  relation: string
  regent: string
  ade: Speaker
}

async function enterMeeting(story: Story, { relation, regent, ade }: Met): Promise<string> {
  const { id: activity } = await recordActivity(story.call, {
    slug: meetingSlug,
    relation,
    kind: 'rapat_koordinasi',
    about: 'Rapat koordinasi dengan PT Jababeka Infrastruktur',
    place: 'Jababeka Golf and Country Club, Cikarang Timur',
    occurredOn: day,
    initiator: 'partner',
  })
  await tell(story, { of: activity, field: 'occurred_on', told: ({ s004 }) => s004.meeting, span: [138, 225] })
  await tell(story, { of: activity, field: 'initiator', by: ade, told: ({ s004 }) => s004.initiator, span: [650, 743] })
  await tell(story, { of: activity, field: 'topics', told: ({ s004 }) => s004.topics, span: [1918, 2321] })
  await discuss(story, { activity, points })
  const present: Passage = { told: ({ s004 }) => s004.present, span: [227, 394] }
  await attend(story, {
    activity,
    ...present,
    side: 'host',
    organisation: 'PT Jababeka Infrastruktur',
    role: 'jajaran direksi',
  })
  await attend(story, { activity, side: 'other', official: regent, told: ({ s004 }) => s004.regent, span: [17, 131] })
  await attend(story, { activity, ...present, side: 'other', organisation: 'Perangkat daerah terkait', role: 'kepala' })
  await attend(story, {
    activity,
    ...present,
    side: 'other',
    organisation: 'Pelaku usaha di kawasan industri',
    role: 'perwakilan',
  })
  await quote(story, { activity, said: remarks({ official: regent, by: ade }) })
  return activity
}

/** The four points, each with the words that name it. Nobody was named for any of them. */
const points = [
  {
    theme: 'layanan_dasar',
    words: 'Layanan dasar kawasan industri',
    told: ({ s004 }) => s004.pointServices,
    span: [1988, 2034],
  },
  {
    theme: 'infrastruktur_penunjang',
    words: 'Infrastruktur penunjang',
    told: ({ s004 }) => s004.pointInfrastructure,
    span: [2036, 2072],
  },
  {
    theme: 'perizinan_tata_ruang',
    words: 'Penyelarasan kebijakan perizinan',
    told: ({ s004 }) => s004.pointLicensing,
    span: [2074, 2106],
  },
  {
    theme: 'csr_tjsl',
    words: 'Program CSR sesuai kebutuhan riil masyarakat sekitar',
    told: ({ s004 }) => s004.pointCsr,
    span: [2114, 2218],
  },
] satisfies Parameters<typeof discuss>[1]['points']

/** What the regent gave his word for. */
function wordsGiven(speaker: { official: string; by: Speaker }) {
  return [
    {
      ...speaker,
      heard: 5,
      words: 'Komunikasi dan kemitraan antarpihak dijaga kesinambungannya.',
      follow: true,
      isPublic: true,
      told: ({ s004 }) => s004.continuity,
      span: [3030, 3145],
    },
    {
      ...speaker,
      heard: 2,
      words: 'Kolaborasi dan koordinasi lintas sektor diformalkan dalam kebijakan pembangunan.',
      follow: true,
      isPublic: true,
      told: ({ s004 }) => s004.formalised,
      span: [1431, 1557],
    },
    {
      ...speaker,
      heard: 3,
      words: 'Kolaborasi didorong meluas ke pendidikan vokasi dan pengembangan SDM lokal.',
      follow: true,
      told: ({ s004 }) => s004.vocational,
      span: [2725, 2880],
    },
  ] satisfies Parameters<typeof promise>[1]['given']
}

function remarks(speaker: { official: string; by: Speaker }) {
  return [
    {
      ...speaker,
      words: 'Berterima kasih atas prakarsa PT Jababeka Infrastruktur menyelenggarakan rapat koordinasi ini.',
      told: ({ s004 }) => s004.initiator,
      span: [902, 1024],
    },
    {
      ...speaker,
      words: 'Menyatakan kolaborasi dan koordinasi perlu dijaga dan diformalkan dalam kebijakan pembangunan.',
      told: ({ s004 }) => s004.formalised,
      span: [1431, 1557],
    },
    {
      ...speaker,
      words: 'Berharap kolaborasi meluas ke pendidikan vokasi dan pengembangan SDM lokal.',
      told: ({ s004 }) => s004.vocational,
      span: [2725, 2880],
    },
    {
      ...speaker,
      words:
        'Berharap ada dukungan bagi program strategis daerah, sejalan dengan semboyan Bangkit, Maju, dan Sejahtera.',
      told: ({ s004 }) => s004.programmes,
      span: [2888, 3017],
    },
    {
      ...speaker,
      words: 'Menekankan kesinambungan komunikasi dan kemitraan antarpihak.',
      told: ({ s004 }) => s004.continuity,
      span: [3030, 3145],
    },
    {
      ...speaker,
      words: 'Menyatakan optimistis daerahnya maju secara industri dan unggul dalam kualitas hidup warga.',
      told: ({ s004 }) => s004.quality,
      span: [3474, 3615],
    },
  ] satisfies Parameters<typeof quote>[1]['said']
}
