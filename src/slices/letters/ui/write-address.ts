import type { Language } from '../../../shared/languages.ts'
import type { Purpose } from '../model.ts'

type Maybe = string | null | undefined

/** Where a letter to a partner is begun, with what is known of it already. */
export function writeAddress({
  relation,
  purpose,
  language,
  activity,
  followUp,
  replyBy,
}: {
  relation: string
  purpose?: Purpose
  language?: Language
  activity?: Maybe
  followUp?: Maybe
  replyBy?: Maybe
}): string {
  const said = {
    'kerja-sama': relation,
    keperluan: purpose,
    bahasa: language,
    kegiatan: activity,
    permintaan: followUp,
    jawaban: replyBy,
  }
  const known = Object.entries(said).filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  return `/surat/tulis?${new URLSearchParams(known).toString()}`
}
