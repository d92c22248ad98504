// The control: the product, but every write is answered before its COMMIT. Not a part of the product; `npm run faults
// -- --control` starts it to show that a loss would be seen.
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openApp } from '../../src/app.ts'
import { readAssets } from '../../src/platform/assets.ts'
import { readConfig } from '../../src/platform/config.ts'
import type { Database } from '../../src/platform/database.ts'
import { checkout, filesOf, openInstallation } from '../../src/platform/installation.ts'
import { openLog } from '../../src/platform/log.ts'
import { listen } from '../../src/platform/serve.ts'
import { openStore } from '../../src/platform/store.ts'
import { seedDemonstration } from '../../src/slices/demo/seed.ts'

/** How long COMMIT comes after the answer, in ms. */
const late = 150

function answeringEarly(database: Database): Database {
  return {
    ...database,
    inTenant: (tenancy, work) =>
      new Promise((answer, fail) => {
        const whole = database.inTenant(tenancy, async (tx) => {
          const result = await work(tx)
          answer(result)
          if (tenancy.write) await sleep(late)
          return result
        })
        whole.catch(fail)
      }),
  }
}

const config = readConfig()
const log = openLog(config.LOG_LEVEL)
const installation = await openInstallation(config)
const store = openStore(filesOf(config))
await seedDemonstration(installation.database, { store })
installation.keepRunning(log)
const database = answeringEarly(installation.database)
const app = openApp({
  config,
  database,
  store,
  assets: readAssets(join(checkout, 'dist')),
  log,
})
const { port } = await listen(app, { host: config.host, port: config.PORT })
process.stdout.write(`Jembatan: http://localhost:${port}\n`)
process.on('SIGTERM', () => process.exit(0))
