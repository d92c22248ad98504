import type { Tx } from '../../platform/database.ts'
import { getRegion, listUnits } from '../reference/queries.ts'
import { blank } from './model.ts'

/**
 * The head of the region's letters with the file of its emblem. While nobody has written one (`rev` 0) it is proposed
 * from the record: the region's name and its cooperation unit; what cannot be known is blank.
 */
export async function getLetterhead(tx: Tx) {
  const row = await tx
    .selectFrom('letters.letterheads')
    .select(['government', 'unit_name as unit', 'address', 'contact', 'place', 'emblem', 'rev'])
    .executeTakeFirst()
  if (row !== undefined) return row
  const [region, units] = [await getRegion(tx), await listUnits(tx)]
  const unit =
    units.find(({ kind }) => kind === 'bagian_kerja_sama') ?? units.find(({ kind }) => kind === 'sekretariat')
  return {
    government: `Pemerintah ${region.name.replace(/^Kab\. /, 'Kabupaten ')}`,
    unit: unit?.name ?? blank('nama unit kerja'),
    address: blank('alamat kantor'),
    contact: blank('telepon dan surel kantor'),
    // The seat of a kabupaten or province bears another name; a kota is its own seat.
    place: region.tier === 'kota' ? region.name.replace(/^Kota /, '') : blank('tempat'),
    emblem: null,
    rev: 0,
  }
}
