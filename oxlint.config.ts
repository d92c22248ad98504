import { defineConfig, type OxlintOverride } from 'oxlint'
import { slices, type SliceName } from './src/slices.ts'
import { browserDoors, doors, type Door, pageDoors, roomsOf } from './tools/doors.ts'

// A later override replaces a rule's options, it does not merge them: every folder has exactly one override for its
// imports, the most specific last. The regular expressions are Rust's: no look-around, so what is forbidden is listed.

interface Pattern {
  regex: string
  message: string
}

const names = Object.keys(slices) as SliceName[]
const anyOf = (words: readonly string[]): string => `(${words.join('|')})`

function imports(files: string[], patterns: Pattern[], more: Partial<OxlintOverride> = {}): OxlintOverride {
  return { files, rules: { 'no-restricted-imports': ['error', { patterns }] }, ...more }
}

/** Parts of the tree that a file must not know. */
function parts(words: readonly string[], message: string): Pattern {
  return { regex: `^(\\.\\./)+${anyOf(words)}/`, message }
}

const wiring: Pattern = {
  regex: '^(\\.\\./)*\\.\\./\\.\\./(app|main|command|routes)\\.ts$|^\\.\\./(app|main|command)\\.ts$',
  message: 'Only src/main.ts, app.ts, routes.ts, command.ts and commands/ wire. Take what you need as an argument.',
}

const notInBrowser: Pattern[] = [
  {
    regex: '^node:',
    message: 'Runs in the browser too. What needs Node goes into queries.ts, commands.ts or a room of theirs.',
  },
  parts(
    ['platform'],
    'Runs in the browser too. Ask the server through an endpoint of contract.ts (ui/controls/call.ts).',
  ),
]

/** The doors and rooms of slices beyond those allowed. `prefix` leads from the file to the slices. */
function beyond(allowed: readonly Door[], of: readonly string[], message: string): Pattern[] {
  const closed = doors.filter((door) => !allowed.includes(door))
  return of.flatMap((slice) => {
    const names = [...closed, ...roomsOf(slice)].map((name) => name.replaceAll('.', '\\.'))
    if (names.length === 0) return []
    return [{ regex: `^(\\.\\./)+(slices/)?${slice}/${anyOf(names)}(\\.|/)`, message: message.replaceAll('%', slice) }]
  })
}

/** A slice's own doors that stay on the server, as its browser code would name them. */
const ownServerDoors: Pattern = {
  regex: `^\\.\\.?/(\\.\\./)*${anyOf(doors.filter((door) => !browserDoors.includes(door)))}\\.tsx?$`,
  message:
    'Browser code sees contract, model, embed, ui/ and messages/ only. Put the rule into model.ts, or ask an endpoint.',
}

const roomMessage =
  'A room of %: other slices use its doors. Offer what you need in its model.ts, queries.ts or commands.ts.'
const browserMessage =
  'Browser code sees contract, model, embed, ui/ and messages/ of % only. Ask one of its endpoints.'

function sliceOverrides(slice: SliceName): OxlintOverride[] {
  const uses: readonly SliceName[] = slices[slice].uses
  const others = names.filter((other) => other !== slice && !uses.includes(other))
  const order: Pattern[] = [
    parts(
      ['pages', 'workspace'],
      'A slice does not know who shows it. What others show of it stands in embed.tsx or ui/.',
    ),
    wiring,
    ...others.map((other) => ({
      regex: `^(\\.\\./)+${other}/`,
      message: `${slice} does not use ${other} (src/slices.ts). Let the upper slice do it, or send an event.`,
    })),
  ]
  const folder = `src/slices/${slice}`
  return [
    imports([`${folder}/**`], [...order, ...beyond(doors, uses, roomMessage)]),
    imports(
      [`${folder}/ui/**`, `${folder}/contract.ts`, `${folder}/model.ts`, `${folder}/embed.tsx`],
      [...order, ...notInBrowser, ownServerDoors, ...beyond(browserDoors, uses, browserMessage)],
      { excludeFiles: ['**/*.test.ts', '**/*.test.tsx'] },
    ),
  ]
}

const pageMessage =
  'A page gathers through queries, published, embed, model, contract and messages of %. To write, call its endpoint; ' +
  'what only a room knows, offer in queries.ts or embed.tsx.'

export default defineConfig({
  plugins: ['typescript', 'import', 'react', 'unicorn', 'oxc', 'jsx-a11y', 'promise', 'vitest', 'node'],
  options: { typeAware: true },
  categories: { correctness: 'error' },
  rules: {
    'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/switch-exhaustiveness-check': 'error',
    'node/no-process-env': 'error',
    'no-restricted-globals': [
      'error',
      {
        name: 'Date',
        message: 'A rule takes `on` or `at`. Calculating with days: shared/dates.ts; real time: platform/clock.ts.',
      },
      { name: 'Intl', message: 'Dates, numbers and lists are written by shared/format.ts.' },
    ],
    // No classes: nothing here has a `this` to lose.
    'typescript/unbound-method': 'off',
    // Spreading a text counts its code points, on purpose.
    'typescript/no-misused-spread': ['error', { allow: ['string'] }],
    // React Aria asks for the focus of a dialog by this property.
    'jsx-a11y/no-autofocus': ['error', { ignoreNonDOM: true }],
    // A table or a panel may listen to the keys of the buttons and links inside it; it may not be clicked itself.
    'jsx-a11y/no-noninteractive-element-interactions': ['error', { handlers: ['onClick', 'onMouseDown', 'onMouseUp'] }],
    // `<output>` is announced less often than role="status", and not every group is a fieldset.
    'jsx-a11y/prefer-tag-over-role': 'off',
    // `expect(value, message)` is Vitest's; a property test asserts where its drawn case applies.
    'vitest/valid-expect': ['error', { maxArgs: 2 }],
    'vitest/expect-expect': 'off',
    'vitest/no-conditional-expect': 'off',
  },
  overrides: [
    {
      files: ['src/shared/dates.ts', 'src/shared/format.ts', 'src/platform/clock.ts'],
      rules: { 'no-restricted-globals': 'off' },
    },
    {
      files: ['src/platform/config.ts', 'tools/**', 'test/**', '*.config.ts'],
      rules: { 'node/no-process-env': 'off' },
    },
    { files: ['*.config.ts', 'test/cluster.ts'], rules: { 'import/no-default-export': 'off' } },
    imports(
      ['src/shared/**'],
      [
        { regex: '^node:', message: 'shared runs anywhere. What needs Node goes to src/platform.' },
        parts(
          ['ui', 'platform', 'slices', 'pages', 'workspace'],
          'shared knows nothing above it. Move this to whoever needs it.',
        ),
      ],
      { excludeFiles: ['**/*.test.ts'] },
    ),
    imports(
      ['src/ui/**'],
      [
        parts(
          ['slices', 'pages', 'workspace'],
          'ui knows no slice: hand it words and values as props, or put the piece into the slice.',
        ),
        ...notInBrowser,
      ],
      { excludeFiles: ['**/*.test.ts', '**/*.test.tsx'] },
    ),
    imports(
      ['src/platform/**'],
      [
        parts(
          ['ui', 'slices', 'pages', 'workspace'],
          'platform knows only shared. Take it as an argument; main.ts and app.ts wire.',
        ),
        wiring,
      ],
    ),
    ...names.flatMap(sliceOverrides),
    imports(['src/pages/**'], [wiring, ...beyond(pageDoors, names, pageMessage)]),
    imports(
      ['src/pages/*/ui/**', 'src/pages/*/contract.ts', 'src/workspace/**'],
      [
        wiring,
        ...notInBrowser,
        {
          regex: `^(\\.\\./)+pages/[a-z-]+/${anyOf(doors.filter((door) => !browserDoors.includes(door)))}\\.tsx?$`,
          message: 'Browser code sees contract and ui/ of a page. Ask its endpoint.',
        },
        ...beyond(browserDoors, names, browserMessage),
      ],
      { excludeFiles: ['**/*.test.ts', '**/*.test.tsx'] },
    ),
  ],
  ignorePatterns: ['node_modules', 'dist', '**/*.gen.ts'],
})
