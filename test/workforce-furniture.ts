import type { Act } from '../src/platform/act.ts'
import type { Tx } from '../src/platform/database.ts'
import { newId } from '../src/shared/ids.ts'
import {
  addCohort,
  addCost,
  addCount,
  addFigure,
  addName,
  addRequest,
  addStanding,
  publishCohort,
  publishOverview,
  withdrawCohort,
} from '../src/slices/workforce/commands.ts'
import { agencyOfStaff } from './agency.ts'

/** A cohort with everything that belongs to it, and what stands beside cohorts. */
export interface WorkforceFurniture {
  cohort: string
  /** The agency it comes from. */
  cohortUnit: string
  cohortSlug: string
  cohortCount: string
  cohortCost: string
  cohortName: string
  workRequest: string
  standing: string
  figure: string
}

export const noWorkforce = (): WorkforceFurniture => ({
  cohort: newId(),
  cohortUnit: newId(),
  cohortSlug: 'tidak-ada',
  cohortCount: newId(),
  cohortCost: newId(),
  cohortName: newId(),
  workRequest: newId(),
  standing: newId(),
  figure: newId(),
})

interface Furnishing {
  word: string
  relation: string
  on: string
  file: string
  /** The agency of the agency's staff, who alone may see names; without one the first agency there is. */
  unit: string
}

/** One of each. The agency is the one whose staff asks in the matrix. */
export async function furnishWorkforce(
  call: { tx: Tx; act: Act },
  { word, relation, on, file, unit }: Furnishing,
): Promise<WorkforceFurniture> {
  const agency = (await agencyOfStaff(call.tx)) ?? unit
  const acting = { ...call, on, who: { role: 'opd', unit: agency } }
  const cohort = await addCohort(acting, {
    name: `${word} angkatan`,
    country: 'JP',
    scheme: 'jp_ssw',
    unit: agency,
    note: `${word} catatan angkatan`,
    relations: [relation],
  })
  const { id } = cohort
  const count = await addCount(acting, {
    id,
    step: 'siap',
    number: null,
    countedOn: on,
    note: `${word} hitungan`,
    file,
  })
  const cost = await addCost(acting, { id, item: `${word} paspor`, kind: 'paspor', payer: 'pekerja', amount: 350_000 })
  const name = await addName(acting, { id, name: `${word} peserta`, step: 'siap', consentOn: on, mayShare: ['nama'] })
  const request = await addRequest(acting, { skill: `${word} keterampilan`, school: `${word} SMK`, gap: `${word} kurikulum`, relation }) // prettier-ignore
  const standing = await addStanding(acting, {
    scheme: 'jp_ssw',
    standing: 'belum_diketahui',
    since: '2001',
    source: `${word} sumber`,
    note: `${word} keterangan`,
  })
  const figure = await addFigure(acting, {
    kind: 'pengangguran',
    year: 2020,
    value: 9.5,
    unit: 'persen',
    source: `${word} sumber angka`,
  })
  return {
    cohort: id,
    cohortUnit: agency,
    cohortSlug: cohort.slug,
    cohortCount: count.id,
    cohortCost: cost.id,
    cohortName: name.id,
    workRequest: request.id,
    standing: standing.id,
    figure: figure.id,
  }
}

/** What is public of work and skills, and an address that was taken back. */
export async function publishWorkforce(
  call: { tx: Tx; act: Act },
  { cohort, on }: { cohort: string; on: string },
): Promise<void> {
  const who = { role: 'system', unit: undefined }
  const gone = await addCohort({ ...call, on, who }, { name: `Angkatan ${newId()}`, country: 'JP' })
  await publishCohort(call, gone)
  await withdrawCohort(call, gone)
  await publishCohort(call, { id: cohort })
  await publishOverview(call)
}
