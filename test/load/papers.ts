// How long a letter takes as Word and as PDF in the process beside, once that is warm: a letter to a mission in Japanese.
import { readFileSync } from 'node:fs'
import { blank } from '../../src/slices/letters/model.ts'
import { composePartnerLetter } from '../../src/slices/letters/partner-letter.ts'
import type { LetterRecord } from '../../src/slices/letters/record.ts'
import { openRenderer } from '../../src/slices/letters/renderer.ts'
import { sheetOf } from '../../src/slices/letters/sheet.ts'
import { limited, median, type Row } from './rounds.ts'

const on = '2024-07-01'
const most = 300 // milliseconds
const times = 20

const record: LetterRecord = {
  on,
  region: { name: 'Kab. Bekasi', names: { ja: 'ブカシ県' }, tier: 'kabupaten', province: '32' },
  head: { government: 'Pemerintah Kabupaten Bekasi', unit: 'Bagian Kerja Sama', address: blank('alamat kantor'), contact: '', place: blank('tempat') }, // prettier-ignore
  official: undefined,
  partner: {
    name: 'Kedutaan Besar Jepang',
    names: { ja: '日本国大使館' },
    nativeName: '日本国大使館',
    country: 'JP',
    kind: 'embassy',
  },
  label: undefined,
  partnerHead: undefined,
  addressee: { office: 'duta_besar', givenName: undefined, familyName: undefined, nameLang: undefined },
  beganOn: '2024-06-28',
  initiator: 'partner',
  purpose: undefined,
  fields: (['industri', 'pariwisata', 'kebudayaan'] as const).map((sector) => ({ sector, name: undefined })),
  filed: [],
  plan: {},
  written: [],
}

/** The median of twenty, without the first one: that starts the process and reads the typefaces. */
export async function measurePapers(): Promise<Row[]> {
  const content = composePartnerLetter(record, { purpose: 'rekomendasi', language: 'ja' })
  const sheet = sheetOf({ content, head: record.head, number: '1', datedOn: on, on, isDraft: false })
  const template = new Uint8Array(readFileSync(new URL('../../src/slices/letters/mitra.docx', import.meta.url)))
  const renderer = openRenderer()
  const jobs = {
    docx: { kind: 'word', template, sheet, emblem: undefined },
    pdf: { kind: 'pdf', sheet, emblem: undefined },
  } as const
  try {
    const rows: Row[] = []
    for (const [id, job] of Object.entries(jobs)) {
      const taken: number[] = []
      for (let round = 0; round <= times; round += 1) {
        const began = performance.now()
        const reply = await renderer.render(job)
        if (!('made' in reply)) throw new Error(`${id}: ${JSON.stringify(reply)}`)
        if (round > 0) taken.push(performance.now() - began)
      }
      rows.push(limited(id, { unit: 'ms', value: Math.round(median(taken)), target: most }))
    }
    return rows
  } finally {
    renderer.close()
  }
}
