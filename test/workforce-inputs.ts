import { newId } from '../src/shared/ids.ts'
import type { Samples } from './inputs.ts'

const kept = { step: 'siap', consentOn: '2024-01-02', mayShare: ['nama', 'langkah'] }

/** Valid inputs of the endpoints of work and skills; test/inputs.ts holds all of them. */
export const workforceInputs = {
  'workforce.readOverview': () => ({}),
  'workforce.listCohorts': () => ({ limit: 100 }),
  'workforce.exportCohorts': () => ({}),
  'workforce.readCohort': ({ cohortSlug }) => ({ slug: cohortSlug }),
  'workforce.addCohort': ({ relation }) => ({ name: `Angkatan ${newId()}`, country: 'JP', relations: [relation] }),
  'workforce.mendCohort': ({ cohort }) => ({ id: cohort, rev: 1, note: 'Angkatan malam' }),
  'workforce.addCount': ({ cohort }) => ({ id: cohort, step: 'pelatihan', number: 12, countedOn: '2024-01' }),
  'workforce.voidCount': ({ cohortCount }) => ({ id: cohortCount, rev: 1, reason: 'Salah hitung' }),
  'workforce.addCost': ({ cohort }) => ({ id: cohort, item: 'Tes kesehatan', kind: 'tes_kesehatan', payer: 'daerah' }),
  'workforce.dropCost': ({ cohortCost }) => ({ id: cohortCost, rev: 1 }),
  'workforce.listNames': ({ cohort }) => ({ id: cohort }),
  'workforce.addName': ({ cohort }) => ({ id: cohort, name: `Peserta ${newId()}`, ...kept }),
  'workforce.mendName': ({ cohortName }) => ({ id: cohortName, rev: 1, ...kept }),
  'workforce.dropName': ({ cohortName }) => ({ id: cohortName, rev: 1 }),
  'workforce.listRequests': () => ({ limit: 100 }),
  'workforce.exportRequests': () => ({}),
  'workforce.addRequest': ({ relation }) => ({ skill: 'Pengelasan', number: 20, neededOn: '2026', relation }),
  'workforce.mendRequest': ({ workRequest, partner }) => ({
    id: workRequest,
    rev: 1,
    partner,
    filled: 5,
    filledLocal: 4,
    reportedOn: '2024-01-02',
  }),
  'workforce.dropRequest': ({ workRequest }) => ({ id: workRequest, rev: 1 }),
  'workforce.addStanding': () => ({
    scheme: 'kr_eps',
    standing: 'belum_diketahui',
    since: '2026-01',
    source: `Surat ${newId()}`,
  }),
  'workforce.voidStanding': ({ standing }) => ({ id: standing, rev: 1, reason: 'Keliru' }),
  'workforce.addFigure': () => ({
    kind: 'penempatan',
    year: 2024,
    value: null,
    unit: 'orang',
    source: `Laporan ${newId()}`,
  }),
  'workforce.voidFigure': ({ figure }) => ({ id: figure, rev: 1, reason: 'Keliru' }),
  'workforce.publishCohort': ({ cohort }) => ({ id: cohort }),
  'workforce.withdrawCohort': ({ cohort }) => ({ id: cohort }),
  'workforce.publishOverview': () => ({}),
  'workforce.withdrawOverview': () => ({}),
} satisfies Samples
