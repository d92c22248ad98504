import { backup } from './commands/backup.ts'
import { demo } from './commands/demo.ts'
import { doctor } from './commands/doctor.ts'
import { migrateOnly } from './commands/migrate.ts'
import { region } from './commands/region.ts'
import { restore } from './commands/restore.ts'
import { user } from './commands/user.ts'
import { verify } from './commands/verify.ts'
import { readConfig, type Config } from './platform/config.ts'

/** One command of bin/jembatan: its words on the line, answered by an exit code. */
export type Command = (config: Config, words: string[]) => Promise<number>

const commands: Record<string, { run: Command; usage: string }> = {
  migrate: { run: migrateOnly, usage: 'migrate                bring the database to the newest version' },
  user: { run: user, usage: 'user link EMAIL        print a one-time link to choose a password' },
  region: { run: region, usage: 'region add|mend|list   set up a real region: region add CODE --admin EMAIL' },
  demo: {
    run: demo,
    usage: 'demo seed|remove       fill an empty installation with the demonstration, or take it away',
  },
  doctor: { run: doctor, usage: 'doctor                 print configuration and versions, and what is amiss' },
  verify: {
    run: verify,
    usage: 'verify                 recompute the ledger; exit 0 when it holds, else name table and id',
  },
  backup: { run: backup, usage: 'backup FOLDER          write everything to a new folder' },
  restore: { run: restore, usage: 'restore FOLDER         fill an empty database from a backup' },
}

async function main([name, ...words]: string[]): Promise<number> {
  const command = commands[name ?? '']
  if (command === undefined) {
    const lines = Object.values(commands).map(({ usage }) => `  jembatan ${usage}`)
    process.stdout.write(`npm start runs the product. Other commands:\n${lines.join('\n')}\n`)
    return name === undefined || name === 'help' ? 0 : 2
  }
  return await command.run(readConfig(), words)
}

// When a transaction's connection is lost the driver throws past everybody; what was not committed is gone.
process.on('uncaughtException', (error) => {
  process.stderr.write(`Broken off, and nothing half-done stays: ${error.message}\n`)
  process.exit(1)
})

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  },
)
