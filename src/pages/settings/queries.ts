import type { z } from 'zod'
import type { Tx } from '../../platform/database.ts'
import type { DateText } from '../../shared/dates.ts'
import { may } from '../../shared/permissions.ts'
import { listMembers } from '../../slices/identity/queries.ts'
import { getLetterhead } from '../../slices/letters/queries.ts'
import { getRegion, listAffairs, listHolidays, listOfficials, listUnits } from '../../slices/reference/queries.ts'
import { hasRelations } from '../../slices/relations/queries.ts'
import type { readPreparation } from './contract.ts'
import { preparationParts, type PreparationPart } from './model.ts'

/** How far a region is prepared on a day. Nothing is ticked by hand: each part is seen in what is recorded. */
export async function getPreparation(
  tx: Tx,
  { on, account }: { on: DateText; account: string },
): Promise<z.input<typeof readPreparation.output>> {
  const region = await getRegion(tx)
  const letterhead = await getLetterhead(tx)
  const members = await listMembers(tx, { account })
  const holidays = await listHolidays(tx, Number(on.slice(0, 4)))
  const affairs = await listAffairs(tx)
  const isChecked = (rows: readonly { verified: string }[]) =>
    rows.length > 0 && rows.every(({ verified }) => verified !== 'M')
  const done: Record<PreparationPart, boolean> = {
    letterhead: letterhead.rev > 0,
    emblem: letterhead.emblem !== null,
    units: (await listUnits(tx)).length > 0,
    members: members.some(({ role, endedAt }) => endedAt === null && may(role, 'agenda.record')),
    officials: (await listOfficials(tx)).length > 0,
    holidays: isChecked(holidays),
    affairs: isChecked(affairs),
    relation: await hasRelations(tx),
  }
  const parts = preparationParts.map((part) => ({ part, done: done[part] }))
  return { open: region.preparing && parts.some((one) => !one.done), rev: region.rev, parts }
}
