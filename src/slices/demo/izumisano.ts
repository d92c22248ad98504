import { publishActivity, recordActivity } from '../agenda/commands.ts'
import { addPartner, addPerson, addProfileFact } from '../partners/commands.ts'
import { addOfficial } from '../reference/commands.ts'
import type { SectorId } from '../reference/model.ts'
import { addField, beginRelation, noteStep, publishRelation } from '../relations/commands.ts'
import { attend, openStory, promise, quote, tell, tellElsewhere, type Speaker, type Story } from './telling.ts'

/** Story 002: the day everything was said and done. */
const day = '2025-07-24'
const slug = 'kota-bekasi-izumisano'
const visitSlug = 'kunjungan-izumisano-2025-07-24'

const named: SectorId[] = [
  'pengelolaan_sampah',
  'pendidikan',
  'transportasi',
  'pariwisata',
  'ketenagakerjaan',
  'pelayanan_publik',
]
const offered = 9

/**
 * Enters story 002 in our own words: Kota Bekasi receives Izumisano. Everything is reported by one article; nothing is
 * documented, so the stage stays at the first of eight.
 */
export async function seedIzumisano(call: Story['call']): Promise<void> {
  const story = await openStory(call, {
    day,
    kind: 'news',
    author: 'M-3L',
    textSha256: '0a7dccee3f994e719e02967fd9609864a1bb55fa6245e45f060563cd6b9c0f81',
  })
  const mayor = await addOfficial(call, {
    name: 'Dr. Tri Adhianto',
    office: 'wali_kota',
    capacity: 'definitif',
    seenOn: day,
  })
  const partner = await addPartner(call, {
    slug: 'izumisano',
    kind: 'foreign_local_government',
    name: 'Kota Izumisano',
    names: { en: 'Izumisano City', ja: '泉佐野市', ko: '이즈미사노시' },
    nativeName: '泉佐野市',
    nativeLang: 'ja',
    country: 'JP',
  })
  const guest = await addPerson(call, {
    partner: partner.id,
    givenName: 'Kuniaki',
    familyName: 'Nishinou',
    nameLang: 'ja-Latn',
    office: 'wakil_wali_kota',
    seenOn: day,
  })
  const byMayor: Speaker = { name: 'Dr. Tri Adhianto', office: 'wali_kota', occasion: 'to_reporters' }
  const byGuest: Speaker = {
    name: 'Kuniaki Nishinou',
    person: guest.id,
    office: 'wakil_wali_kota',
    occasion: 'at_the_meeting',
  }
  const met = { mayor: mayor.id, guest: guest.id, byMayor, byGuest }

  const relation = await beginRelation(call, {
    slug,
    partner: partner.id,
    beganOn: day,
    process: { initiator: 'partner', referral: 'diaspora' },
  })
  const process = relation.process
  if (process === undefined) throw new Error('a foreign local government runs the foreign procedure')
  await noteStep(call, { process, step: 'prakarsa', holder: 'mitra', occurredOn: day })
  await noteStep(call, { process, step: 'penjajakan', holder: 'kepala_daerah', occurredOn: day })
  await tell(story, {
    of: process,
    field: 'initiator',
    by: byGuest,
    told: ({ s002 }) => s002.initiator,
    span: [1500, 1563],
  })
  await tell(story, {
    of: process,
    field: 'stages_left',
    by: byMayor,
    value: { left: 6, listed: false },
    told: ({ s002 }) => s002.stages,
    span: [1287, 1366],
  })
  for (let position = 0; position < offered; position += 1) {
    await addField(call, { id: relation.id, sector: named[position], standing: 'ditawarkan', occurredOn: day })
  }
  await tell(story, {
    of: relation.id,
    field: 'fields',
    by: byMayor,
    value: { offered, named: named.length },
    told: ({ s002 }) => s002.fields,
    span: [752, 970],
  })
  await tell(story, {
    of: relation.id,
    field: 'benefit',
    by: byMayor,
    told: ({ s002 }) => s002.service,
    span: [1373, 1487],
  })
  await tellElsewhere(call, {
    of: relation.id,
    outlets: ['koranmediasi', 'wawainews'],
    said: [{ field: 'fields', told: ({ elsewhere }) => elsewhere.nine }],
  })
  await tellElsewhere(call, {
    of: relation.id,
    said: [{ field: 'visit', value: '2025-07-23/2025-07-25', told: ({ elsewhere }) => elsewhere.visit }],
  })
  await enterProfile(story, { partner: partner.id, byGuest })
  const visit = await enterVisit(story, { relation: relation.id, ...met })
  await publishRelation(call, { id: relation.id })
  await publishActivity(call, { id: visit, relation: relation.id })
  await promise(story, {
    slug: visitSlug,
    given: [
      {
        official: mayor.id,
        heard: 4,
        words: 'Pelayanan publik menjadi lebih cepat, lebih baik, dan lebih transparan.',
        follow: true,
        isPublic: true,
        by: byMayor,
        told: ({ s002 }) => s002.service,
        span: [1373, 1487],
      },
    ],
  })
  call.act.about(relation.id)
}

/** What the story says about the partner itself, dated. */
async function enterProfile(story: Story, { partner, byGuest }: { partner: string; byGuest: Speaker }): Promise<void> {
  const { call } = story
  const of = { partner, occurredOn: day }
  const many = await addProfileFact(call, { ...of, kind: 'countries_worked_with', number: 11, moreThan: true })
  await tell(story, { of: many.id, field: 'number', told: ({ s002 }) => s002.countries, span: [1623, 1676] })
  const target = await addProfileFact(call, { ...of, kind: 'countries_targeted', number: 2, year: 2025 })
  await tell(story, { of: target.id, field: 'number', told: ({ s002 }) => s002.targets, span: [1682, 1728] })
  const only = await addProfileFact(call, { ...of, kind: 'visited_in_indonesia', words: 'Kota Bekasi' })
  await tell(story, { of: only.id, field: 'words', by: byGuest, told: ({ s002 }) => s002.only, span: [2367, 2445] })
}

interface Met {
  relation: string
  mayor: string
  guest: string
  byMayor: Speaker
  byGuest: Speaker
}

async function enterVisit(story: Story, { relation, mayor, guest, byMayor, byGuest }: Met): Promise<string> {
  const { id: activity } = await recordActivity(story.call, {
    slug: visitSlug,
    relation,
    kind: 'kunjungan_resmi',
    about: 'Kunjungan resmi delegasi Kota Izumisano',
    topics: ['penjajakan_awal'],
    place: 'Pendopo Kantor Wali Kota Bekasi',
    occurredOn: day,
    initiator: 'partner',
  })
  await tell(story, { of: activity, field: 'occurred_on', told: ({ s002 }) => s002.meeting, span: [669, 738] })
  await attend(story, { activity, side: 'host', official: mayor, told: ({ s002 }) => s002.host, span: [268, 331] })
  await attend(story, {
    activity,
    side: 'guest',
    person: guest,
    leads: true,
    told: ({ s002 }) => s002.guest,
    span: [323, 393],
  })
  await quote(story, {
    activity,
    said: [
      {
        person: guest,
        by: byGuest,
        words: 'Menilai warga Indonesia, juga di Kota Bekasi, ramah dan enak diajak bekerja sama. (ringkasan petugas)',
        told: ({ s002 }) => s002.friendly,
        span: [1962, 2105],
      },
      {
        official: mayor,
        by: byMayor,
        words: 'Menyebut pertemuan ini penjajakan awal: “masih ada enam tahapan”.',
        told: ({ s002 }) => s002.early,
        span: [1280, 1367],
      },
      {
        official: mayor,
        by: byMayor,
        words: 'Menyebut kerja sama ini lebih makro, tidak hanya tentang sampah.',
        told: ({ s002 }) => s002.macro,
        span: [973, 1113],
      },
      {
        official: mayor,
        by: byMayor,
        words: 'Optimistis dampaknya baik bagi pelayanan publik: lebih cepat, lebih baik, lebih transparan.',
        told: ({ s002 }) => s002.service,
        span: [1373, 1487],
      },
      {
        person: guest,
        by: byGuest,
        words: 'Menyebut rekomendasi khusus dari anak muda Indonesia yang kini bekerja di Jepang.',
        told: ({ s002 }) => s002.referral,
        span: [2245, 2366],
      },
    ],
  })
  return activity
}
