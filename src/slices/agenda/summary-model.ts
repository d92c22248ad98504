import { diff3Merge } from 'node-diff3'

export const blockKinds = ['pembuka', 'pokok', 'keputusan'] as const
export type BlockKind = (typeof blockKinds)[number]

/** One block of a summary. `point` is the point discussed that a block of the kind pokok is about. */
export interface Block {
  kind: BlockKind
  point?: string | undefined
  text: string
}

export const summaryStates = ['draf', 'dibagikan', 'dikoreksi', 'disepakati'] as const
export type SummaryState = (typeof summaryStates)[number]

/** How a partner agreed: by the link, or by what the office received. */
export const agreedWays = ['tautan', 'surat', 'surel'] as const
export type AgreedWay = (typeof agreedWays)[number]

/** Limits of a summary: blocks, code points of one block, answers, versions, follow-ups that a link shows. */
export const summaryLimits = { blocks: 60, text: 20_000, answers: 100, versions: 300, tasks: 50 } as const

/** A follow-up as a partner reads it: what is done, by which agency, until when; nobody's name. */
export interface SharedTask {
  what: string
  unit?: string | undefined
  dueOn?: string | undefined
}

interface Known {
  id: string
  what?: string | undefined
  unit?: { name: string } | undefined
  dueOn?: string | undefined
  outcome?: string | undefined
}

/** What of a meeting's follow-ups can be shown to a partner, each as she would read it. What was dropped cannot. */
export function sharableTasks(tasks: readonly Known[]): { id: string; task: SharedTask }[] {
  return tasks.flatMap(({ id, what, unit, dueOn, outcome }) => {
    if (what === undefined || outcome === 'dropped') return []
    return [
      { id, task: { what, ...(unit !== undefined && { unit: unit.name }), ...(dueOn !== undefined && { dueOn }) } },
    ]
  })
}

/** What names a block within its summary. */
export function blockKey({ kind, point }: Pick<Block, 'kind' | 'point'>): string {
  return point ?? kind
}

/** The blocks that a summary of these points is written in: opening, a block for each point, decisions. Points that were taken off keep theirs while it says something. */
export function blocksFor(points: readonly { id: string }[], blocks: readonly Block[]): Block[] {
  const textOf = (key: string) => blocks.find((block) => blockKey(block) === key)?.text ?? ''
  const gone = blocks.filter(
    ({ kind, point, text }) => kind === 'pokok' && text !== '' && !points.some(({ id }) => id === point),
  )
  return [
    { kind: 'pembuka', text: textOf('pembuka') },
    ...points.map(({ id }) => ({ kind: 'pokok' as const, point: id, text: textOf(id) })),
    ...gone,
    { kind: 'keputusan', text: textOf('keputusan') },
  ]
}

/** The state of a summary after it was saved: what partners were shown they are shown further. */
export function stateAfterSaving(state: SummaryState): SummaryState {
  return state === 'disepakati' ? 'dibagikan' : state === 'dikoreksi' ? 'dibagikan' : state
}

/** The state after a partner answered; a correction that nobody dealt with outweighs a yes of somebody else. */
export function stateAfterAnswer(
  answer: 'sesuai' | 'koreksi',
  { isCorrected }: { isCorrected: boolean },
): SummaryState {
  return answer === 'koreksi' || isCorrected ? 'dikoreksi' : 'disepakati'
}

/** A stretch of a text brought together from two: agreed, taken from one side, or colliding. */
export type Stretch =
  | { of: 'both' | 'mine' | 'theirs'; lines: string[] }
  | { of: 'collision'; mine: string[]; theirs: string[]; base: string[] }

const paragraphs = (text: string) => (text === '' ? [] : text.split(/\n+/))

/**
 * Brings two texts together that grew from one: by paragraphs, what does not collide is taken from whoever wrote it,
 * what collides stands with both sides. Nothing that somebody typed is missing from the outcome.
 */
export function mergeTexts({ base, mine, theirs }: { base: string; mine: string; theirs: string }): Stretch[] {
  if (mine === theirs) return [{ of: 'both', lines: paragraphs(mine) }]
  if (theirs === base) return [{ of: 'mine', lines: paragraphs(mine) }]
  if (mine === base) return [{ of: 'theirs', lines: paragraphs(theirs) }]
  const from = paragraphs(base)
  const regions = diff3Merge(paragraphs(mine), from, paragraphs(theirs), { excludeFalseConflicts: true })
  return regions.flatMap((region): Stretch[] => {
    const { ok, conflict } = region as { ok?: string[]; conflict?: { a: string[]; b: string[]; o: string[] } }
    if (conflict !== undefined) {
      return [{ of: 'collision', mine: conflict.a, theirs: conflict.b, base: conflict.o }]
    }
    return ok === undefined || ok.length === 0 ? [] : [{ of: 'both', lines: ok }]
  })
}

/** The text that follows from a merge, with a choice for each collision in its order. */
export function settleMerge(stretches: readonly Stretch[], choices: readonly ('mine' | 'theirs' | 'both')[]): string {
  let at = 0
  const lines = stretches.flatMap((stretch) => {
    if (stretch.of !== 'collision') return stretch.lines
    const choice = choices[at++] ?? 'both'
    return [...(choice === 'theirs' ? [] : stretch.mine), ...(choice === 'mine' ? [] : stretch.theirs)]
  })
  return lines.join('\n\n')
}

/** Whether bringing two texts together leaves something to choose. */
export function collides(stretches: readonly Stretch[]): boolean {
  return stretches.some(({ of }) => of === 'collision')
}
