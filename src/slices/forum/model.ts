import type { DateText } from '../../shared/dates.ts'
import { foldForSearch } from '../../shared/text.ts'
import type { Theme } from '../agenda/model.ts'
import { explainType, type Article, type CooperationType, type PartnerKind } from '../procedures/model.ts'
import type { PublicationGround, PublicLine } from '../sources/model.ts'

export { themes, type Theme } from '../agenda/model.ts'

/** How an issue stands on a day. */
export const standings = ['dibahas', 'dijanjikan', 'dijawab', 'dilanjutkan', 'selesai', 'tidak_dilanjutkan'] as const
export type Standing = (typeof standings)[number]

/** What of it is decided by an officer; opened again takes the last one back without hiding it. */
export const outcomes = ['selesai', 'dilanjutkan', 'tidak_dilanjutkan', 'dibuka_kembali'] as const
export type Outcome = (typeof outcomes)[number]

/** What an issue supports of the region's own programmes. */
export const strategicKinds = ['rpjmd', 'rkpd', 'visi'] as const
export type StrategicKind = (typeof strategicKinds)[number]

/** What else of an issue is public, each only where it was chosen. */
export const publicParts = ['owner', 'due', 'answer'] as const
export type PublicPart = (typeof publicParts)[number]

export const issueLimits = { words: 500, reason: 2000, relations: 10, points: 50, evidence: 50, strategic: 20 } as const

/** The follow-up that answers an issue, as far as its standing asks. */
export interface Answering {
  dueOn?: DateText | undefined
  endedOn?: DateText | undefined
  outcome?: 'done' | 'replaced' | 'dropped' | undefined
  /** What was last said of it while it is open. */
  said?: 'done' | 'running' | 'stuck' | undefined
}

/** What is closed, until somebody opens it again. */
export const isClosed = (standing: Standing): boolean => standing === 'selesai' || standing === 'tidak_dilanjutkan'

/**
 * How an issue stands: as it was closed; else as the follow-up says that answers it. Answered is also what its owner
 * says is done and nobody closed yet. A day makes it promised; continued is what was decided last and got no day since.
 */
export function standingOf({
  decided,
  task,
}: {
  decided?: Outcome | undefined
  task?: Answering | undefined
}): Standing {
  if (decided === 'selesai' || decided === 'tidak_dilanjutkan') return decided
  if (task !== undefined && task.outcome !== 'dropped') {
    if (task.endedOn !== undefined || task.said === 'done') return 'dijawab'
    if (task.dueOn !== undefined) return 'dijanjikan'
  }
  return decided === 'dilanjutkan' ? 'dilanjutkan' : 'dibahas'
}

/** Why an outcome cannot be decided from where an issue stands; undefined where it can. */
export function whyNotDecide(
  standing: Standing,
  { outcome, reason }: { outcome: Outcome; reason?: string | undefined },
): 'closed' | 'open' | 'answer' | 'reason' | undefined {
  if (outcome === 'dibuka_kembali') return isClosed(standing) ? undefined : 'open'
  if (isClosed(standing)) return 'closed'
  if (outcome === 'selesai' && standing !== 'dijawab') return 'answer'
  if (outcome === 'tidak_dilanjutkan' && (reason ?? '') === '') return 'reason'
  return undefined
}

/** Who answers and until when, as it was said and moved. */
export interface PromiseLine {
  from: DateText
  unit?: string | undefined
  owner?: string | undefined
  dueOn?: DateText | undefined
}

/** How often a promised day was moved: from one day to another, in the order in which they were promised. */
export function timesMoved(promises: readonly Pick<PromiseLine, 'dueOn'>[]): number {
  const days = promises.flatMap(({ dueOn }) => dueOn ?? [])
  return days.filter((day, at) => at > 0 && day !== days[at - 1]).length
}

/** Why a process of cooperation with a third party cannot be opened; the article where the law says it. */
export interface AgreementObstacle {
  id: 'mitra' | 'jenis' | 'sudah_dibuka' | 'sudah_berjenis'
  article?: Article
}

/** PP 28/2018 Ps 14: with whom such an agreement is made at all. */
const thirdParties: Article = { law: 'PP 28/2018', at: 'Ps 14', verified: 'V' }

/**
 * Whether issues of a partner may become a KSDPK. Refused for whoever the law pairs with other kinds, or with none: a
 * foreign local government, an embassy, a company abroad (it comes in through its legal entity here).
 */
export function whyNoAgreement({
  partnerKind,
  country,
  cooperationType,
}: {
  partnerKind: PartnerKind | undefined
  country: string | undefined
  cooperationType: CooperationType | undefined
}): AgreementObstacle | undefined {
  if (partnerKind === undefined) return { id: 'mitra', article: thirdParties }
  const isForeign = country === undefined ? undefined : country !== 'ID'
  const possible = explainType({ partnerKind, isForeign })
  if (!possible.some(({ type }) => type === 'ksdpk'))
    return { id: 'jenis', article: possible[0]?.article ?? thirdParties }
  if (cooperationType !== undefined && cooperationType !== 'ksdpk')
    return { id: 'sudah_berjenis', article: thirdParties }
  return undefined
}

/** Addresses of an issue in the order they are tried. */
export function slugsFor({ words, raisedOn, id }: { words: string; raisedOn: string; id: string }): string[] {
  const folded = foldForSearch(words).replace(/[^a-z0-9]+/g, '-')
  const base = folded.slice(0, 60).replace(/^-+|-+$/g, '') || 'isu'
  return [base, `${base}-${raisedOn}`, `${base}-${id.slice(-12)}`]
}

/** A strategic programme that is supported, in words. */
export interface StrategicLine {
  id: string
  kind: StrategicKind
  code?: string | undefined
  words: string
  sourceWords?: string | undefined
}

/** An issue as the world sees it: as it stood on the day it was published. */
export interface PublishedIssue {
  id: string
  slug: string
  theme?: Theme | undefined
  words: string
  wordsLang: string
  raisedOn: string
  standing: Standing
  region: { slug: string; name: string; names: Record<string, string> }
  /** Its cooperations that are public. */
  relations: { slug: string; name: string; names: Record<string, string> }[]
  /** The meetings it came up at that are public. */
  meetings: { slug: string; about: string; occurredOn: string }[]
  owner?: string | undefined
  dueOn?: DateText | undefined
  answer?: { words: string; on: DateText } | undefined
  agreement?: { openedOn: DateText } | undefined
  strategic: StrategicLine[]
  ground: PublicationGround
  provenance: PublicLine[]
}

/** A year of issues as numbers; every one of them is in exactly one of the standings. */
export interface YearCounts {
  raised: number
  answered: number
  closed: number
  givenUp: number
  open: number
}

/** What a year's issues amount to: answered counts what was answered or closed, open what is neither closed nor given up. */
export function countYear(rows: readonly { standing: Standing }[]): YearCounts {
  const of = (...wanted: Standing[]) => rows.filter(({ standing }) => wanted.includes(standing)).length
  return {
    raised: rows.length,
    answered: of('dijawab', 'selesai'),
    closed: of('selesai'),
    givenUp: of('tidak_dilanjutkan'),
    open: of('dibahas', 'dijanjikan', 'dijawab', 'dilanjutkan'),
  }
}
