// Papers of a meeting that are drawn straight from the record: attendance, minutes, report. Formal Indonesian, as in
// consultation.ts. Only what papers always leave to be filled by hand (signatures) is empty; other gaps are blanks.
import { personName } from '../../shared/person-name.ts'
import { speakerLine, speakerOffice } from '../agenda/model.ts'
import { headValues, listed } from './form-sheets.ts'
import { attendeeLine, attendeesOf, followUpRows, kindOf, leaderOf, pointLines } from './meeting.ts'
import { statementLines, whenAndWhere, type Meeting } from './meeting.ts'
import { blank, layoutOf, type DrawnKind } from './model.ts'
import type { RegionRecord } from './record.ts'
import type { Sheet } from './sheet.ts'

/** Rows at the end of a list to sign for who comes unannounced. */
const emptyRows = 10
/** Rows that a list holds at most: what is beyond is counted on its last line. */
const mostRows = 400

const order = (at: number) => `${at + 1}.`
const numbered = (lines: readonly string[]) => lines.map((baris, at) => ({ nomor_urut: order(at), baris }))

/** A paper about a meeting as both renderers get it. */
export function drawnSheet(kind: DrawnKind, { meeting, region }: { meeting: Meeting; region: RegionRecord }): Sheet {
  const { title, values } = drawers[kind](meeting, region)
  return {
    layout: layoutOf[kind],
    title: `${title}: ${meeting.activity.about}`,
    languages: ['id'],
    datedOn: meeting.on,
    values: {
      ...headValues({ head: region.head, number: undefined, datedOn: meeting.on }),
      judul: title,
      ...particulars(meeting),
      ...values,
    },
  }
}

type Drawn = { title: string; values: Record<string, unknown> }

const drawers: Record<DrawnKind, (meeting: Meeting, region: RegionRecord) => Drawn> = {
  daftar_hadir: (meeting) => ({ title: 'Daftar Hadir', values: attendance(meeting, 'to_sign') }),
  rekap_hadir: (meeting) => ({ title: 'Daftar Hadir', values: attendance(meeting, 'recorded') }),
  notulen: (meeting) => ({ title: 'Notulen', values: { ...course(meeting), ...signedBy(meeting) } }),
  laporan_kegiatan: (meeting, region) => ({
    title: 'Laporan Kegiatan',
    values: { ...course(meeting), ...report(meeting, region) },
  }),
}

function particulars(meeting: Meeting) {
  const { day, time, place } = whenAndWhere(meeting)
  return { acara: meeting.activity.about, hari_tanggal: day, waktu: time, tempat: place }
}

/** A body that was counted without names has a row for each head when it is to be signed. */
function attendance(meeting: Meeting, how: 'to_sign' | 'recorded') {
  const people = attendeesOf(meeting.activity, how === 'recorded' ? 'present' : 'everybody')
  const rows = people.flatMap((one) => {
    const about = [one.role, one.body].filter((part) => part !== '').join(', ')
    if (how === 'recorded') {
      const counted = one.headcount === undefined ? (one.name === '' ? '' : '1 orang') : `${one.headcount} orang`
      return [{ nama_peserta: one.name, jabatan_peserta: about, paraf: counted }]
    }
    const times = one.name === '' ? Math.max(1, one.headcount ?? 1) : 1
    return Array.from({ length: times }, () => ({ nama_peserta: one.name, jabatan_peserta: about, paraf: '' }))
  })
  const empty = how === 'to_sign' ? Array.from({ length: emptyRows }, () => ({ nama_peserta: '', jabatan_peserta: '', paraf: '' })) : [] // prettier-ignore
  const all = [...rows.slice(0, mostRows), ...empty]
  const known = people.reduce((sum, { headcount, name }) => sum + (headcount ?? (name === '' ? 0 : 1)), 0)
  const uncounted = people.filter(({ name, headcount }) => name === '' && headcount === undefined).length
  const rest = rows.length > mostRows ? ` ${rows.length - mostRows} baris lagi tidak dimuat.` : ''
  return {
    kolom_paraf: how === 'to_sign' ? 'Tanda tangan' : 'Jumlah',
    peserta: (all.length === 0 ? [{ nama_peserta: blank('peserta'), jabatan_peserta: '', paraf: '' }] : all).map(
      (row, at) => ({ nomor_urut: order(at), ...row }),
    ),
    berjumlah: how === 'recorded' || rest !== '',
    jumlah: `Tercatat ${known} orang${uncounted > 0 ? ` dan ${uncounted} lembaga tanpa jumlah orang` : ''}.${rest}`,
  }
}

/** What happened at a meeting: who was there, what was discussed, said, decided, and what follows. */
function course(meeting: Meeting) {
  const people = attendeesOf(meeting.activity, 'present')
  const follows = followUpRows(meeting).slice(0, mostRows)
  const leader = leaderOf(meeting.activity)
  const leads = leader && speakerLine(leader, 'id')
  const decisions = meeting.summary?.decisions ?? []
  const [points, said] = [pointLines(meeting), statementLines(meeting)]
  return {
    pimpinan: leads === undefined || leads === '' ? blank('pimpinan rapat') : leads,
    hadirin: numbered(people.length === 0 ? [blank('peserta')] : people.slice(0, mostRows).map(attendeeLine)),
    pembahasan: numbered(points.length === 0 ? [blank('pokok bahasan')] : points),
    berpernyataan: said.length > 0,
    pernyataan: numbered(said),
    keputusan: numbered(decisions.length === 0 ? [blank('keputusan rapat')] : decisions),
    tindak: (follows.length === 0 ? [nothingFollows] : follows).map((row, at) => ({ nomor_urut: order(at), ...row })),
  }
}

const nothingFollows = { apa: blank('tindak lanjut'), siapa: '', kapan: '', keadaan: '' }

function signedBy({ activity }: Meeting) {
  const leader = leaderOf(activity)
  return {
    jabatan: 'Notulis',
    nama: blank('nama notulis'),
    keterangan: listed(`NIP ${blank('NIP')}`),
    jabatan_pimpinan: (leader && speakerOffice(leader, 'id')) ?? 'Pimpinan rapat',
    nama_pimpinan: (leader && personName(leader)) || blank('nama pimpinan rapat'),
  }
}

function report(meeting: Meeting, { head }: RegionRecord) {
  const partners = meeting.partners.length === 0 ? '' : ` dengan ${meeting.partners.join(', ')}`
  return {
    pendahuluan: [
      { baris: `${kindOf(meeting.activity)}${partners} ini dilaporkan berdasarkan catatan kegiatan ${head.unit}.` },
      ...listed(meeting.summary?.opening ?? ''),
      ...(meeting.note === undefined ? [] : listed(meeting.note)),
    ],
    bersumber: meeting.sources.length > 0,
    sumber: numbered(meeting.sources),
    berfoto: meeting.photos.length > 0,
    dokumentasi: meeting.photos.map(({ caption }) => ({ keterangan_gambar: caption })),
    jabatan: blank('jabatan pelapor'),
    nama: blank('nama pelapor'),
    keterangan: listed(`NIP ${blank('NIP')}`),
  }
}
