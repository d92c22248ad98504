import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { z } from 'zod'

/** A built file on disk and the media type it is sent with. */
export type Asset = { file: string; type: string }

/** What the build made, as paths of this site ("/assets/…"); every name carries its content's hash and never changes. */
export type Assets = {
  portalStylesheet: string
  /** For paper alone: fetched behind everything else, and no part of the portal's budget. */
  printStylesheet: string
  /** The Latin face: a page preloads it (as="font", crossorigin) so that its first line does not jump. */
  fontPreload: string
  /** The entry (a module) first, then what it imports at once, for `modulepreload`. */
  workspaceScripts: readonly string[]
  workspaceStylesheets: readonly string[]
  /** The workspace's page as built: links only, no inline script or style. */
  workspacePage: string
  /** The built file behind a request path; undefined for everything the build did not write. */
  findAsset: (path: string) => Asset | undefined
}

const chunk = z.object({
  file: z.string(),
  css: z.array(z.string()).default([]),
  imports: z.array(z.string()).default([]),
  assets: z.array(z.string()).default([]),
})
const manifestShape = z.record(z.string(), chunk)
type Manifest = z.infer<typeof manifestShape>

const portalEntry = 'src/ui/styles/portal.css'
const printEntry = 'src/ui/styles/print.css'
const workspaceEntry = 'src/workspace/index.html'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/**
 * Reads the build once, at start; `distFolder` is absolute. Throws with what to do when nothing was built.
 * Files of the build before stay in the folder and are served too: a page opened before an update asks for them.
 */
export function readAssets(distFolder: string): Assets {
  const manifestFile = join(distFolder, 'manifest.json')
  if (!existsSync(manifestFile)) throw new Error(`${manifestFile} is missing: run "npm run build"`)
  const manifest = manifestShape.parse(JSON.parse(readFileSync(manifestFile, 'utf8')))
  const portal = entryOf(manifest, portalEntry)
  const workspace = entryOf(manifest, workspaceEntry)
  const parts = [workspace, ...importsOf(manifest, workspace)]
  const font = portal.assets.find((file) => file.includes('latin-wght'))
  if (font === undefined) throw new Error(`${portalEntry} names no Latin face`)
  const served = listServed(distFolder)
  return {
    portalStylesheet: `/${portal.file}`,
    printStylesheet: `/${entryOf(manifest, printEntry).file}`,
    fontPreload: `/${font}`,
    workspaceScripts: parts.map(({ file }) => `/${file}`),
    workspaceStylesheets: [...new Set(parts.flatMap(({ css }) => css))].map((file) => `/${file}`),
    workspacePage: readFileSync(join(distFolder, 'workspace.html'), 'utf8'),
    findAsset: (path) => served.get(path),
  }
}

function entryOf(manifest: Manifest, name: string) {
  const entry = manifest[name]
  if (!entry) throw new Error(`The build has no ${name}`)
  return entry
}

/** Chunks that a chunk imports before it runs, deep, each once. */
function importsOf(manifest: Manifest, from: z.infer<typeof chunk>, seen = new Set<string>()): z.infer<typeof chunk>[] {
  return from.imports.flatMap((name) => {
    if (seen.has(name)) return []
    seen.add(name)
    const part = entryOf(manifest, name)
    return [part, ...importsOf(manifest, part, seen)]
  })
}

/** A list made once instead of a path joined per request: what is not in it cannot be asked for. */
function listServed(distFolder: string): Map<string, Asset> {
  const folder = join(distFolder, 'assets')
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    files.flatMap(({ name }) => {
      const type = types[extname(name)]
      return type === undefined ? [] : [[`/assets/${name}`, { file: join(folder, name), type }] as const]
    }),
  )
}
