import type { Language } from '../../../shared/languages.ts'
import { words } from './messages/words.gen.ts'

/** The control of each field of the contract, and what it is called on screen. */
export function visitLabels(language: Language) {
  const w = words[language]
  const labels = {
    who: w.who,
    occurredOn: w.when,
    place: w.place,
    about: w.about,
    kind: w.kind,
    startsAt: w.startsAt,
    endsAt: w.endsAt,
    endedOn: w.endedOn,
    weekday: w.weekday,
    initiator: w.initiator,
    note: w.note,
    points: w.points.title,
  }
  return Object.fromEntries(Object.entries(labels).map(([id, label]) => [id, { id, label }])) as Record<
    keyof typeof labels,
    { id: string; label: string }
  >
}
