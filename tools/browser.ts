import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The system's Chromium: CHROMIUM, or the first of its usual names; undefined where there is none. */
export function findBrowser(environment: Record<string, string | undefined> = process.env): string | undefined {
  const folders = ['/usr/bin', ...(environment['PATH'] ?? '').split(delimiter)]
  const usual = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  const named = environment['CHROMIUM']
  return [...(named === undefined || named === '' ? [] : [named]), ...usual].find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Root on Debian may install it. Answers the sentence for the terminal when it cannot be had. */
export function installBrowser(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    return 'No Chromium here. Install it, or name it: CHROMIUM=/path/to/chromium npm test'
  }
  console.log('No Chromium here: installing chromium and fonts-noto-cjk by apt-get …')
  try {
    apt(['update', '-q'], 2)
    apt(['install', '-q', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], 8)
    return undefined
  } catch (error) {
    return `Chromium could not be installed: ${error instanceof Error ? error.message : String(error)}`
  }
}

function apt(words: string[], minutes: number): void {
  execFileSync('apt-get', words, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: minutes * 60_000,
  })
}
