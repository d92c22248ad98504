// What contract and screens share, without words: it is loaded with the first page of the workspace.

/** How the window of a contest stands at an instant; these are the words of `data-window` on its public page. */
const windowStates = ['belum', 'dibuka', 'ditutup'] as const
export type WindowState = (typeof windowStates)[number]

export const contestStates = ['draft', 'judging', 'decided', 'announced'] as const
export type ContestState = (typeof contestStates)[number]

export const completenessStates = ['unchecked', 'complete', 'incomplete'] as const
export type Completeness = (typeof completenessStates)[number]

/** What an entry may lack, in the order in which it is asked for. */
export const missables = ['rt_rw', 'kecamatan', 'entrant', 'phone', 'photo', 'words'] as const
export type Missable = (typeof missables)[number]

export const moments = ['before', 'after', 'look_back'] as const
export type Moment = (typeof moments)[number]

export const keptWords = ['kept', 'partly', 'not_kept'] as const
export type KeptWord = (typeof keptWords)[number]

export const relationKinds = ['belongs', 'same_story'] as const
export type RelationKind = (typeof relationKinds)[number]

/** The parts of an edition that are added and taken off one by one. */
export const partKinds = ['category', 'sponsor', 'statement', 'relation', 'photo', 'look_back'] as const
export type PartKind = (typeof partKinds)[number]

export const contestLimits = { title: 200, about: 5000, words: 3000, name: 120, photos: 3, parts: 50 } as const
