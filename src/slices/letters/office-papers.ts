// Formal Indonesian, as in consultation.ts. What the record does not hold is a blank.
import { formatDate, formatList, numberWord } from '../../shared/format.ts'
import { attendeeLine, attendeesOf, followUpRows, isToCome, kindOf, pointLines } from './meeting.ts'
import { statementLines, whenAndWhere } from './meeting.ts'
import type { Meeting } from './meeting.ts'
import { blank, type NotaContent, type OfficeKind, type PengantarContent, type SuratContent } from './model.ts'
import type { TelaahanContent, TugasContent } from './model.ts'
import { fieldIn, partnerIn, partnerInFull, regionName, type LetterRecord, type RegionRecord } from './record.ts'

/** What an office paper is about: a meeting, a cooperation, or both. */
export interface PaperSource {
  region: RegionRecord
  relation: LetterRecord | undefined
  meeting: Meeting | undefined
  /** Facts of the cooperation, each with its source in words. */
  facts: readonly string[]
}

const signed = {
  office: blank('jabatan penanda tangan'),
  signatory: blank('nama penanda tangan'),
  rank: `${blank('pangkat')}\nNIP ${blank('NIP')}`,
}

const numbered = (lines: readonly string[]) => lines.map((line, at) => `${at + 1}. ${line}`)

/** "Audiensi … di …", or the partner where no meeting is meant. */
function matter({ meeting, relation }: PaperSource): string {
  if (meeting !== undefined) return meeting.activity.about
  return relation === undefined ? blank('perihal') : `Kerja sama dengan ${partnerIn(relation, 'id')}`
}

/** An invitation to a meeting, with the list of those invited behind it. */
function composeInvitation({ meeting }: PaperSource): SuratContent {
  const { day, time, place } = meeting === undefined ? noWhere : whenAndWhere(meeting)
  const about = meeting?.activity.about ?? blank('acara')
  const invited = meeting === undefined ? [] : attendeesOf(meeting.activity).map(attendeeLine)
  const listed = invited.length === 0 ? [blank('nama undangan')] : invited
  return {
    layout: 'surat',
    nature: 'Biasa',
    attachment: '1 (satu) berkas',
    subject: `Undangan ${about}`,
    addressee: 'Yth. (daftar terlampir)\ndi tempat',
    body: [
      'Dengan hormat kami mengundang Saudara untuk menghadiri kegiatan berikut:',
      `hari, tanggal : ${day}`,
      `waktu : ${time}`,
      `tempat : ${place}`,
      `acara : ${about}`,
      ...(meeting === undefined || meeting.activity.points.length === 0
        ? []
        : ['Pokok bahasan:', ...numbered(pointLines(meeting))]),
      'Demikian undangan ini kami sampaikan. Atas perhatian dan kehadiran Saudara, kami ucapkan terima kasih.',
    ].join('\n'),
    ...signed,
    copies: '',
    annexTitle: `Daftar undangan ${about}`,
    annex: numbered(listed).join('\n'),
  }
}

const noWhere = {
  day: blank('hari dan tanggal kegiatan'),
  time: blank('waktu kegiatan'),
  place: blank('tempat kegiatan'),
}

/** An internal memorandum on what a meeting or a cooperation came to, with what follows. */
function composeMemorandum(source: PaperSource): NotaContent {
  const { meeting, region, facts } = source
  const report =
    meeting === undefined
      ? ['Bersama ini kami laporkan keadaan kerja sama berikut:', ...numbered(facts)]
      : reportOf(meeting)
  return {
    layout: 'nota',
    to: blank('pejabat yang dituju'),
    from: region.head.unit,
    copies: '',
    nature: 'Biasa',
    attachment: '',
    subject: matter(source),
    body: [...report, 'Demikian kami sampaikan. Kami mohon arahan lebih lanjut.'].join('\n'),
    ...signed,
  }
}

function reportOf(meeting: Meeting): string[] {
  const { day, place } = whenAndWhere(meeting)
  if (isToCome(meeting)) {
    const points = pointLines(meeting)
    return [
      `Bersama ini kami laporkan rencana ${meeting.activity.about} pada ${day} di ${place}.`,
      ...(points.length === 0 ? [] : ['Pokok bahasan:', ...numbered(points)]),
    ]
  }
  const said = [...pointLines(meeting), ...statementLines(meeting)]
  const follows = followUpRows(meeting).map(({ apa, siapa, kapan }) => `${apa} (${siapa}, ${kapan})`)
  return [
    `Bersama ini kami laporkan ${meeting.activity.about} yang dilaksanakan pada ${day} di ${place}.`,
    ...(said.length === 0 ? [] : ['Yang dibahas dan disampaikan:', ...numbered(said)]),
    ...(follows.length === 0 ? [] : ['Tindak lanjut:', ...numbered(follows)]),
  ]
}

/** A staff analysis: the facts come from the record with their source in words; to think is the officer's part. */
function composeAnalysis(source: PaperSource): TelaahanContent {
  const { region, facts } = source
  return {
    layout: 'telaahan',
    to: blank('pejabat yang dituju'),
    from: region.head.unit,
    nature: 'Biasa',
    attachment: '',
    subject: matter(source),
    problem: blank('persoalan'),
    assumptions: blank('praanggapan'),
    facts: numbered(facts.length === 0 ? [blank('fakta yang memengaruhi')] : facts).join('\n'),
    analysis: blank('analisis'),
    conclusion: blank('kesimpulan'),
    advice: blank('saran'),
    ...signed,
  }
}

/** The facts of a cooperation and its meetings, as lines of a staff analysis. */
export function factsOf(
  record: LetterRecord | undefined,
  { meetings, sources }: { meetings: readonly { id: string; words: string }[]; sources: Map<string, string[]> },
): string[] {
  const own = record === undefined ? [] : recordFacts(record)
  const met = meetings.map(({ id, words }) => {
    const said = sources.get(id) ?? []
    return `${words} (sumber: ${said.length === 0 ? 'catatan petugas' : said.slice(0, 3).join('; ')}).`
  })
  return [...own, ...met]
}

function recordFacts(record: LetterRecord): string[] {
  const { beganOn, purpose, fields } = record
  const named = fields.filter(({ sector, name }) => sector !== undefined || name !== undefined)
  const rest = fields.length - named.length
  const list = formatList(named.map((field) => fieldIn('id', field)), 'id') // prettier-ignore
  const since = beganOn === undefined ? '' : `, tercatat sejak ${formatDate(beganOn, 'id')}`
  return [
    `${regionName(record)} bekerja sama atau menjajaki kerja sama dengan ${partnerInFull(record)}${since} (sumber: catatan kerja sama).`,
    ...(purpose === undefined ? [] : [`Maksud kerja sama: ${purpose.replaceAll('\n', ' ')} (sumber: catatan kerja sama).`]), // prettier-ignore
    ...(named.length === 0
      ? []
      : [`Bidang yang tercatat: ${list}${rest > 0 ? `, dan ${numberWord(rest, 'id')} lagi belum bernama` : ''} (sumber: catatan kerja sama).`]), // prettier-ignore
  ]
}

/** One line about a meeting as a fact. */
export function meetingFact({ activity, zone, on }: Pick<Meeting, 'activity' | 'zone' | 'on'>): string {
  const { day, place } = whenAndWhere({ activity, zone })
  return `Pada ${day} ${isToCome({ activity, on }) ? 'direncanakan' : 'dilaksanakan'} ${kindOf(activity).toLowerCase()}: ${activity.about}${activity.place === undefined ? '' : `, di ${place}`}`
}

/** A covering letter for papers that are sent, each a row. */
function composeCovering(source: PaperSource): PengantarContent {
  const held = source.meeting === undefined || isToCome(source.meeting) ? undefined : source.meeting
  const item = held === undefined ? blank('naskah yang dikirim') : `Laporan ${held.activity.about}`
  return {
    layout: 'pengantar',
    addressee: `Yth. ${blank('pejabat yang dituju')}\ndi ${blank('kota tujuan')}`,
    items: `${item} | ${held === undefined ? blank('banyaknya') : '1 (satu) berkas'} | Disampaikan dengan hormat untuk menjadi periksa.`,
    ...signed,
  }
}

/** Whom the office sends to a meeting, on what ground and for what. */
function composeAssignment(source: PaperSource): TugasContent {
  const { meeting } = source
  const { day, place } = meeting === undefined ? noWhere : whenAndWhere(meeting)
  const ours = meeting?.activity.participants.filter(({ side }) => side === 'host') ?? []
  const people = attendeesOf({ participants: ours }).filter(({ name }) => name !== '')
  const rows = people.map(({ name, role, body }) => `${name} | ${blank(`pangkat dan NIP ${name}`)} | ${[role, body].filter(Boolean).join(', ')}`) // prettier-ignore
  const nobody = [`${blank('nama yang ditugaskan')} | ${blank('pangkat dan NIP')} | ${blank('jabatan')}`]
  return {
    layout: 'tugas',
    basis: meeting === undefined ? blank('dasar penugasan') : `1. Rencana ${meeting.activity.about}\n2. ${blank('dasar penugasan')}`, // prettier-ignore
    assigned: (rows.length === 0 ? nobody : rows).join('\n'),
    body: numbered([
      `${meeting === undefined ? blank('tugas') : `Menghadiri ${meeting.activity.about}`} pada ${day} di ${place}.`,
      'Melaporkan hasil pelaksanaan tugas secara tertulis.',
    ]).join('\n'),
    ...signed,
    copies: '',
  }
}

/** What each office paper is written as; a letter to a partner has a file of its own. */
export const officeComposers = {
  undangan: composeInvitation,
  nota_dinas: composeMemorandum,
  telaahan_staf: composeAnalysis,
  surat_pengantar: composeCovering,
  surat_tugas: composeAssignment,
} satisfies Record<Exclude<OfficeKind, 'surat_mitra'>, (source: PaperSource) => object>
