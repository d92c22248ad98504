import type { Act } from '../src/platform/act.ts'
import type { Tx } from '../src/platform/database.ts'
import { newId } from '../src/shared/ids.ts'
import {
  addCategory,
  addContest,
  addEntryPhoto,
  addLookBack,
  addSponsor,
  addStatement,
  enter,
  publishContest,
  relateContest,
  withdrawContest,
} from '../src/slices/contests/commands.ts'
import { listUnits } from '../src/slices/reference/queries.ts'

/** Contests of a region, one that is open and one that nobody sees any more. */
export interface ContestFurniture {
  contest: string
  contestSlug: string
  contestRev: number
  /** The body that runs it: the agency of who is `opd` where there is one. */
  organiser: string
  contestCategory: string
  contestEntry: string
  lookBack: string
  statement: string
  /** One that anybody can enter now, in words that say nothing of the region. */
  publicContest: string
}

export const noContests = (): ContestFurniture => ({
  contest: newId(),
  contestSlug: 'tidak-ada',
  contestRev: 1,
  organiser: newId(),
  contestCategory: newId(),
  contestEntry: newId(),
  lookBack: newId(),
  statement: newId(),
  publicContest: newId(),
})

interface Asked {
  word: string
  relation: string
  partner: string
  picture: string
  unit: string
  /** Whether what is entered stays public. */
  published?: boolean | undefined
}

/** A contest that can be entered for a long time, with one of everything that belongs to it. */
export async function furnishContests(
  call: { tx: Tx; act: Act },
  { word, relation, partner, picture, unit, published = false }: Asked,
): Promise<ContestFurniture> {
  const { tx } = call
  const organiser = (await listUnits(tx)).find(({ name }) => name === 'Dinas Lingkungan Hidup')?.id ?? unit
  const window = { opensOn: '2020-01-01', closesOn: '2099-12-31' }
  const { id, slug } = await addContest(call, {
    slug: `lomba-${newId()}`,
    title: `${word} lomba`,
    about: `${word} untuk apa`,
    organiserUnit: organiser,
    ...window,
  })
  const category = await addCategory(call, { id, name: `${word} kategori` })
  await addSponsor(call, { id, partner, words: `${word} bantuan` })
  const said = await addStatement(call, { id, speaker: `${word} pembicara`, words: `${word} ucapan lomba` })
  await relateContest(call, { id, relation, kind: 'belongs' })
  await publishContest(call, { id })
  const entry = await enter(call, {
    contest: id,
    category: category.id,
    name: `${word} kampung`,
    village: `${word} desa`,
    kecamatan: `${word} kecamatan`,
    entrant: `${word} pendaftar`,
    phone: '080000000000',
    words: `${word} cerita`,
    wordsLang: 'id',
  })
  await addEntryPhoto(call, { id: entry.id, file: picture, moment: 'before', caption: `${word} foto`, isPublic: true })
  const look = await addLookBack(call, { id, lookedOn: '2021-01-01', kept: 'kept', words: `${word} terjaga` })
  if (published) {
    await publishContest(call, { id })
    const gone = await addContest(call, {
      slug: `lomba-${newId()}`,
      title: `${word} lomba lama`,
      organiserUnit: organiser,
    })
    await publishContest(call, { id: gone.id })
    await withdrawContest(call, { id: gone.id })
  } else {
    // Neither its page nor its being taken back is public where nothing shall be.
    await tx.deleteFrom('contests.published').where('id', '=', id).execute()
  }
  const anybody = await addContest(call, {
    slug: `lomba-${newId()}`,
    title: 'Lomba umum',
    organiserUnit: organiser,
    ...window,
  })
  await publishContest(call, { id: anybody.id })
  // What the partner helped in a year that has begun, so that its year has something to tell.
  const helped = await addContest(call, {
    slug: `lomba-${newId()}`,
    title: `${word} lomba yang dibantu`,
    organiserUnit: organiser,
    opensOn: '2025-02-01',
    closesOn: '2025-03-01',
  })
  await addSponsor(call, { id: helped.id, partner, words: `${word} bantuan` })
  return {
    contest: id,
    contestSlug: slug,
    contestRev: 1,
    organiser,
    contestCategory: category.id,
    contestEntry: entry.id,
    lookBack: look.id,
    statement: said.id,
    publicContest: anybody.id,
  }
}
