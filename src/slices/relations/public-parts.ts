import { publicParts, type DatedStatus, type PublicPart, type PublishedRelation, type Status } from './model.ts'

/** The status words that come from signed texts, and the decision that nothing follows. */
const wordsOfTexts: readonly (Status | undefined)[] = [
  'signed_incomplete',
  'in_force',
  'ending_soon',
  'ended',
  'not_continued',
]

/** Status days with only the words that texts make: without the stages nothing tells how far a process is. */
function statusesOfTexts(statuses: readonly DatedStatus[]): DatedStatus[] {
  const told = statuses.map(({ from, status }) => ({
    from,
    status: wordsOfTexts.includes(status) ? status : undefined,
  }))
  return told.filter(({ status }, index) => status !== told[index - 1]?.status)
}

/** What of a composed document is seen when only some parts are chosen; the sources of what is left out go with it. */
export function choosePublished(whole: PublishedRelation, parts: readonly PublicPart[]): PublishedRelation {
  const has = (part: PublicPart) => parts.includes(part)
  const { process } = whole
  const shown: PublishedRelation = {
    ...whole,
    process: process && {
      ...process,
      initiator: has('prakarsa') ? process.initiator : undefined,
      referral: has('prakarsa') ? process.referral : undefined,
      steps: has('tahap') ? process.steps : [],
      documents: has('tahap') ? process.documents : [],
    },
    statuses: has('tahap') ? whole.statuses : has('naskah') ? statusesOfTexts(whole.statuses) : [],
    notContinuedOn: has('tahap') || has('naskah') ? whole.notContinuedOn : undefined,
    purpose: has('tujuan') ? whole.purpose : undefined,
    fields: has('bidang') ? whole.fields : [],
    profile: has('mitra') ? whole.profile : [],
    texts: has('naskah') ? whole.texts : [],
    shown: [...parts],
  }
  const subjects = new Set([
    whole.id,
    ...(process === undefined ? [] : [process.id]),
    ...shown.fields.map(({ id }) => id),
    ...shown.profile.map(({ id }) => id),
  ])
  const hidden = [
    ...(has('bidang') ? [] : [`${whole.id} fields`]),
    ...(has('tujuan') ? [] : ['purpose', 'benefit', 'precedent'].map((field) => `${whole.id} ${field}`)),
    ...(has('prakarsa') || process === undefined ? [] : [`${process.id} initiator`]),
    ...(has('tahap') || process === undefined ? [] : [`${process.id} stages_left`]),
  ]
  return {
    ...shown,
    provenance: whole.provenance.filter(
      ({ subject, field }) => subjects.has(subject) && !hidden.includes(`${subject} ${field}`),
    ),
  }
}

/** Parts as an address names them; what is no part is left out. */
export const readParts = (asked: readonly string[]): PublicPart[] => publicParts.filter((part) => asked.includes(part))
