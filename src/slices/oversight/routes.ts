import { readOverseen, type Route } from '../../platform/call.ts'
import { listRegister } from './contract.ts'
import { registerEntered } from './queries.ts'

export const routes: Route[] = [
  readOverseen(listRegister, {
    statement: registerEntered,
    parameters: ({ status, stage, sector, after, limit }) => [
      ...[status, stage, sector, after].map((value) => value ?? null),
      limit,
    ],
  }),
]
