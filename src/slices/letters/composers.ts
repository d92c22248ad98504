import { composeConsultation } from './consultation.ts'
import { composeCouncilLetter } from './council-letter.ts'
import { composeLetterOfIntent } from './letter-of-intent.ts'
import type { LegalKind, LetterContent } from './model.ts'
import type { LetterRecord } from './record.ts'

/** How each letter of the law's procedure is written from the record. */
export const composers: Record<LegalKind, (record: LetterRecord) => LetterContent> = {
  konsultasi_mendagri: (record) => composeConsultation(record, 'mendagri'),
  konsultasi_menlu: (record) => composeConsultation(record, 'menlu'),
  surat_dprd: composeCouncilLetter,
  rancangan_loi: composeLetterOfIntent,
}
