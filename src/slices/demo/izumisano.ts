import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import type { Language } from '../../shared/languages.ts'
import { addParticipant, noteStatement, publishActivity, recordActivity } from '../agenda/commands.ts'
import { addPartner, addPerson, addProfileFact } from '../partners/commands.ts'
import { addOfficial } from '../reference/commands.ts'
import type { SectorId } from '../reference/model.ts'
import { addField, beginRelation, noteStep, publishRelation } from '../relations/commands.ts'
import { addProvenance, addSource, type NewProvenance } from '../sources/commands.ts'

/** Story 002: the day everything was said and done. */
const day = '2025-07-24'
const slug = 'kota-bekasi-izumisano'

const named: SectorId[] = [
  'pengelolaan_sampah',
  'pendidikan',
  'transportasi',
  'pariwisata',
  'ketenagakerjaan',
  'pelayanan_publik',
]
const offered = 9

/** SHA-256 of the article's text as read, so that the same text pasted later is recognised. */
const textSha256 = 'a3590c80957e688662c2840d5a519cc830d26e584f69d962584de4ad6078445b'

type Summary = Record<Language, string>

/**
 * Enters story 002 in our own words: Kota Bekasi receives Izumisano. Everything is reported by one article; nothing is
 * documented, so the stage stays at the first of eight.
 */
export async function seedIzumisano(call: { tx: Tx; act: Act }): Promise<void> {
  const source = await addSource(call, { kind: 'news', author: 'M-3L', textSha256, enteredNote: 'demonstration' })
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

  const bySource = { level: 'reported', source: source.id, saidOn: day } as const
  const byMayor = {
    ...bySource,
    speaker: 'Dr. Tri Adhianto',
    speakerOffice: 'wali_kota',
    occasion: 'to_reporters',
  } as const
  const byGuest = {
    ...bySource,
    speaker: 'Kuniaki Nishinou',
    speakerPerson: guest.id,
    speakerOffice: 'wakil_wali_kota',
    occasion: 'at_the_meeting',
  } as const
  const byArticle = { ...bySource, occasion: 'in_the_article' } as const
  const say = async (line: Omit<NewProvenance, 'summary'>, summary: Summary) =>
    void (await addProvenance(call, { ...line, summary }))

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
  await say({ ...byGuest, subject: process, field: 'initiator' }, {
    id: 'Kunjungan atas prakarsa Izumisano. Wakil Wali Kota menyebut rekomendasi dari anak muda Indonesia yang bekerja di Jepang.',
    en: 'The visit was Izumisano’s initiative. The Vice Mayor named a recommendation by young Indonesians who work in Japan.',
    ja: '訪問は泉佐野市側の発意。副市長は、日本で働くインドネシアの若者からの推薦を理由に挙げた。',
    ko: '방문은 이즈미사노시의 발의였다. 부시장은 일본에서 일하는 인도네시아 청년들의 추천을 이유로 들었다.',
  }) // prettier-ignore
  await say(
    { ...byMayor, subject: process, field: 'stages_left', value: { left: 6, listed: false } },
    {
      id: 'Wali Kota menyebut pertemuan ini penjajakan awal dan masih ada enam tahap; tahap-tahap itu tidak dirinci.',
      en: 'The Mayor called the meeting an initial exploration with six stages still to go, without listing them.',
      ja: '市長は今回を初期調査とし、あと6段階あると述べた。内訳は示していない。',
      ko: '시장은 이번 만남을 초기 타진이라 하고 아직 6단계가 남았다고 말했다. 각 단계는 밝히지 않았다.',
    },
  )

  for (let position = 0; position < offered; position += 1) {
    await addField(call, { id: relation.id, sector: named[position], standing: 'ditawarkan', occurredOn: day })
  }
  await say(
    { ...byMayor, subject: relation.id, field: 'fields', value: { offered, named: named.length } },
    {
      id: 'Wali Kota menyebut sembilan bidang ditawarkan kepada Izumisano. Enam disebut namanya; tiga lainnya tidak.',
      en: 'The Mayor said nine fields were offered to Izumisano. Six are named; the other three are not.',
      ja: '市長は9分野を泉佐野市に提案したと述べた。名前が挙がったのは6分野で、残る3分野は挙がっていない。',
      ko: '시장은 9개 분야를 이즈미사노시에 제안했다고 말했다. 이름이 나온 것은 6개 분야이고 나머지 3개는 나오지 않았다.',
    },
  )

  const many = await addProfileFact(call, {
    partner: partner.id,
    kind: 'countries_worked_with',
    number: 11,
    moreThan: true,
    occurredOn: day,
  })
  await say(
    { ...byArticle, subject: many.id, field: 'number' },
    {
      id: 'Beritanya menyebut Izumisano bekerja sama dengan lebih dari 11 negara.',
      en: 'The article says that Izumisano works with more than 11 countries.',
      ja: '記事は、泉佐野市が11か国を超える国々と協力しているとする。',
      ko: '기사에 따르면 이즈미사노시는 11개국이 넘는 나라와 협력한다.',
    },
  )
  const target = await addProfileFact(call, {
    partner: partner.id,
    kind: 'countries_targeted',
    number: 2,
    year: 2025,
    occurredOn: day,
  })
  await say(
    { ...byArticle, subject: target.id, field: 'number' },
    {
      id: 'Beritanya menyebut sasaran dua negara tambahan pada tahun itu.',
      en: 'The article names a target of two more countries that year.',
      ja: '記事は、同年中にさらに2か国を目標としているとする。',
      ko: '기사는 그해에 두 나라를 더 늘리는 것이 목표라고 한다.',
    },
  )
  const only = await addProfileFact(call, {
    partner: partner.id,
    kind: 'visited_in_indonesia',
    words: 'Kota Bekasi',
    occurredOn: day,
  })
  await say(
    { ...byGuest, subject: only.id, field: 'words' },
    {
      id: 'Wakil Wali Kota menyebut baru Kota Bekasi yang didatangi di Indonesia.',
      en: 'The Vice Mayor said that Kota Bekasi is the only city in Indonesia they have visited so far.',
      ja: '副市長は、インドネシアでこれまでに訪れたのはブカシ市だけだと述べた。',
      ko: '부시장은 인도네시아에서 지금까지 방문한 곳은 브카시시뿐이라고 말했다.',
    },
  )

  const visit = await recordActivity(call, {
    slug: 'kunjungan-izumisano-2025-07-24',
    relation: relation.id,
    kind: 'kunjungan_resmi',
    about: 'Kunjungan resmi delegasi Kota Izumisano',
    topics: ['penjajakan_awal'],
    place: 'Pendopo Kantor Wali Kota Bekasi',
    occurredOn: day,
    initiator: 'partner',
  })
  await say(
    { ...byArticle, subject: visit.id, field: 'occurred_on' },
    {
      id: 'Delegasi Izumisano diterima di pendopo kantor Wali Kota Bekasi pada hari itu.',
      en: 'The delegation of Izumisano was received in the pendopo of the Mayor’s office in Bekasi on that day.',
      ja: '同日、泉佐野市の代表団がブカシ市長庁舎のプンドポで迎えられた。',
      ko: '그날 이즈미사노시 대표단이 브카시 시장 청사의 펜도포에서 영접을 받았다.',
    },
  )
  const host = await addParticipant(call, { activity: visit.id, side: 'host', official: mayor.id })
  await say(
    { ...byArticle, subject: host.id, field: 'official' },
    {
      id: 'Beritanya menyebut Wali Kota sendiri yang menerima delegasi.',
      en: 'The article says that the Mayor himself received the delegation.',
      ja: '記事によれば、市長自らが代表団を迎えた。',
      ko: '기사에 따르면 시장이 직접 대표단을 맞이했다.',
    },
  )
  const lead = await addParticipant(call, { activity: visit.id, side: 'guest', person: guest.id, leads: true })
  await say(
    { ...byArticle, subject: lead.id, field: 'person' },
    {
      id: 'Beritanya menyebut Wakil Wali Kota Izumisano memimpin delegasi.',
      en: 'The article names the Vice Mayor of Izumisano as head of the delegation.',
      ja: '記事は、泉佐野市副市長を代表団の団長とする。',
      ko: '기사는 이즈미사노시 부시장을 대표단장으로 소개한다.',
    },
  )

  const friendly = await noteStatement(call, {
    activity: visit.id,
    position: 1,
    person: guest.id,
    words: 'Menilai warga Indonesia, juga di Kota Bekasi, ramah dan enak diajak bekerja sama. (ringkasan petugas)',
  })
  await say(
    { ...byGuest, subject: friendly.id, field: 'words' },
    {
      id: 'Wakil Wali Kota menilai Indonesia sedang maju dan warganya ramah serta baik diajak bekerja sama.',
      en: 'The Vice Mayor finds Indonesia on the rise, and its people friendly and good to work with.',
      ja: '副市長は、インドネシアは発展しており、人々は親切で協力しやすいと評価した。',
      ko: '부시장은 인도네시아가 발전하고 있으며 사람들이 친절하고 함께 일하기 좋다고 평가했다.',
    },
  )
  const early = await noteStatement(call, {
    activity: visit.id,
    position: 2,
    official: mayor.id,
    words: 'Menyebut pertemuan ini penjajakan awal: “masih ada enam tahapan”.',
  })
  await say(
    { ...byMayor, subject: early.id, field: 'words' },
    {
      id: 'Wali Kota berkata kepada wartawan seusai pertemuan bahwa ini penjajakan awal dan enam tahap masih harus dilalui.',
      en: 'After the meeting the Mayor told reporters that this is an initial exploration and six stages are still to be passed.',
      ja: '会談後、市長は記者団に、これは初期調査であり、あと6段階を経る必要があると述べた。',
      ko: '만남 뒤 시장은 기자들에게 이번은 초기 타진이며 아직 6단계를 거쳐야 한다고 말했다.',
    },
  )

  await publishRelation(call, { id: relation.id })
  await publishActivity(call, { id: visit.id, relation: relation.id })
  call.act.about(relation.id)
}
