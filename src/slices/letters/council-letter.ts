// Formal Indonesian, as in consultation.ts.
import { planElements, type PlanElement } from '../procedures/model.ts'
import { governor } from './consultation.ts'
import { blank, type SuratContent } from './model.ts'
import { officeOurs, officialName, partnerIn, partnerInFull, regionName, type LetterRecord } from './record.ts'

const headings: Record<PlanElement, string> = {
  subjek: 'Subjek kerja sama',
  latar_belakang: 'Latar belakang',
  maksud_tujuan: 'Maksud, tujuan, dan sasaran',
  objek: 'Objek kerja sama',
  ruang_lingkup: 'Ruang lingkup kerja sama',
  pembiayaan: 'Sumber pembiayaan',
  jangka_waktu: 'Jangka waktu pelaksanaan',
}

/**
 * The letter by which the head of a region puts the cooperation plan before its council (PP 28/2018 Ps 30(1)). The plan
 * with its seven elements (Ps 30(3)) is printed behind the letter; without them it is not written at all.
 */
export function composeCouncilLetter(record: LetterRecord): SuratContent {
  const [region, partner] = [regionName(record), partnerIn(record, 'id')]
  const body = [
    `Dengan hormat kami sampaikan bahwa Pemerintah ${region} telah menyusun rencana kerja sama dengan ${partnerInFull(record)}.`,
    'Berdasarkan Pasal 30 ayat (1) Peraturan Pemerintah Nomor 28 Tahun 2018 tentang Kerja Sama Daerah, rencana kerja sama tersebut memerlukan persetujuan Dewan Perwakilan Rakyat Daerah. Rencana kerja sama yang memuat tujuh unsur menurut Pasal 30 ayat (3) kami lampirkan.',
    `Sehubungan dengan itu, kami mohon persetujuan Dewan Perwakilan Rakyat Daerah ${region} atas rencana kerja sama tersebut dalam waktu paling lama 45 (empat puluh lima) hari kerja sejak surat ini diterima, sebagaimana diatur dalam Pasal 30.`,
    'Demikian kami sampaikan. Atas perhatian dan persetujuan Saudara, kami ucapkan terima kasih.',
  ]
  return {
    layout: 'surat',
    nature: 'Biasa',
    attachment: '1 (satu) berkas',
    subject: `Permohonan persetujuan rencana kerja sama Pemerintah ${region} dengan ${partner}`,
    addressee: [`Yth. Ketua Dewan Perwakilan Rakyat Daerah ${region}`, `di ${record.head.place}`].join('\n'),
    body: body.join('\n'),
    office: officeOurs(record),
    signatory: officialName(record),
    rank: '',
    copies: ['Menteri Dalam Negeri', ...governor(record)].join('\n'),
    annexTitle: `Rencana kerja sama Pemerintah ${region} dengan ${partner}`,
    annex: planElements
      .flatMap((element, index) => [
        `${'abcdefg'[index]}. ${headings[element]}`,
        record.plan[element] ?? blank(headings[element]),
      ]) // prettier-ignore
      .join('\n'),
  }
}
