import { defineConfig } from '@playwright/test'
import { createServer } from 'node:net'
import { testHome } from './test/cluster.ts'
import { findBrowser } from './tools/browser.ts'

/** A port that is free now. The workers read this file too and must find the same one. */
async function freePort(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return String(typeof address === 'object' ? address?.port : 0)
}

const port = (process.env['JOURNEYS_PORT'] ??= await freePort())
// Beside the product's variables, so that a journey can read the mail that was caught.
const home = (process.env['JOURNEYS_HOME'] ??= testHome(`journeys-${port}`))
// The product and the workers are started many times: what they are made of is compiled once.
process.env['NODE_COMPILE_CACHE'] ??= testHome('compiled')
const baseURL = `http://127.0.0.1:${port}`
const browser = findBrowser()

export default defineConfig({
  testDir: 'test/journeys',
  outputDir: 'test-results/journeys',
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  forbidOnly: true,
  reporter: 'line',
  use: {
    baseURL,
    // One window per worker, emptied of cookies, storage and routes between tests: opening one costs most of a second.
    reuseContext: true,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(browser !== undefined && { executablePath: browser }),
      args: [
        '--no-sandbox',
        '--disable-dev-shm-usage',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  webServer: {
    command: `exec "${process.execPath}" --enable-source-maps --import ./tools/jsx.mjs test/journeys/serve.ts`,
    url: `${baseURL}/health`,
    timeout: 120_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    stdout: 'ignore',
    env: { NODE_ENV: 'production', JEMBATAN_DATA: home, PORT: port, JEMBATAN_DEMO: '1', LOG_LEVEL: 'warn' },
  },
})
