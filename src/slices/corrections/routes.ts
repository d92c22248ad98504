import { read, readCopied, write, type Route } from '../../platform/call.ts'
import type { Tx } from '../../platform/database.ts'
import type { Named } from '../../shared/names.ts'
import * as does from './commands.ts'
import * as contract from './contract.ts'
import { correctionsFile } from './list-file.ts'
import * as finds from './queries.ts'

/** How the records that readers write about are called inside; handed in where routes are wired. */
export type NamesOf = (tx: Tx, subjects: readonly string[]) => Promise<(Named & { id: string })[]>

export const routesWith = ({ namesOf }: { namesOf: NamesOf }): Route[] => [
  readCopied(contract.exportCorrections, {
    of: 'region',
    file: (input, { on, language }) => correctionsFile({ ...input, on }, language),
  }),
  read(contract.listCorrections, async ({ tx }, input) => {
    const { rows, ...rest } = await finds.listCorrections(tx, input)
    const names = new Map((await namesOf(tx, rows.map(({ subject }) => subject))).map((named) => [named.id, named])) // prettier-ignore
    return {
      ...rest,
      rows: rows.map((row) => {
        const about = names.get(row.subject)
        return { ...row, ...(about !== undefined && { about: { name: about.name, names: about.names ?? {} } }) }
      }),
    }
  }),
  write(contract.answerCorrection, async (call, input) => await does.answerCorrection(call, { ...input, on: call.on })),
]
