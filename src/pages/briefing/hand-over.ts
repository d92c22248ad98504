/** Serah terima: what the next officer takes over, since cooperation outlives whoever keeps it (domain D-25). Pure. */
import { formatDate } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { nameIn, type Named } from '../../shared/names.ts'
import { holderText } from '../../slices/followup/model.ts'
import { words as followupWords } from '../../slices/followup/messages/words.gen.ts'
import { words as relationWords } from '../../slices/relations/messages/words.gen.ts'
import { words as procedureWords } from '../../slices/procedures/messages/words.gen.ts'
import { words } from './messages/words.gen.ts'
import type { Paper, PaperLine } from './model.ts'
import type { HandOverRecord } from './hand-over-record.ts'

export function composeHandOver(record: HandOverRecord, language: Language): Paper {
  const w = words[language]
  const say = followupWords[language]
  const day = (date: string) => formatDate(date, language)
  const stages = procedureWords[language].stage.short
  const relations = record.relations.map((line): PaperLine => {
    const { status, stage, endsOn, lastOn, next, label, partner } = line
    const state = [
      status === null ? undefined : relationWords[language].status[status],
      stage === null ? undefined : stages[stage as keyof typeof stages],
      endsOn === null ? undefined : w.until({ date: day(endsOn) }),
      lastOn === null ? undefined : relationWords[language].lastActivity({ date: day(lastOn) }),
      next === undefined ? w.handOver.noNext : next.reason === undefined ? next.what : say.reason[next.reason],
      next?.dueOn === undefined ? undefined : say.due({ date: day(next.dueOn) }),
    ]
    const name = partner === null ? (label ?? '') : nameIn(language, partner as Named)
    return { term: name, text: [...new Set(state.filter((part) => part !== undefined))].join(' · '), notes: [] }
  })
  const tasks = record.tasks.map(({ what, dueOn, whose, ...task }): PaperLine => {
    const due = dueOn === undefined ? say.noDate : say.due({ date: day(dueOn) })
    const { relation, visit, letter } = whose ?? {}
    const term = relation === undefined ? (visit?.about ?? letter?.name) : nameIn(language, relation)
    const who = holderText(task, say.comma) ?? say.standing.unowned
    return { term, text: [what, who, due].join(' · '), lang: 'id', notes: [] }
  })
  const ending = record.ending.map(({ relation, endsOn }): PaperLine => ({
    term: nameIn(language, { name: relation.name, names: relation.names } as Named),
    text: w.until({ date: day(endsOn) }),
    notes: [],
  }))
  const parts = [
    { title: w.handOver.relations({ n: record.total }), lines: relations, total: record.total },
    { title: w.handOver.tasks({ n: record.tasksTotal }), lines: tasks, total: record.tasksTotal },
    { title: w.handOver.ending, lines: ending, total: record.endingTotal },
  ]
  return {
    title: w.handOver.title({ region: nameIn(language, record.region) }),
    subtitle: w.handOver.subtitle({ date: day(record.on) }),
    language,
    sections: parts.map((part) => ({ title: part.title, lines: bounded(part, language) })),
    sources: [],
    sourcesTitle: w.sources,
  }
}

/** The lines of a part; one that has none says so, one that leaves some out says how many. */
function bounded({ lines, total }: { lines: PaperLine[]; total: number }, language: Language): PaperLine[] {
  const w = words[language]
  if (lines.length === 0) return [{ text: w.handOver.nothing, notes: [] }]
  const rest = total - lines.length
  return rest > 0 ? [...lines, { text: w.handOver.more({ n: rest }), notes: [] }] : lines
}
