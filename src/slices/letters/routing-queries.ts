import type { Tx } from '../../platform/database.ts'
import { deliveredRoutes, routedKinds, routeFor, type Route } from './routing-model.ts'

/** The region's own routes, for routeFor(). */
export async function listOwnRoutes(tx: Tx): Promise<(Route & { kind: string; rev: number })[]> {
  return await tx
    .selectFrom('letters.routing')
    .select(['kind', 'attention', 'through', 'copies', 'rev'])
    .limit(20)
    .execute()
}

/** Every kind of addressee with the route in use; `rev` is 0 where it is the delivered one. */
export async function listRouting(tx: Tx) {
  const own = await listOwnRoutes(tx)
  return routedKinds.map((kind) => {
    const { verified, basis } = deliveredRoutes[kind]
    return { kind, ...routeFor(kind, own), verified, basis, rev: own.find((row) => row.kind === kind)?.rev ?? 0 }
  })
}
