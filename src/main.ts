import { join } from 'node:path'
import { buildWhenStale } from '../tools/build.ts'
import { openApp } from './app.ts'
import { isLostConnection } from './platform/api.ts'
import { readAssets } from './platform/assets.ts'
import { readConfig, type Config } from './platform/config.ts'
import {
  allowDemonstration,
  alone,
  checkout,
  filesOf,
  openInstallation,
  type Installation,
} from './platform/installation.ts'
import { startJobs } from './platform/jobs.ts'
import { openLog, type Log } from './platform/log.ts'
import { openMailer } from './platform/mail.ts'
import { openPageCache } from './platform/page-cache.ts'
import { listen } from './platform/serve.ts'
import { openStore, sweepIncoming } from './platform/store.ts'
import { sendInvitations } from './slices/calendar/jobs.ts'
import { seedDemonstration } from './slices/demo/seed.ts'
import { purge as purgeEntrants } from './slices/contests/jobs.ts'
import { sendLink, sweep } from './slices/identity/jobs.ts'
import { chain } from './slices/ledger/jobs.ts'
import { noteGiven, queueDaily, sendNotice, sweepMails } from './slices/notices/jobs.ts'
import { queueReminders, remindUnit } from './slices/notices/reminding.ts'
import { keepSettled, keepSilences } from './slices/relations/jobs.ts'
import { keepPurged } from './slices/residents/jobs.ts'
import { tellGuest } from './slices/residents/mailing.ts'
import { isRegionsWorkingDay, tellDay, tellGiven, tellReminders } from './pages/today/digest.ts'

/** Starts everything and prints the address. Ends in order on SIGTERM and SIGINT. */
async function start(): Promise<void> {
  const config = readConfig()
  const log = openLog(config.LOG_LEVEL)
  const opening = openInstallation(config)
  await Promise.all([opening, buildWhenStale()]).catch(async (error: unknown) => {
    await opening.then(
      (installation) => installation.close(),
      () => {},
    )
    throw error
  })
  const installation = await opening
  await serveFrom(installation, { config, log }).catch(async (error: unknown) => {
    await installation.close()
    throw error
  })
}

async function serveFrom(installation: Installation, { config, log }: { config: Config; log: Log }): Promise<void> {
  const { database, ownerUrl, home } = installation
  await allowDemonstration(ownerUrl, config.JEMBATAN_DEMO !== '0')
  // Of two first starts at once one fills the demonstration and the other finds it.
  const store = openStore(filesOf(config))
  if (config.JEMBATAN_DEMO !== '0') await alone(ownerUrl, 'seed', () => seedDemonstration(database, { store }))
  installation.keepRunning(log)
  await sweepIncoming(store.folder)
  const cache = openPageCache({ database, secure: config.secure })
  const isAlone = config.host === '127.0.0.1' && config.baseUrl === undefined && config.JEMBATAN_DEMO === '1'
  const caught = isAlone && config.MAIL_URL === undefined ? join(home, 'mail') : undefined
  const app = openApp({ config, database, store, assets: readAssets(join(checkout, 'dist')), log, cache, caught })
  // Whoever wants every request in the log gets them all.
  const first = log.isLevelEnabled('debug') ? undefined : cache.answer
  const server = await listen(app, { host: config.host, port: config.PORT, first })
  const baseUrl = config.baseUrl ?? `http://localhost:${server.port}`
  const mailer = openMailer({ url: config.MAIL_URL, from: config.MAIL_FROM, folder: join(home, 'mail') })
  // A demonstration writes to nobody outside, also where a mail server is set.
  const kept = openMailer({ url: undefined, from: config.MAIL_FROM, folder: join(home, 'mail') })
  const tell = { isWorkingDay: isRegionsWorkingDay, daily: tellDay, given: tellGiven, reminded: tellReminders }
  const notices = { ownerUrl, database, mailer, kept, baseUrl, tell }
  const jobs = await startJobs({
    ownerUrl,
    log,
    tasks: {
      'identity.sendLink': sendLink({ database, mailer, baseUrl }),
      'identity.sweep': sweep({ database }),
      'contests.purge': purgeEntrants({ ownerUrl, database }),
      'calendar.send': sendInvitations({ database, mailer, kept, from: config.MAIL_FROM }),
      'ledger.chain': chain({ ownerUrl }),
      'notices.daily': queueDaily(notices),
      'notices.given': noteGiven(notices),
      'notices.remind': queueReminders(notices),
      'notices.remindUnit': remindUnit(notices),
      'notices.send': sendNotice(notices),
      'notices.sweep': sweepMails(notices),
      'relations.keepSilences': keepSilences({ ownerUrl }),
      'relations.settleSilences': keepSettled({ ownerUrl }),
      'residents.purge': keepPurged({ database }),
      'residents.tell': tellGuest({ database, mailer, kept, baseUrl }),
    },
    schedule: {
      'ledger.chain': '* * * * *',
      'notices.daily': '* * * * *',
      'contests.purge': '53 17 * * *',
      'identity.sweep': '17 * * * *',
      'notices.remind': '*/5 * * * *',
      'notices.sweep': '23 18 * * *',
      'relations.keepSilences': '41 17 * * *',
      'relations.settleSilences': '* * * * *',
      'residents.purge': '53 18 * * *',
    },
  })
  if (config.host !== '127.0.0.1' && !config.secure) log.warn('plain http beyond loopback: passwords travel in clear')
  process.stdout.write(`Jembatan: ${baseUrl}\n`)

  let ending = false
  const end = async () => {
    if (ending) return
    ending = true
    await server.close()
    await jobs.stop()
    await installation.close()
    process.exit(0)
  }
  process.on('SIGTERM', () => void end())
  process.on('SIGINT', () => void end())
}

// The driver asks for array types when it connects and lets nobody catch it when the database goes away just then.
process.on('unhandledRejection', (error) => {
  if (!isLostConnection(error)) throw error
})

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
