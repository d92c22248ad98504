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
    ],
  },
} as const satisfies Record<string, { purpose: string; uses: readonly string[] }>

export type SliceName = keyof typeof slices
