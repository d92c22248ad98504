import { newId } from '../src/shared/ids.ts'
import type { Samples } from './inputs.ts'

/** A valid input of each endpoint of contests. */
export const contestInputs = {
  'contests.listContests': () => ({}),
  'contests.readContest': ({ contestSlug }) => ({ slug: contestSlug }),
  'contests.addContest': ({ organiser }) => ({ title: `Lomba ${newId()}`, organiserUnit: organiser }),
  'contests.mendContest': ({ contest: id, contestRev: rev }) => ({ id, rev, occasion: 'Hari jadi' }),
  'contests.voidContest': ({ contest: id, contestRev: rev }) => ({ id, rev, reason: 'Alasan' }),
  'contests.publishContest': ({ contest: id }) => ({ id }),
  'contests.withdrawContest': ({ contest: id }) => ({ id }),
  'contests.addCategory': ({ contest: id }) => ({ id, name: `Kategori ${newId()}` }),
  'contests.addSponsor': ({ contest: id }) => ({ id, words: 'swasta' }),
  'contests.addStatement': ({ contest: id }) => ({
    id,
    speaker: 'Ketua panitia',
    words: 'Lingkungan bersih dijaga bersama.',
  }),
  'contests.mendStatement': ({ statement: id }) => ({ id, rev: 1, speaker: 'Ketua panitia', words: 'Dijaga bersama.' }),
  'contests.relateContest': ({ publicContest: id, relation }) => ({ id, relation }),
  'contests.addLookBack': ({ contest: id }) => ({ id, lookedOn: '2021-02-02', kept: 'kept', words: 'Terjaga' }),
  'contests.dropPart': ({ lookBack: id }) => ({ id, kind: 'look_back' }),
  'contests.listEntries': ({ contest: id }) => ({ id }),
  'contests.exportEntries': ({ contest: id }) => ({ id }),
  'contests.addEntry': ({ publicContest: id }) => ({ id, name: `Kampung ${newId()}`, village: 'Desa' }),
  'contests.checkEntry': ({ contestEntry: id }) => ({ id, rev: 1, completeness: 'complete' }),
  'contests.withdrawEntry': ({ contestEntry: id }) => ({ id, rev: 1, reason: 'Alasan' }),
  'contests.addEntryPhoto': ({ contestEntry: id, picture: file }) => ({ id, file, moment: 'after' }),
} satisfies Samples
