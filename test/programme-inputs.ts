import * as csrPages from '../src/pages/csr-pages/contract.ts'
import * as programmes from '../src/pages/programmes/contract.ts'
import * as contests from '../src/slices/contests/contract.ts'
import * as judging from '../src/slices/contests/judging-contract.ts'
import * as csr from '../src/slices/csr/contract.ts'
import * as exchange from '../src/slices/exchange/contract.ts'
import * as forum from '../src/slices/forum/contract.ts'
import * as residents from '../src/slices/residents/contract.ts'
import * as workforce from '../src/slices/workforce/contract.ts'
import { newId } from '../src/shared/ids.ts'
import { noContests } from './contests-furniture.ts'
import { noCsr } from './csr-furniture.ts'
import { noJudging } from './judging-furniture.ts'
import { noForum } from './forum-furniture.ts'
import { noExchange } from './exchange-furniture.ts'
import { noResidents } from './residents-furniture.ts'
import { noWorkforce } from './workforce-furniture.ts'
import { contestInputs } from './contests-inputs.ts'
import { judgingInputs } from './judging-inputs.ts'
import { csrInputs } from './csr-inputs.ts'
import { forumInputs } from './forum-inputs.ts'
import { residentsInputs } from './residents-inputs.ts'
import { workforceInputs } from './workforce-inputs.ts'
import type { Samples } from './inputs.ts'

/** The contracts of Program: its hub and its six slices. */
export const programmeContracts = {
  contests,
  judging,
  csr,
  csrPages,
  exchange,
  forum,
  programmes,
  residents,
  workforce,
}

/** Ids of nothing, of every slice of Program. */
export const noProgrammes = () => ({
  ...noContests(),
  ...noCsr(),
  ...noJudging(),
  ...noForum(),
  ...noExchange(),
  ...noResidents(),
  ...noWorkforce(),
})

/** Valid inputs of the endpoints of Program; test/inputs.ts holds all of them. */
export const programmeInputs = {
  'programmes.readProgrammes': () => ({}),
  'programmes.listProgrammesOf': ({ relation }) => ({ relation }),
  'exchange.listExchanges': () => ({}),
  'exchange.exportExchanges': () => ({}),
  'exchange.readExchange': ({ exchangeSlug }) => ({ slug: exchangeSlug }),
  'exchange.addExchange': ({ relation }) => ({ kind: 'budaya', title: `Pentas ${newId()}`, relations: [relation] }),
  'exchange.mendExchange': ({ exchange: id, exchangeRev: rev }) => ({ id, rev, place: 'Balai kota' }),
  'exchange.cancelExchange': ({ exchange: id, exchangeRev: rev }) => ({ id, rev, reason: 'Alasan' }),
  'exchange.resumeExchange': ({ cancelledExchange: id, cancelledExchangeRev: rev }) => ({ id, rev }),
  'exchange.reportExchange': ({ exchange: id, exchangeRev: rev }) => ({ id, rev, words: 'Ringkasan' }),
  'exchange.addApplied': ({ exchange: id }) => ({ id, appliedOn: '2021', what: 'Dipakai', sure: ['appliedOn'] }),
  'exchange.mendApplied': ({ applied }) => ({ id: applied, rev: 1, what: 'Dipakai di tempat lain' }),
  'exchange.dropApplied': ({ applied }) => ({ id: applied, rev: 1 }),
  'exchange.publishExchange': ({ exchange: id }) => ({ id }),
  'exchange.withdrawExchange': ({ exchange: id }) => ({ id }),
  ...contestInputs,
  ...judgingInputs,
  ...csrInputs,
  ...forumInputs,
  ...residentsInputs,
  ...workforceInputs,
} satisfies Samples
