// What a letter says is formal Indonesian whatever the language of the screen: official letters are written in it
// (UU 24/2009 Ps 27). Therefore these sentences stand here and not in messages/.
import { formatDate, numberWord } from '../../shared/format.ts'
import { blank, type SuratContent } from './model.ts'
import { provinceName } from './provinces.ts'
import { fieldIn, officeOurs, officialName, partnerIn, partnerInFull, regionName, type LetterRecord } from './record.ts'

const ministers = {
  mendagri: { title: 'Menteri Dalam Negeri', through: 'c.q. Sekretaris Jenderal Kementerian Dalam Negeri' },
  menlu: { title: 'Menteri Luar Negeri', through: undefined },
} as const
export type Minister = keyof typeof ministers

/**
 * The letter by which the head of a region consults a minister before the letter of intent is signed (PP 28/2018 Ps
 * 28(4)). It may be written at any time; what should accompany it and is not there yet stands in it as a blank.
 */
export function composeConsultation(record: LetterRecord, to: Minister): SuratContent {
  const { title, through } = ministers[to]
  const other = ministers[to === 'mendagri' ? 'menlu' : 'mendagri'].title
  const [region, partner] = [regionName(record), partnerIn(record, 'id')]
  const enclosed = [
    enclosure('rancangan pernyataan kehendak kerja sama', record.written.includes('rancangan_loi')),
    enclosure('laporan hasil penjajakan', record.filed.includes('laporan_penjajakan')),
  ]
  const body = [
    `Dengan hormat kami sampaikan bahwa Pemerintah ${region} sedang menjajaki kerja sama dengan ${partnerInFull(record)}.${beginning(record)}`,
    ...fieldsOf(record),
    ...(record.purpose === undefined ? [] : [`Maksud kerja sama: ${record.purpose.replaceAll('\n', ' ')}`]),
    `Berdasarkan Pasal 28 ayat (4) Peraturan Pemerintah Nomor 28 Tahun 2018 tentang Kerja Sama Daerah, pernyataan kehendak kerja sama ditandatangani setelah kepala daerah berkoordinasi dan berkonsultasi dengan Menteri Dalam Negeri dan Menteri Luar Negeri. Sehubungan dengan itu, kami mohon arahan ${title} atas rencana kerja sama tersebut.`,
    'Sebagai bahan pertimbangan, bersama ini kami lampirkan:',
    ...enclosed.map((line, index) => `${index + 1}. ${line}${index === enclosed.length - 1 ? '.' : ';'}`),
    `Surat dengan maksud yang sama kami sampaikan pula kepada ${other}.`,
    `Demikian kami sampaikan. Atas perhatian dan arahan ${title}, kami ucapkan terima kasih.`,
  ]
  return {
    layout: 'surat',
    nature: 'Biasa',
    attachment: `${enclosed.length} (${numberWord(enclosed.length, 'id')}) berkas`,
    subject: `Konsultasi rencana kerja sama Pemerintah ${region} dengan ${partner}`,
    addressee: [`Yth. ${title}`, through, 'di Jakarta'].filter((line) => line !== undefined).join('\n'),
    body: body.join('\n'),
    office: officeOurs(record),
    signatory: officialName(record),
    rank: '',
    copies: [other, ...governor(record)].join('\n'),
    annexTitle: '',
    annex: '',
  }
}

/** The governor guides the cooperation of regencies and cities (PP 28/2018 Ps 44(4)) and gets a copy. */
export function governor({ region }: Pick<LetterRecord, 'region'>): string[] {
  if (region.tier === 'provinsi') return []
  return [`Gubernur ${provinceName(region.province) ?? blank('nama provinsi')}`]
}

function enclosure(name: string, isThere: boolean): string {
  return isThere ? name : `${name} ${blank(`${name}: belum ada`)}`
}

function beginning({ beganOn, initiator }: LetterRecord): string {
  if (beganOn === undefined) return ''
  const since = `Penjajakan dimulai pada ${formatDate(beganOn, 'id')}`
  if (initiator === 'region') return ` ${since} atas prakarsa kami.`
  return initiator === 'partner' ? ` ${since} atas prakarsa pihak mitra.` : ` ${since}.`
}

/** The fields by name; those that were only counted are counted here too, and a blank asks for their names. */
function fieldsOf(record: LetterRecord): string[] {
  const named = record.fields.filter(({ sector, name }) => sector !== undefined || name !== undefined)
  const unnamed = record.fields.length - named.length
  if (record.fields.length === 0) return [`Bidang kerja sama yang dijajaki: ${blank('bidang kerja sama')}.`]
  const lines = named.map((field) => fieldIn('id', field))
  if (unnamed > 0) lines.push(`${numberWord(unnamed, 'id')} bidang lain ${blank(`nama ${numberWord(unnamed, 'id')} bidang`)}`) // prettier-ignore
  return [
    `Bidang kerja sama yang dijajaki sebanyak ${numberWord(record.fields.length, 'id')}, yaitu:`,
    ...lines.map((line, index) => `${index + 1}. ${line}${index === lines.length - 1 ? '.' : ';'}`),
  ]
}
