import { newId } from '../src/shared/ids.ts'
import { hashOfToken } from '../src/slices/links/queries.ts'
import type { Samples } from './inputs.ts'

/** Valid inputs of the endpoints of judging; test/inputs.ts holds all of them. */
export const judgingInputs = {
  'contests.readJudging': ({ judgedContest: id }) => ({ id }),
  'contests.listSheets': ({ judgedContest: id }) => ({ id }),
  'contests.listPlaces': ({ decidedContest: id }) => ({ id }),
  'contests.setCriteria': ({ ruledContest: id }) => ({
    id,
    rev: 1,
    scale: 100,
    normalisation: 'z',
    tieRule: 'draw',
    criteria: [
      { name: 'Kebersihan', weight: 55 },
      { name: 'Penghijauan', weight: 45 },
    ],
  }),
  'contests.addJuror': ({ ruledContest: id }) => ({ id, name: `Juri ${newId()}`, decree: 'SK 1/2031' }),
  'contests.mendJuror': ({ ruledJuror: id }) => ({ id, rev: 2, body: 'Dinas' }),
  'contests.leaveJury': ({ ruledJuror: id }) => ({ id, rev: 2, reason: 'Pindah tugas' }),
  'contests.inviteJuror': ({ ruledJuror: id }) => ({ id, hash: hashOfToken(newId()), party: 'Juri', language: 'id' }),
  'contests.setBackers': ({ ruledEntry: id }) => ({ id, companies: ['Perusahaan pendukung'] }),
  'contests.openJudging': ({ ruledContest: id }) => ({ id, rev: 1 }),
  'contests.unsealSheets': ({ judgedContest: id }) => ({ id, rev: 2 }),
  'contests.decidePlaces': ({ unsealedContest: id }) => ({ id, rev: 3, minutesNumber: 'BA 1/2031' }),
  'contests.disqualifyEntry': ({ unsealedEntry: id }) => ({ id, rev: 3, reason: 'Foto milik kampung lain' }),
  'contests.announceResult': ({ decidedContest: id }) => ({ id, rev: 5 }),
} satisfies Samples
