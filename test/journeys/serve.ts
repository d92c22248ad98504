// The product as the journeys meet it: freshly seeded in a folder of its own, which goes away with it.
import { rmSync } from 'node:fs'
import { stopPostgres } from '../../src/platform/postmaster.ts'

const home = process.env['JEMBATAN_DATA']
if (home === undefined || !home.includes('journeys')) throw new Error('JEMBATAN_DATA names the folder of the journeys')

// A run that was killed leaves its PostgreSQL behind.
await stopPostgres(home)
rmSync(home, { recursive: true, force: true })
process.on('exit', () => rmSync(home, { recursive: true, force: true }))

await import('../../src/main.ts')
