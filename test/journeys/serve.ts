// The product as the journeys meet it: freshly seeded in a folder of its own, which goes away with it.
import { rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { stopPostgres } from '../../src/platform/postmaster.ts'
import { makeSessions } from './own-accounts.ts'

const home = process.env['JEMBATAN_DATA']
if (home === undefined || !home.includes('journeys')) throw new Error('JEMBATAN_DATA names the folder of the journeys')

// A run that was killed leaves its PostgreSQL behind.
await stopPostgres(home)
rmSync(home, { recursive: true, force: true })
process.on('exit', () => rmSync(home, { recursive: true, force: true }))

await import('../../src/main.ts')

const health = `http://127.0.0.1:${process.env['PORT']}/health`
const isUp = async () =>
  await fetch(health).then(
    ({ ok }) => ok,
    () => false,
  )
while (!(await isUp())) await wait(50)
await makeSessions(home)
