import type { NextStep, Reason } from '../model.ts'

/** What the fields of a next step hold: `choice` is '', 'something' or a ready reason. */
export type NextStepValues = {
  choice: string
  what: string
  unit: string
  owner: string
  dueOn: string
  origin: string
}

export const blankStep: NextStepValues = { choice: '', what: '', unit: '', owner: '', dueOn: '', origin: '' }

/** What was said, ready to send; nothing chosen sends nothing, and the server says what is missing. */
export function stepOf({ choice, what, unit, owner, dueOn, origin }: NextStepValues): NextStep {
  if (choice === '') return {}
  if (choice !== 'something') return { reason: choice as Reason }
  const said = Object.entries({ what, unit, owner, dueOn, origin }).filter(([, value]) => value.trim() !== '')
  return Object.fromEntries(said)
}
