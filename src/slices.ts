// What every programme stands on.
const ground = ['reference', 'ledger', 'identity', 'links', 'files'] as const

/**
 * The product on one page: every slice and the slices it uses. The list has no cycle, and that is the only order.
 * `npm run check` holds every import against it; a used slice's tables may be joined, its doors imported, nothing else.
 */
export const slices = {
  // ground
  reference: { purpose: 'regions as tenants, their bodies and officials, the catalogues of names', uses: [] },
  ledger: {
    purpose: 'acts, changes, the chain over them, undo and the verifier',
    uses: ['reference', 'identity', 'links'],
  },
  identity: { purpose: 'accounts, memberships, sessions, one-time links', uses: ['reference'] },
  links: {
    purpose: 'links without account: for one thing, for somebody, until a day',
    uses: ['reference', 'identity'],
  },
  files: { purpose: 'files by content, kept under their hash', uses: ['reference'] },
  // record
  partners: {
    purpose: 'partners, their people and dated statements about them',
    uses: ['reference', 'ledger', 'sources', 'procedures'],
  },
  sources: {
    purpose: 'where each value comes from, who said it, judgement',
    uses: ['reference', 'ledger', 'identity'],
  },
  followup: {
    purpose: 'what follows: who does what by when, or why nothing does',
    uses: ['reference', 'ledger', 'identity', 'files', 'links'],
  },
  procedures: { purpose: 'the law as typed, cited data, and the rules over it', uses: [] },
  oversight: { purpose: 'the one line per relation that province and ministry read', uses: ['reference'] },
  // heart
  relations: {
    purpose: 'region × partner: process, steps, documents, texts, fields, status, publication',
    uses: ['reference', 'ledger', 'files', 'partners', 'sources', 'followup', 'procedures', 'oversight'],
  },
  // day
  agenda: {
    purpose: 'visits and meetings, who took part, what was said',
    uses: [
      'reference',
      'ledger',
      'identity',
      'links',
      'files',
      'partners',
      'sources',
      'followup',
      'procedures',
      'relations',
    ],
  },
  letters: {
    purpose: 'letters and drafts on the region’s letterhead, as Word and PDF',
    uses: [
      'reference',
      'ledger',
      'identity',
      'links',
      'files',
      'partners',
      'sources',
      'followup',
      'procedures',
      'relations',
      'agenda',
    ],
  },
  notices: {
    purpose: 'what each person wants to be told, and what she wants to see later',
    uses: ['reference', 'ledger', 'identity', 'followup'],
  },
  calendar: {
    purpose: 'secret feeds, invitations by mail, meetings read from a file of somebody else',
    uses: ['reference', 'ledger', 'identity', 'links', 'partners', 'followup', 'relations', 'agenda'],
  },
  sharing: {
    purpose: 'a partner’s page by link: what both sides know already, and what the partner says of it',
    uses: [
      'reference',
      'ledger',
      'identity',
      'links',
      'files',
      'partners',
      'followup',
      'procedures',
      'relations',
      'agenda',
      'letters',
    ],
  },
  // programmes
  workforce: {
    purpose: 'cohorts of trained people, requests of companies, programmes abroad as they are known on a day',
    uses: [...ground, 'partners', 'sources', 'procedures', 'relations'],
  },
  csr: {
    purpose: 'needs of villages, offers of companies, which meets which and why, what came of it; never money',
    uses: [...ground, 'partners', 'sources', 'relations'],
  },
  contests: {
    purpose: 'contests: window, entries with receipt, jurors, sealed scores, a result that anyone can compute again',
    uses: [...ground, 'partners', 'sources', 'relations', 'csr'],
  },
  residents: {
    purpose: 'services for foreign residents with places to book, and a contact point that answers by a day',
    uses: [...ground, 'partners', 'sources', 'followup', 'procedures', 'relations'],
  },
  forum: {
    purpose: 'issues of an estate’s forum: owner, promised day, answer, evidence, until they are closed',
    uses: [...ground, 'partners', 'sources', 'followup', 'procedures', 'relations', 'agenda'],
  },
  exchange: {
    purpose: 'exchange of staff, culture, youth and science: bodies on both sides, report, what was applied at home',
    uses: [...ground, 'partners', 'sources', 'relations'],
  },
  // around
  corrections: {
    purpose: 'what readers say is wrong, with a receipt, and its answer',
    uses: ['reference', 'ledger', 'identity'],
  },
  demo: {
    purpose: 'the demonstration: three regions, role accounts, the five stories; an invented region full of records',
    uses: [
      'identity',
      'links',
      'reference',
      'files',
      'partners',
      'sources',
      'followup',
      'procedures',
      'relations',
      'agenda',
      'letters',
      'sharing',
      'workforce',
      'csr',
      'contests',
      'residents',
      'forum',
      'exchange',
    ],
  },
} as const satisfies Record<string, { purpose: string; uses: readonly string[] }>

export type SliceName = keyof typeof slices
