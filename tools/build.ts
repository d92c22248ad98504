import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { readAssets } from '../src/platform/assets.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const distFolder = join(root, 'dist')

/** Bytes: first load of the workspace's script after gzip, and the portal's stylesheet as it stands (looks, Weight). */
const limits = { workspaceScript: 250_000, portalStylesheet: 12_000 }

/**
 * Builds what the browser loads into dist/ unless dist/ holds a build of the same sources. Two starts at once both
 * build and publish the same files; a start that is killed half-way leaves the build before it whole.
 * Throws when Vite fails or is not installed.
 */
export async function buildWhenStale(): Promise<'built' | 'fresh'> {
  const stamp = stampOf(root)
  if (isBuilt(distFolder, stamp)) return 'fresh'
  await build(stamp)
  return 'built'
}

async function build(stamp: string): Promise<void> {
  fs.mkdirSync(distFolder, { recursive: true })
  // Inside dist/, so that publishing renames within one file system.
  const staging = fs.mkdtempSync(join(distFolder, '.new-'))
  try {
    await runVite(staging)
    publish({ staging, dist: distFolder, stamp })
  } finally {
    sweep(distFolder, staging)
  }
}

/** Vite sees no environment but this one word: the server's mode must not decide, and a build needs no secret. */
function runVite(outDir: string): Promise<void> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  if (!fs.existsSync(vite)) {
    throw new Error('dist/ is older than the sources and Vite is not installed: run "npm ci", or bring a built dist/')
  }
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn', '--outDir', outDir], {
    cwd: root,
    env: { NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      if (code === 0) resolve()
      else reject(new Error(`vite build ended with ${signal ?? code}; the build before it stays in use`))
    })
  })
}

export type Publishing = { staging: string; dist: string; stamp: string }

/**
 * Puts a finished build in place. Hashed files first, then the page and the manifest by one rename each, the stamp
 * last: at every moment the manifest names only files that are there. The build before stays for pages already open.
 */
export function publish({ staging, dist, stamp }: Publishing): void {
  if (isBuilt(dist, stamp)) return // another start was quicker
  const assets = join(dist, 'assets')
  fs.mkdirSync(assets, { recursive: true })
  const now = fs.readdirSync(join(staging, 'assets'))
  const keep = new Set([...now.map((name) => `assets/${name}`), ...filesNamed(dist)])
  // Without this a kill below and a return to the older sources would read as fresh.
  fs.rmSync(join(dist, '.stamp'), { force: true })
  for (const name of now) fs.renameSync(join(staging, 'assets', name), join(assets, name))
  fs.renameSync(join(staging, 'src', 'workspace', 'index.html'), join(dist, 'workspace.html'))
  fs.renameSync(join(staging, 'manifest.json'), join(dist, 'manifest.json'))
  for (const name of fs.readdirSync(assets))
    if (!keep.has(`assets/${name}`)) fs.rmSync(join(assets, name), { force: true })
  fs.writeFileSync(join(staging, 'stamp'), stamp)
  fs.renameSync(join(staging, 'stamp'), join(dist, '.stamp'))
}

/** True when `dist` holds a complete build of the sources that have this stamp. */
export function isBuilt(dist: string, stamp: string): boolean {
  const stampFile = join(dist, '.stamp')
  if (!fs.existsSync(stampFile) || fs.readFileSync(stampFile, 'utf8') !== stamp) return false
  const named = filesNamed(dist)
  return named.length > 0 && [...named, 'workspace.html'].every((file) => fs.existsSync(join(dist, file)))
}

/** Every file that the published manifest names, as "assets/…"; none when nothing is published. */
function filesNamed(dist: string): string[] {
  const file = join(dist, 'manifest.json')
  if (!fs.existsSync(file)) return []
  return [...new Set(fs.readFileSync(file, 'utf8').match(/(?<=")assets\/[^"]+/g))]
}

const hour = 3_600_000

/** Removes our staging folder and those of starts that were killed: older than ours by more than a build takes. */
function sweep(dist: string, staging: string): void {
  const ours = fs.statSync(staging).mtimeMs
  fs.rmSync(staging, { recursive: true, force: true })
  for (const name of fs.readdirSync(dist).filter((entry) => entry.startsWith('.new-'))) {
    const folder = fs.statSync(join(dist, name), { throwIfNoEntry: false })
    if (folder && ours - folder.mtimeMs > hour) fs.rmSync(join(dist, name), { recursive: true, force: true })
  }
}

const serverDoors = /\/(queries|commands|routes|jobs|seed|portal)\.tsx?$/
const inputs =
  /^(package-lock\.json|vite\.config\.ts|tools\/(aria-.*|build)\.ts|src\/(shared|ui|workspace|slices|pages)\/.*)$/

/** Rooms of a slice count too, since model.ts may import them: a build too many is cheaper than one too few. */
export function reachesBrowser(path: string): boolean {
  return (
    inputs.test(path) && /\.(tsx?|css|html|json)$/.test(path) && !/\.test\.tsx?$/.test(path) && !serverDoors.test(path)
  )
}

/** Hash over names and contents of everything that the build may read. */
export function stampOf(folder: string): string {
  const hash = createHash('sha256')
  const found = ['src', 'tools'].flatMap((part) =>
    fs
      .readdirSync(join(folder, part), { recursive: true, withFileTypes: true })
      .flatMap((entry) =>
        entry.isFile() ? [relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')] : [],
      ),
  )
  for (const path of ['package-lock.json', 'vite.config.ts', ...found].filter(reachesBrowser).sort()) {
    hash
      .update(`${path}\0`)
      .update(fs.readFileSync(join(folder, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

/** Prints what a first visit loads; false when it is more than the limits allow. */
function reportSizes(): boolean {
  const assets = readAssets(distFolder)
  const bytesOf = (path: string) => fs.readFileSync(assets.findAsset(path)?.file ?? join(distFolder, path))
  const gzipped = (paths: readonly string[]) => paths.reduce((sum, path) => sum + gzipSync(bytesOf(path)).length, 0)
  const script = gzipped(assets.workspaceScripts)
  const portal = bytesOf(assets.portalStylesheet).length
  console.log(`workspace script, first load  ${kilo(script)} gz of ${kilo(limits.workspaceScript)}`)
  console.log(`workspace stylesheets         ${kilo(gzipped(assets.workspaceStylesheets))} gz`)
  console.log(`portal stylesheet             ${kilo(portal)} of ${kilo(limits.portalStylesheet)}`)
  console.log(`font of a first visit         ${kilo(bytesOf(assets.fontPreload).length)}`)
  return script <= limits.workspaceScript && portal <= limits.portalStylesheet
}

function kilo(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}

if (import.meta.main) {
  await build(stampOf(root))
  if (!reportSizes()) {
    console.error('Too heavy for a cheap phone: see the limits in tools/build.ts.')
    process.exitCode = 1
  }
}
