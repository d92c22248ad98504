import type { PortalDb, Tx } from '../../platform/database.ts'
import type { ProgrammeLine } from '../../shared/programmes.ts'
import { openFirst } from './model.ts'
import { programmeParts, type AskedInside, type AskedOutside } from './parts.ts'

/** The programmes a region has recorded, part by part, each newest first. */
export async function listProgrammes(tx: Tx, asked: AskedInside): Promise<ProgrammeLine[]> {
  const found: ProgrammeLine[] = []
  for (const part of programmeParts) found.push(...(await part.list(tx, asked)))
  return found
}

/** What the world sees of them; what can be entered, booked or asked now stands first, and of that what ends soonest. */
export async function listPublicProgrammes(portal: PortalDb, asked: AskedOutside): Promise<ProgrammeLine[]> {
  const found = await Promise.all(programmeParts.map(async (part) => await part.listPublic(portal, asked)))
  return openFirst(found.flat())
}

/** What is said of each part on a day. */
export async function tellParts(tx: Tx, asked: { on: string }) {
  const told = []
  for (const part of programmeParts) told.push({ kind: part.kind, told: await part.tell(tx, asked) })
  return told
}

/** The programmes of a cooperation whose acts its history tells too. */
export async function listProgrammeIdsOf(tx: Tx, relation: string): Promise<string[]> {
  const ids: string[] = []
  for (const part of programmeParts) ids.push(...(await part.listIdsOf(tx, relation)))
  return ids
}
