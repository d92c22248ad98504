import { describe, expect, test } from 'vitest'
import { faultsOf, importsOf, sizeOf, type Tree } from './check-structure.ts'
import { pathFaults } from './machine-paths.ts'

const readme = `# one\n${'a line\n'.repeat(15)}`

/** Two slices, upper uses lower, and nothing wrong with them; then what the test adds or replaces. */
function treeWith(files: Record<string, string>, slices: Tree['slices'] = lowerAndUpper): Tree {
  const all: Record<string, string> = {
    'src/slices/lower/README.md': readme,
    'src/slices/upper/README.md': readme,
    'src/slices/lower/model.ts': 'export const one = 1\n',
    'src/slices/upper/commands.ts': "import { one } from '../lower/model.ts'\nexport const two = one + 1\n",
    ...files,
  }
  return {
    slices,
    files: Object.entries(all).map(([path, text]) => ({ path, text })),
    runtimeDependencies: ['hono'],
  }
}

const lowerAndUpper: Tree['slices'] = { lower: { uses: [] }, upper: { uses: ['lower'] } }

const faults = (files: Record<string, string>, slices?: Tree['slices']) => faultsOf(treeWith(files, slices)).join('\n')

test('a tree in order has no faults', () => {
  expect(faults({})).toBe('')
})

describe('slices', () => {
  test('are listed, and have a folder', () => {
    expect(faults({}, { ...lowerAndUpper, ghost: { uses: [] } })).toContain('ghost has no folder')
    expect(faults({ 'src/slices/stray/README.md': readme })).toContain('src/slices/stray: not in src/slices.ts')
  })

  test('make no cycle', () => {
    const round = { lower: { uses: ['upper'] }, upper: { uses: ['lower'] } }
    expect(faults({}, round)).toContain('a cycle, lower → upper → lower')
  })

  test('say what they are in 15 to 25 lines', () => {
    expect(faults({ 'src/slices/upper/README.md': '# upper\n' })).toContain('src/slices/upper/README.md: 1 lines')
    const { files, ...rest } = treeWith({})
    const without = files.filter(({ path }) => path !== 'src/slices/lower/README.md')
    expect(faultsOf({ ...rest, files: without })).toEqual(['src/slices/lower: README.md is missing (15–25 lines)'])
  })

  test('keep rooms beside the doors', () => {
    expect(faults({ 'src/slices/upper/rooms/a.ts': 'export const a = 1' })).toContain('ui/ and messages/ below it')
    expect(faults({ 'src/slices/upper/model.tsx': 'export const a = 1' })).toContain('this door ends in .ts')
    expect(faults({ 'src/slices/upper/embed.ts': 'export const a = 1' })).toContain('this door ends in .tsx')
  })
})

describe('imports', () => {
  test('are found in every form', () => {
    const text =
      "import '../a.ts'\nexport { b } from './b.ts'\nconst c = await import('../../c.ts')\nimport x from 'react'\n"
    expect(importsOf({ path: 'src/slices/upper/model.ts', text })).toEqual([
      'src/slices/a.ts',
      'src/slices/upper/b.ts',
      'src/c.ts',
    ])
  })

  test.each([
    ['src/slices/lower/queries.ts', '../upper/model.ts', 'lower does not use upper'],
    ['src/slices/upper/queries.ts', '../lower/cellar.ts', 'src/slices/lower/cellar.ts is a room of lower'],
    ['src/slices/upper/queries.ts', '../lower/commands.ts', 'imports commands of lower'],
    ['src/slices/upper/ui/list.tsx', '../commands.ts', 'imports commands.ts: only routes'],
    ['src/pages/today/queries.ts', '../../slices/lower/commands.ts', 'closed to pages'],
    ['src/pages/today/queries.ts', '../../slices/lower/cellar.ts', 'is a room of lower'],
    ['src/platform/act.ts', '../slices/lower/model.ts', 'platform knows no slice'],
  ])('%s may not import %s', (path, to, said) => {
    expect(faults({ [path]: `import { x } from '${to}'\nexport const y = x\n` })).toContain(said)
  })

  test.each([
    ['src/slices/upper/seed.ts', '../lower/commands.ts'],
    ['src/slices/upper/routes.ts', './commands.ts'],
    ['src/pages/today/queries.ts', '../../slices/lower/published.ts'],
    ['src/commands/verify.ts', '../slices/lower/cellar.ts'],
    ['src/slices/lower/model.test.ts', '../upper/model.ts'],
  ])('%s may import %s', (path, to) => {
    expect(faults({ [path]: `import { x } from '${to}'\nexport const y = x\n` })).toBe('')
  })
})

describe('names', () => {
  test.each(['src/shared/utils.ts', 'src/ui/date-helpers.ts', 'src/slices/upper/types.ts', 'src/shared/common/a.ts'])(
    '%s says nothing',
    (path) => {
      expect(faults({ [path]: 'export const a = 1' })).toContain('says nothing')
    },
  )

  test('are kebab-case, and no index', () => {
    expect(faults({ 'src/ui/BigBox.tsx': 'export const a = 1' })).toContain('kebab-case')
    expect(faults({ 'src/ui/index.ts': 'export const a = 1' })).toContain('no index files')
  })

  test('no file only passes on', () => {
    const barrel = "// all of it\nexport { a } from './a.ts'\nexport type * from './b.ts'\n"
    expect(faults({ 'src/ui/all.ts': barrel })).toContain('src/ui/all.ts: a barrel')
    expect(faults({ 'src/ui/all.ts': `${barrel}export const c = 1\n` })).toBe('')
  })
})

describe('messages', () => {
  const folder = 'src/slices/upper/messages'
  const complete = Object.fromEntries(
    ['id.json', 'en.json', 'ja.json', 'ko.json', 'words.gen.ts'].map((name) => [`${folder}/${name}`, '{}']),
  )

  test('stand in four languages', () => {
    expect(faults(complete)).toBe('')
    const { [`${folder}/ko.json`]: _, ...three } = complete
    expect(faults(three)).toBe(`${folder}: ko.json is missing (npm run messages)`)
  })

  test('use no word of the engine room', () => {
    const said = faults({ ...complete, [`${folder}/id.json`]: '{"a":{"b":"Buka Ledger ini"},"c":"instrumental"}' })
    expect(said).toBe(`${folder}/id.json: "Ledger" is not for the screen: Buka Ledger ini`)
  })
})

describe('tables', () => {
  const write = (schema: string) => `await tx.insertInto('${schema}.things').values(x).execute()\n`

  test('are written by the commands of their owner', () => {
    expect(faults({ 'src/slices/lower/commands.ts': write('lower') })).toBe('')
    expect(faults({ 'src/slices/upper/jobs.ts': write('lower') })).toContain('writes lower.things')
    expect(faults({ 'src/slices/lower/queries.ts': write('lower') })).toContain('writes lower.things')
    expect(faults({ 'src/pages/today/queries.ts': write('lower') })).toContain('writes lower.things')
  })

  test('are found in plain SQL too', () => {
    expect(faults({ 'src/platform/jobs.ts': 'await sql`update lower.things set a = 1`' })).toContain(
      'writes lower.things',
    )
    expect(faults({ 'src/platform/jobs.ts': 'await sql`select from lower.things for update`' })).toBe('')
  })
})

describe('budgets', () => {
  test('count source files by hand', () => {
    const sizes = Array.from({ length: 20 }, (_, index) => ({
      path: `src/f${index}.ts`,
      text: 'x\n'.repeat(index + 1),
    }))
    const apart = [{ path: 'src/a.gen.ts', text: 'x\n'.repeat(999) }]
    expect(sizeOf({ files: [...sizes, ...apart] })).toEqual({ files: 20, median: 11, p95: 20 })
  })

  test('stop large files and many dependencies', () => {
    expect(
      faults({ 'src/a.ts': 'x\n'.repeat(300), 'src/b.ts': 'x\n'.repeat(300), 'src/c.ts': 'x\n'.repeat(300) }),
    ).toContain('median file of 300 lines')
    const many = { ...treeWith({}), runtimeDependencies: Array.from({ length: 41 }, (_, index) => `p${index}`) }
    expect(faultsOf(many)).toEqual(['package.json: 41 runtime dependencies, budget 40'])
  })
})

test('a path of one machine is named', () => {
  const at = (text: string) => pathFaults([{ path: 'docs/a.md', text }], '/nowhere/checkouts/product')
  expect(at('cd /nowhere/checkouts/product && npm start')).toHaveLength(1)
  expect(at('see /home/somebody/notes.txt')).toHaveLength(1)
  expect(at('/var/lib/jembatan, https://example.org/home/page/, ~/.local/share')).toEqual([])
})
