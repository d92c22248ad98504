import { publishActivity, recordActivity } from '../agenda/commands.ts'
import { addPartner, addPerson } from '../partners/commands.ts'
import { beginRelation, mendRelation, publishRelation } from '../relations/commands.ts'
import { addSource } from '../sources/commands.ts'
import { koreaInBekasi, tellOfCountry } from './countries.ts'
import { attend, openStory, quote, tell, tellElsewhere, type Speaker, type Story } from './telling.ts'

/** The article names a Thursday and prints a year; no day. */
const day = '2023'

/** Reports that the article links to. They tell of other regions' ties: kept as sources, no relation is made of them. */
const related = [
  'Gubernur Setif Ajak Purwakarta Jadi "Sister City"',
  'Kamar Dagang Taiwan Jajaki `Sister City` Bogor',
  'Pemkab Bogor-Nanning Akan Jadi `Sister City`',
]

/**
 * Enters story 003 in our own words: a memorandum is reported as signed with a "South Korean party". No text is known
 * and no name: the relation has a label, no partner, no procedure, and what was signed stays reported.
 */
export async function seedKorea(call: Story['call'], { actingRegent }: { actingRegent: string }): Promise<void> {
  const outlet = 'ANTARA News Megapolitan'
  const story = await openStory(call, {
    day,
    kind: 'news',
    outlet,
    author: 'Pradita Kurniawan Syah',
    editor: 'Naryo',
    publishedOn: day,
    textSha256: 'f9685dfb800cb16ddb24f52109c6d33917995f1b62d6d06ca6c9066d16d4df28',
  })
  for (const title of related) {
    await addSource(call, { kind: 'news', outlet, title, enteredNote: 'demonstration', relatedTo: story.source })
  }
  await tell(story, { of: actingRegent, field: 'capacity', told: ({ s003 }) => s003.host, span: [206, 252] })
  const chamber = await addPartner(call, {
    slug: 'kadin-kabupaten-bekasi',
    kind: 'chamber',
    name: 'Kadin Kabupaten Bekasi',
    names: {
      en: 'Kadin (chamber of commerce and industry) of Bekasi Regency',
      ja: 'ブカシ県商工会議所(Kadin)',
      ko: '브카시군 상공회의소(Kadin)',
    },
    country: 'ID',
  })
  const chair = await addPerson(call, {
    partner: chamber.id,
    givenName: 'Heri Noviar',
    nameLang: 'id',
    office: 'ketua_kadin',
    seenOn: day,
  })
  const slug = 'kab-bekasi-pihak-korea-selatan'
  const { id } = await beginRelation(call, { slug, label: 'pihak Korea Selatan', beganOn: day })
  await mendRelation(call, {
    id,
    rev: 1,
    purpose: 'Menekan angka pengangguran; dari persahabatan ke kerja sama yang nyata dan saling menguntungkan.',
  })
  await tell(story, { of: id, field: 'purpose', told: ({ s003 }) => s003.purpose, span: [121, 203] })
  await tell(story, { of: id, field: 'label', told: ({ s003 }) => s003.unnamed, span: [94, 120] })
  await tell(story, { of: id, field: 'benefit', by: dani, told: ({ s003 }) => s003.concrete, span: [1357, 1453] })
  const heri: Speaker = { name: 'Heri Noviar', office: 'ketua_kadin', person: chair.id }
  await tell(story, { of: id, field: 'benefit', by: heri, told: ({ s003 }) => s003.expectation, span: [1783, 1871] })
  await tell(story, { of: id, field: 'precedent', by: dani, told: ({ s003 }) => s003.precedent, span: [436, 596] })
  await tellElsewhere(call, {
    of: id,
    outlets: ['satuarah.co', 'koran-jakarta'],
    said: [
      { field: 'counterpart', value: 'DICS US Co Ltd', told: ({ elsewhere }) => elsewhere.counterpart },
      { field: 'occasion', value: 'audiensi', told: ({ elsewhere }) => elsewhere.audience },
    ],
  })
  const activity = await enterSigning(story, { relation: id, actingRegent, chair: chair.id })
  await publishRelation(call, { id })
  await publishActivity(call, { id: activity, relation: id })
  await tellOfCountry(story, { country: 'KR', said: koreaInBekasi(chair.id) })
}

interface Met {
  relation: string
  actingRegent: string
  chair: string
}

async function enterSigning(story: Story, { relation, actingRegent, chair }: Met): Promise<string> {
  const { id: activity } = await recordActivity(story.call, {
    slug: 'diberitakan-nota-kesepahaman-korea-selatan-2023',
    relation,
    kind: 'lain',
    about: 'Diberitakan: penandatanganan nota kesepahaman dengan pihak Korea Selatan',
    occurredOn: day,
    weekday: 'kamis',
    initiator: 'third_party',
    note: 'Belum ada naskah, dan mitranya belum disebut. SE 193/1652/PUOD yang dikutip sudah digantikan; yang berlaku PP 28/2018.',
  })
  await tell(story, { of: activity, field: 'occurred_on', told: ({ s003 }) => s003.signing, span: [40, 189] })
  await tell(story, {
    of: activity,
    field: 'initiator',
    by: dani,
    told: ({ s003 }) => s003.initiator,
    span: [624, 710],
  })
  await attend(story, {
    activity,
    side: 'host',
    official: actingRegent,
    leads: true,
    told: ({ s003 }) => s003.host,
    span: [206, 289],
  })
  await attend(story, {
    activity,
    side: 'other',
    organisation: 'Kadin Kabupaten Bekasi',
    role: 'pemrakarsa',
    told: ({ s003 }) => s003.initiator,
    span: [655, 769],
  })
  await quote(story, { activity, said: remarks({ official: actingRegent, person: chair }) })
  return activity
}

const dani: Speaker = { name: 'Dani Ramdan', office: 'bupati', capacity: 'pj' }

function remarks({ official, person }: { official: string; person: string }) {
  const heri: Speaker = { name: 'Heri Noviar', office: 'ketua_kadin', person }
  return [
    {
      official,
      by: dani,
      words:
        'Menyebut pernah menangani kerja sama serupa, antara lain di Purwakarta: membuat draf MoU dan menyiapkan berkas persyaratan.',
      told: ({ s003 }) => s003.precedent,
      span: [436, 596],
    },
    {
      official,
      by: dani,
      words: 'Menyatakan tertarik pada pekerja musiman.',
      told: ({ s003 }) => s003.seasonal,
      span: [1020, 1065],
    },
    {
      official,
      by: dani,
      words: 'Menyatakan semangat persahabatan harus bergeser ke kerja sama yang nyata dan saling menguntungkan.',
      told: ({ s003 }) => s003.concrete,
      span: [1357, 1453],
    },
    {
      official,
      by: dani,
      words: 'Menyebut SE Kementerian Dalam Negeri Nomor 193/1652/PUOD tanggal 26 April 1993 sebagai aturannya.',
      told: ({ s003 }) => s003.circular,
      span: [1525, 1654],
    },
    {
      person,
      by: heri,
      words: 'Memperkirakan kerja sama ini memajukan bidang-bidang strategis.',
      told: ({ s003 }) => s003.expectation,
      span: [1783, 1871],
    },
    {
      person,
      by: heri,
      words: 'Menyebut tujuannya konektivitas budaya dan kontak sosial antarpenduduk.',
      told: ({ s003 }) => s003.contact,
      span: [2014, 2144],
    },
  ] satisfies Parameters<typeof quote>[1]['said']
}
