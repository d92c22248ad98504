// Holds the tree to house rules no linter knows: slices and their doors, writers of tables, names, budgets.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, extname, join, posix } from 'node:path'
import { slices } from '../src/slices.ts'
import { languages } from '../src/shared/languages.ts'
import { checkout, doors, pageDoors } from './doors.ts'
import { pathFaults } from './machine-paths.ts'

export interface File {
  /** From the checkout, with slashes. */
  path: string
  text: string
}

/** What is checked: the list of slices as data, and every tracked or new file that is text. */
export interface Tree {
  slices: Record<string, { uses: readonly string[] }>
  files: readonly File[]
  runtimeDependencies: readonly string[]
}

const budget = { median: 90, runtimeDependencies: 40, readme: { from: 15, to: 25 } }
const forbiddenNames = /(^|[-.])(utils?|helpers?|common|services?|managers?|types|constants)$/
/** Inside words; on screen a plain word stands for each (GLOSSARY). */
const forbiddenWords = /\b(kasus|klaim|instrumen|gerbang|dorman|penyewa|ledger)\b/i

/** Tables that somebody beside their owner writes, each with its reason. The list does not grow. */
const writers: Record<string, string> = {
  'src/platform/act.ts ledger.acts': 'an act is opened in the flight of BEGIN, before any slice is asked',
  'src/platform/backup.ts ledger.epochs': 'a restored database begins a new epoch before any slice runs',
}

/** Every fault as `path: what, and where it should go`. */
export function faultsOf(tree: Tree): string[] {
  return [
    ...listFaults(tree),
    ...importFaults(tree),
    ...folderFaults(tree),
    ...nameFaults(tree),
    ...barrelFaults(tree),
    ...messageFaults(tree),
    ...writerFaults(tree),
    ...budgetFaults(tree),
  ]
}

const sliceOf = (path: string): string | undefined => /^src\/slices\/([^/]+)\//.exec(path)?.[1]
const isTest = (path: string): boolean => /\.(test|spec)\.tsx?$/.test(path)
const isCode = (path: string): boolean => /\.tsx?$/.test(path) && !path.endsWith('.gen.ts')
const doorOf = (path: string): string => (path.split('/')[3] ?? '').replace(/\.tsx?$/, '')

/** The list names the folders that are there, and leads nowhere back to itself. */
function listFaults({ slices, files }: Tree): string[] {
  const folders = new Set(files.flatMap(({ path }) => sliceOf(path) ?? []))
  const listed = Object.keys(slices)
  const cycle = findCycle(slices)
  return [
    ...listed.filter((name) => !folders.has(name)).map((name) => `src/slices.ts: ${name} has no folder`),
    ...[...folders].filter((name) => !listed.includes(name)).map((name) => `src/slices/${name}: not in src/slices.ts`),
    ...(cycle === undefined ? [] : [`src/slices.ts: a cycle, ${cycle.join(' → ')}`]),
  ]
}

function findCycle(slices: Tree['slices']): string[] | undefined {
  const done = new Set<string>()
  const walk = (name: string, path: string[]): string[] | undefined => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name]
    if (done.has(name)) return undefined
    for (const used of slices[name]?.uses ?? []) {
      const cycle = walk(used, [...path, name])
      if (cycle !== undefined) return cycle
    }
    done.add(name)
    return undefined
  }
  for (const name of Object.keys(slices)) {
    const cycle = walk(name, [])
    if (cycle !== undefined) return cycle
  }
  return undefined
}

const importLine = /(?:\bfrom|\bimport)\s*\(?\s*['"](\.[^'"]+)['"]/g

/** The files of the tree that a file names, as paths from the checkout. */
export function importsOf({ path, text }: File): string[] {
  return [...text.matchAll(importLine)].map(([, to = '']) => posix.join(posix.dirname(path), to))
}

function importFaults({ slices, files }: Tree): string[] {
  const faults: string[] = []
  for (const file of files.filter(({ path }) => path.startsWith('src/') && isCode(path) && !isTest(path))) {
    for (const to of importsOf(file)) {
      const fault = importFault({ from: file.path, to, slices })
      if (fault !== undefined) faults.push(`${file.path}: ${fault}`)
    }
  }
  return faults
}

/** The places of wiring may take any piece. */
const wiring = /^src\/((app|main|command|routes)\.ts$|commands\/)/

/** Files of a slice that read or show; what writes goes through them to nobody. */
const reading = new Set(['contract', 'model', 'queries', 'published', 'embed', 'ui', 'messages'])

function importFault({ from, to, slices }: { from: string; to: string; slices: Tree['slices'] }): string | undefined {
  const [mine, theirs] = [sliceOf(from), sliceOf(to)]
  if (theirs === undefined || wiring.test(from)) return undefined
  const [door, isOwn] = [doorOf(to), mine === theirs]
  if (isOwn) {
    const backwards = door === 'commands' && reading.has(doorOf(from))
    return backwards ? `reads or shows, but imports commands.ts: only routes, jobs, portal and seed write` : undefined
  }
  if (mine !== undefined && slices[mine]?.uses.includes(theirs) !== true) {
    return `${mine} does not use ${theirs} (src/slices.ts): let the upper slice do it, or send an event`
  }
  if (!doors.includes(door as never)) return `${to} is a room of ${theirs}: use one of its doors`
  if (door === 'commands' && mine !== undefined && reading.has(doorOf(from))) {
    return `reads or shows, but imports commands of ${theirs}`
  }
  if (from.startsWith('src/pages/') && !pageDoors.includes(door as never)) {
    return `${to} is closed to pages: call an endpoint of ${theirs}, or ask its queries.ts`
  }
  if (/^src\/(shared|ui|platform)\//.test(from)) return `${to}: ${from.split('/')[1]} knows no slice`
  return undefined
}

/** Each slice and page says what it is; a slice has only `ui/` and `messages/` below it; doors end as agreed. */
function folderFaults({ slices, files }: Tree): string[] {
  const faults: string[] = []
  const { from, to } = budget.readme
  for (const name of Object.keys(slices)) {
    const readme = files.find(({ path }) => path === `src/slices/${name}/README.md`)
    if (readme === undefined) faults.push(`src/slices/${name}: README.md is missing (15–25 lines)`)
    else if (linesOf(readme) < from || linesOf(readme) > to) {
      faults.push(`${readme.path}: ${linesOf(readme)} lines; 15–25 say purpose, words, invariants, legal basis`)
    }
  }
  for (const { path } of files) {
    const inside = /^src\/slices\/[^/]+\/(.+)$/.exec(path)?.[1]
    if (inside === undefined) continue
    const folder = inside.includes('/') ? inside.split('/')[0] : undefined
    if (folder !== undefined && folder !== 'ui' && folder !== 'messages') {
      faults.push(`${path}: a slice has ui/ and messages/ below it; rooms are files beside the doors`)
    }
    if (/^(contract|model|queries|commands|routes|jobs|seed|published)\.tsx$/.test(inside)) {
      faults.push(`${path}: this door ends in .ts; what is shown goes to portal.tsx, embed.tsx or ui/`)
    }
    if (/^(portal|embed)\.ts$/.test(inside)) faults.push(`${path}: this door ends in .tsx`)
  }
  return faults
}

function nameFaults({ files }: Tree): string[] {
  return files.flatMap(({ path }) => {
    if (!/^(src|test|tools)\//.test(path)) return []
    return path.split('/').flatMap((part, index, parts) => {
      const name = index === parts.length - 1 ? part.replace(/\..*$/, '') : part
      if (forbiddenNames.test(name)) return [`${path}: "${name}" says nothing; name it by a noun of GLOSSARY`]
      if (name === 'index' && extname(part).startsWith('.ts'))
        return [`${path}: no index files; import the file itself`]
      return isCode(path) && /[A-Z_]/.test(name) ? [`${path}: files are named in kebab-case`] : []
    })
  })
}

/** A file that only passes on what others export. */
function barrelFaults({ files }: Tree): string[] {
  return files
    .filter(({ path, text }) => {
      if (!path.startsWith('src/') || !isCode(path)) return false
      const rest = text
        .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
        .replace(/export\s+(type\s+)?(\*(\s+as\s+\w+)?|\{[^}]*\})\s+from\s+['"][^'"]+['"];?/g, '')
      return rest.trim() === '' && text.includes('export')
    })
    .map(({ path }) => `${path}: a barrel; import the files themselves`)
}

function messageFaults({ files }: Tree): string[] {
  const paths = new Set(files.map(({ path }) => path))
  const folders = new Set([...paths].filter((path) => /\/messages\/[^/]+$/.test(path)).map((path) => dirname(path)))
  const absent = [...folders].flatMap((folder) =>
    [...languages.map((language) => `${language}.json`), 'words.gen.ts']
      .filter((name) => !paths.has(`${folder}/${name}`))
      .map((name) => `${folder}: ${name} is missing (npm run messages)`),
  )
  const inside = files
    .filter(({ path }) => path.endsWith('/messages/id.json'))
    .flatMap(({ path, text }) =>
      textsIn(JSON.parse(text)).flatMap((words) => {
        const found = forbiddenWords.exec(words)?.[0]
        return found === undefined ? [] : [`${path}: "${found}" is not for the screen: ${words.slice(0, 60)}`]
      }),
    )
  return [...absent, ...inside]
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

const writes = [
  /\b(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*['"`]([a-z]+\.[a-z_]+)/g,
  /\b(?:insert\s+into|update|delete\s+from|merge\s+into)\s+([a-z]+\.[a-z_]+)\b/g,
]

/** A table is written by commands.ts, jobs.ts or a room of the slice whose schema it stands in. */
function writerFaults({ slices, files }: Tree): string[] {
  const schemas = new Set([...Object.keys(slices), 'platform'])
  return files
    .filter(({ path }) => path.startsWith('src/') && isCode(path) && !isTest(path))
    .flatMap(({ path, text }) =>
      writes.flatMap((write) =>
        [...text.matchAll(write)].flatMap(([, table = '']) => {
          const [schema = ''] = table.split('.')
          if (!schemas.has(schema) || writers[`${path} ${table}`] !== undefined) return []
          if (schema === 'platform' && path.startsWith('src/platform/')) return []
          if (sliceOf(path) === schema && !reading.has(doorOf(path)) && doorOf(path) !== 'routes') return []
          return [`${path}: writes ${table}; only src/slices/${schema}/commands.ts does`]
        }),
      ),
    )
}

const linesOf = ({ text }: File): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0)

/** Source files by hand: number, median and 95th percentile of lines. */
export function sizeOf({ files }: Pick<Tree, 'files'>): { files: number; median: number; p95: number } {
  const lines = files
    .filter(({ path }) => path.startsWith('src/') && isCode(path) && !isTest(path))
    .map(linesOf)
    .toSorted((one, two) => one - two)
  const at = (share: number) => lines[Math.min(lines.length - 1, Math.floor(lines.length * share))] ?? 0
  return { files: lines.length, median: at(0.5), p95: at(0.95) }
}

function budgetFaults(tree: Tree): string[] {
  const { median } = sizeOf(tree)
  const dependencies = tree.runtimeDependencies.length
  return [
    ...(median > budget.median ? [`src: median file of ${median} lines, budget ${budget.median}`] : []),
    ...(dependencies > budget.runtimeDependencies
      ? [`package.json: ${dependencies} runtime dependencies, budget ${budget.runtimeDependencies}`]
      : []),
  ]
}

/** The files git knows or would take, without what is not text. */
function readTree(): Tree {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: checkout,
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  const files = listed
    .split('\0')
    .filter((path) => path !== '' && existsSync(join(checkout, path)))
    .map((path) => ({ path, text: readFileSync(join(checkout, path), 'utf8') }))
    .filter(({ text }) => !text.includes('\0'))
  const { dependencies } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  return { slices, files, runtimeDependencies: Object.keys(dependencies) }
}

if (import.meta.main) {
  const tree = readTree()
  const faults = [...faultsOf(tree), ...pathFaults(tree.files, checkout)]
  for (const fault of faults) console.log(fault)
  for (const [who, reason] of Object.entries(writers)) console.log(`exception: ${who} (${reason})`)
  const { files, median, p95 } = sizeOf(tree)
  const gathered = `${files} source files, median ${median} lines, 95th percentile ${p95}`
  console.log(`size: ${gathered}, ${tree.runtimeDependencies.length} runtime dependencies`)
  console.log(`structure: ${faults.length} faults`)
  process.exitCode = faults.length === 0 ? 0 : 1
}
