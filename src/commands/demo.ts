import type { Command } from '../command.ts'
import { openInstallation } from '../platform/installation.ts'
import { seedDemonstration } from '../slices/demo/seed.ts'

/** `jembatan demo seed` */
export const demo: Command = async (config, [verb]) => {
  if (verb !== 'seed') {
    process.stderr.write('Usage: jembatan demo seed\n')
    return 2
  }
  const installation = await openInstallation(config)
  try {
    process.stdout.write(`Demonstration: ${await seedDemonstration(installation.database)}.\n`)
    return 0
  } finally {
    await installation.close()
  }
}
