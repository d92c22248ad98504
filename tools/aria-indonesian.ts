import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import * as words from './aria-words.ts'

/** Each package writes its dictionaries into files of this name, one for each component. */
const dictionary =
  /[\\/](react-aria|react-stately|react-aria-components)[\\/]dist[\\/]private[\\/](?:(\w+)[\\/])?intlStrings\.mjs$/
const wordsModule = 'jembatan-aria-words'

/**
 * React Aria ships no Indonesian: this adds an `id-ID` entry to each component's dictionary at build time, English
 * where aria-words.ts has no word. Stops the build when React Aria changes the form of these files.
 */
export function ariaIndonesian(): Plugin {
  return {
    name: 'aria-indonesian',
    enforce: 'pre',
    // Before the locale optimiser, which would take an "xx-YY" in the path of the checkout for a locale.
    resolveId: (id) => (id === wordsModule ? fileURLToPath(new URL('./aria-words.ts', import.meta.url)) : undefined),
    transform(code, id) {
      const match = dictionary.exec(id)
      if (!match) return undefined
      return addIndonesian(code, nameOf(match[1] ?? '', match[2]))
    },
  }
}

/** `name` is the export of aria-words.ts; without such an export the Indonesian reader gets English, as before. */
export function addIndonesian(code: string, name: string): string {
  const english = /import (\S+) from "[^"]+\/en-US\.mjs"/.exec(code)?.[1]
  const start = /(\$exports = \{)(\s*"ar-AE":)/
  if (english === undefined || !start.test(code)) {
    throw new Error(`React Aria's ${name} dictionary has another form than tools/aria-indonesian.ts expects`)
  }
  const hasWords = Object.hasOwn(words, name)
  const entry = hasWords ? `{ ...${english}, ...indonesian }` : english
  const withEntry = code.replace(start, (_, head: string, rest: string) => `${head} "id-ID": ${entry},${rest}`)
  return hasWords ? `import { ${name} as indonesian } from '${wordsModule}'\n${withEntry}` : withEntry
}

/** react-stately's date picker and react-aria's have different words, so the package is part of the name. */
export function nameOf(library: string, component: string | undefined): string {
  if (component === undefined) return 'components'
  return library === 'react-stately' ? `${component}State` : component
}
