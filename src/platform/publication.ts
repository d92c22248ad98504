import { fixed, type PortalDb } from './database.ts'

const read = fixed<{ n: string }>('select platform.publication()::text as n')

/** The number of the last publication or withdrawal anywhere; it grows when one commits (0015_speed.sql). */
export async function readPublication(portal: PortalDb): Promise<string> {
  return (await read(portal, []))[0]?.n ?? ''
}
