import type { PortalDb, Tx } from '../../platform/database.ts'
import { programmes as contests } from '../../slices/contests/queries.ts'
import { programmes as csr } from '../../slices/csr/queries.ts'
import { programmes as exchange } from '../../slices/exchange/queries.ts'
import { programmes as forum } from '../../slices/forum/queries.ts'
import type { ProgrammeKind, ProgrammeLine, Sentence } from '../../shared/programmes.ts'
import { programmes as residents } from '../../slices/residents/queries.ts'
import { programmes as workforce } from '../../slices/workforce/queries.ts'

/** Which programmes are asked for: of some cooperations, or with one country; without either, all of the region. */
export interface AskedInside {
  on: string
  relations?: readonly string[] | undefined
  country?: string | undefined
}

export type AskedOutside = AskedInside & { region: string }

/** What each slice of Program tells the pages that gather; it stands in the slice's queries as `programmes`. */
export interface ProgrammePart {
  kind: ProgrammeKind
  /** What the region has recorded, newest first, at most `programmeLimit`. */
  list(tx: Tx, asked: AskedInside): Promise<ProgrammeLine[]>
  /** One true sentence about all of it on a day, also when there is nothing. */
  tell(tx: Tx, asked: { on: string }): Promise<Sentence>
  /** What is public of it, newest first, at most `programmeLimit`. */
  listPublic(portal: PortalDb, asked: AskedOutside): Promise<ProgrammeLine[]>
  /** The records whose acts belong into a cooperation's history (at most 500). */
  listIdsOf(tx: Tx, relation: string): Promise<string[]>
}

/** Every part of Program, in the order of `programmeKinds`. */
export const programmeParts: readonly ProgrammePart[] = [workforce, contests, csr, residents, forum, exchange]
