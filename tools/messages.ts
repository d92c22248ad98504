// Turns messages/{id,en,ja,ko}.json into words.gen.ts beside them: plain typed functions, so that a missing key or
// argument does not compile and no message library is shipped. `--check` compares only.
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join, posix, sep } from 'node:path'
import { parseArgs } from 'node:util'
import {
  isLiteralElement,
  type MessageFormatElement,
  parse,
  type PluralElement,
  type SelectElement,
  TYPE,
} from '@formatjs/icu-messageformat-parser'
import { type Language, languages } from '../src/shared/languages.ts'

/** One folder's files as read: what is missing is absent. `languagesFrom` is the import path of shared/languages.ts. */
export interface Catalogue {
  texts: Partial<Record<Language, string>>
  same?: string
  languagesFrom: string
}

/** What stands in the way; `key` is dotted and empty when the whole file is meant. */
export interface Fault {
  file: string
  key: string
  reason: string
}

interface Tree {
  [key: string]: string | Tree
}

interface Message {
  source: string
  elements: MessageFormatElement[]
  args: Map<string, ArgumentUse>
}

/** simple: printed as it is; number: counted; open: a select with `other`; closed: a select that names every value. */
interface ArgumentUse {
  kind: 'simple' | 'number' | 'open' | 'closed'
  keys: string[]
}

type Messages = Record<Language, Map<string, Message>>
type Report = (key: string, reason: string) => void

const keyShape = /^(?:[a-z][a-zA-Z0-9]*|[a-z]+\d*(?:_[a-z0-9]+)+)$/
const argumentShape = /^[a-z][a-zA-Z0-9]*$/
const categories: Record<Language, string[]> = { id: ['other'], en: ['one', 'other'], ja: ['other'], ko: ['other'] }

/** The code of words.gen.ts, or every fault that forbids it. */
export function generate(catalogue: Catalogue): { code?: string; keys: number; faults: Fault[] } {
  const faults: Fault[] = []
  const trees = perLanguage((lang) => readTree(catalogue.texts[lang], reportIn(lang, faults)))
  const messages = perLanguage((lang) => readMessages(trees[lang], lang, reportIn(lang, faults)))
  compareKeys(messages, faults)
  compareValues(messages, catalogue.same, faults)
  const args = agreeOnArguments(messages, faults)
  const keys = messages.id.size
  return faults.length > 0
    ? { keys, faults }
    : { code: codeOf({ tree: trees.id, messages, args, catalogue }), keys, faults }
}

function perLanguage<T>(make: (lang: Language) => T): Record<Language, T> {
  return { id: make('id'), en: make('en'), ja: make('ja'), ko: make('ko') }
}

function reportIn(lang: Language, faults: Fault[]): Report {
  return (key, reason) => faults.push({ file: `${lang}.json`, key, reason })
}

function readTree(text: string | undefined, fault: Report): Tree {
  if (text === undefined) {
    fault('', 'is missing')
    return {}
  }
  try {
    const tree: unknown = JSON.parse(text)
    for (const key of duplicateKeys(text)) fault(key, 'stands twice in this file')
    if (isTree(tree)) return tree
    fault('', 'must hold an object')
  } catch (error) {
    fault('', `is not JSON: ${messageOf(error)}`)
  }
  return {}
}

/** Dotted keys that occur twice in one object of valid JSON; JSON.parse would silently keep the last. */
function duplicateKeys(text: string): string[] {
  const twice: string[] = []
  const open: { seen: Set<string>; key: string }[] = []
  for (const [token, quoted, colon] of text.matchAll(/("(?:[^"\\]|\\.)*")(\s*:)?|[{}]/g)) {
    if (token === '{') open.push({ seen: new Set(), key: '' })
    if (token === '}') open.pop()
    const here = open.at(-1)
    if (!here || quoted === undefined || colon === undefined) continue
    here.key = String(JSON.parse(quoted))
    if (here.seen.has(here.key)) twice.push(open.map(({ key }) => key).join('.'))
    here.seen.add(here.key)
  }
  return twice
}

function readMessages(tree: Tree, lang: Language, fault: Report): Map<string, Message> {
  const leaves = leavesOf(tree, fault)
  // A wrong key is named once, in id.json; in the others it is missing or extra.
  for (const [key] of lang === 'id' ? leaves : []) {
    const wrong = key.split('.').find((name) => !keyShape.test(name))
    if (wrong !== undefined) fault(key, `'${wrong}' is neither camelCase nor of the form f000_01`)
  }
  return new Map(leaves.map(([key, text]) => [key, readMessage(text, lang, (reason) => fault(key, reason))]))
}

function leavesOf(tree: Tree, fault: Report, path = ''): [string, string][] {
  const entries = Object.entries(tree)
  if (entries.length === 0) fault(path, 'is empty')
  return entries.flatMap(([name, value]): [string, string][] => {
    const key = path ? `${path}.${name}` : name
    if (isTree(value)) return leavesOf(value, fault, key)
    if (typeof value !== 'string') fault(key, 'is neither text nor a group of texts')
    else if (value.trim() === '') fault(key, 'is empty')
    else return [[key, value]]
    return []
  })
}

function readMessage(source: string, lang: Language, fault: (reason: string) => void): Message {
  let elements: MessageFormatElement[] = []
  try {
    // Markup is text like any other: whatever prints a message escapes it.
    elements = parse(source, { ignoreTag: true, requiresOtherClause: false })
  } catch (error) {
    fault(`is not ICU MessageFormat: ${messageOf(error)} in ${JSON.stringify(source)}`)
  }
  const all = everyElement(elements)
  const args = new Map<string, ArgumentUse>()
  const mark = strayMark(source, lang)
  if (mark !== undefined) fault(mark)
  for (const element of all) {
    const reason = whyRefused(element, lang, all)
    if (reason !== undefined) fault(reason)
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue
    if (!argumentShape.test(element.value)) fault(`the argument {${element.value}} is not camelCase`)
    const use = narrower(args.get(element.value) ?? { kind: 'simple', keys: [] }, useOf(element))
    if (use) args.set(element.value, use)
    else fault(`uses {${element.value}} in two ways that exclude each other`)
  }
  return { source, elements, args }
}

const japanese = '[\\u3040-\\u30ff\\u3400-\\u9fff]'
const narrowMarks = new RegExp(`${japanese}[():]|[()]${japanese}`, 'u')

/** Japanese is set with full-width parentheses and colons, Korean with narrow ones. */
function strayMark(source: string, lang: Language): string | undefined {
  if (lang === 'ja' && narrowMarks.test(source)) return 'has a narrow ( ) or : beside Japanese; write （ ） ：'
  if (lang === 'ko' && /[（）：、。]/.test(source)) return 'has a full-width mark; Korean is written with ( ) : , .'
  return undefined
}

function whyRefused(element: MessageFormatElement, lang: Language, all: MessageFormatElement[]): string | undefined {
  if (element.type === TYPE.date || element.type === TYPE.time) return 'dates and times are passed already formatted'
  if (element.type === TYPE.number && element.style) return 'numbers in a style are passed already formatted'
  if (element.type === TYPE.plural) return whyPluralRefused(element, lang)
  if (element.type !== TYPE.literal) return undefined
  if (/[{}]/.test(element.value))
    return "shows a brace: one too many, or an apostrophe before { ('{name}' prints {name})"
  const counts = all.some(({ type }) => type === TYPE.plural)
  return counts && element.value.includes('#') ? 'has # outside the plural it counts; write the argument' : undefined
}

function whyPluralRefused({ value, options, offset, pluralType }: PluralElement, lang: Language): string | undefined {
  if (pluralType === 'ordinal' || offset !== 0) return 'selectordinal and offset are not supported'
  if (!options['other']) return `the plural of {${value}} lacks other`
  const foreign = Object.keys(options).filter((key) => !key.startsWith('=') && !categories[lang].includes(key))
  if (foreign.length > 0) return `${lang} has no plural ${foreign.join(', ')}, only ${categories[lang].join(', ')}`
  if (lang === 'en' && !options['one'] && !options['=1']) return `the plural of {${value}} lacks one`
  return undefined
}

function useOf(element: MessageFormatElement): ArgumentUse {
  if (element.type === TYPE.plural || element.type === TYPE.number) return { kind: 'number', keys: [] }
  if (element.type !== TYPE.select) return { kind: 'simple', keys: [] }
  const keys = Object.keys(element.options).filter((key) => key !== 'other')
  return { kind: element.options['other'] ? 'open' : 'closed', keys }
}

/** What serves both uses of an argument; undefined when nothing can be passed that suits both. */
function narrower(one: ArgumentUse, other: ArgumentUse): ArgumentUse | undefined {
  if (one.kind === 'simple') return other
  if (other.kind === 'simple') return one
  if (one.kind === 'number' || other.kind === 'number') return one.kind === other.kind ? one : undefined
  if (one.kind === 'open' && other.kind === 'open') return { kind: 'open', keys: [...one.keys, ...other.keys] }
  const [closed, second] = one.kind === 'closed' ? [one, other] : [other, one]
  const known = new Set(closed.keys)
  if (!second.keys.every((key) => known.has(key))) return undefined
  return second.kind === 'closed' && new Set(second.keys).size !== known.size ? undefined : closed
}

function compareKeys(messages: Messages, faults: Fault[]) {
  for (const lang of languages) {
    if (messages.id.size === 0 || messages[lang].size === 0) continue // reported already as missing, broken or empty
    const fault = reportIn(lang, faults)
    for (const key of messages.id.keys()) if (!messages[lang].has(key)) fault(key, 'is missing')
    for (const key of messages[lang].keys()) if (!messages.id.has(key)) fault(key, 'is extra: id.json lacks it')
  }
}

/** A value that equals the Indonesian one was forgotten, unless same.json says that English really has the same word. */
function compareValues(messages: Messages, sameText: string | undefined, faults: Fault[]) {
  const same = readSame(sameText, faults)
  for (const key of same) {
    const source = messages.id.get(key)?.source
    if (source !== undefined && messages.en.get(key)?.source === source) continue
    faults.push({ file: 'same.json', key, reason: 'is listed, but its English is not the Indonesian' })
  }
  for (const [key, { source, elements }] of messages.id) {
    const literals = everyElement(elements).filter(isLiteralElement)
    if (!literals.some(({ value }) => /\p{L}/u.test(value))) continue
    for (const lang of languages) {
      if (lang === 'id' || messages[lang].get(key)?.source !== source || (lang === 'en' && same.includes(key))) continue
      reportIn(lang, faults)(key, `is still the Indonesian ${JSON.stringify(source)}`)
    }
  }
}

function readSame(text: string | undefined, faults: Fault[]): string[] {
  if (text === undefined) return []
  try {
    const keys: unknown = JSON.parse(text)
    if (Array.isArray(keys) && keys.every((key) => typeof key === 'string')) return keys
  } catch {
    // reported below like any other wrong content
  }
  faults.push({ file: 'same.json', key: '', reason: 'must be a list of dotted keys' })
  return []
}

/** The arguments of each message, narrow enough for all four languages: Indonesian may print what English counts. */
function agreeOnArguments(messages: Messages, faults: Fault[]): Map<string, Map<string, ArgumentUse>> {
  const agreed = new Map<string, Map<string, ArgumentUse>>()
  for (const [key, { args }] of messages.id) {
    const all = new Map(args)
    agreed.set(key, all)
    for (const lang of languages) {
      const others = messages[lang].get(key)?.args
      if (!others) continue
      const fault = reportIn(lang, faults)
      const [expected, found] = [args, others].map((some) => [...some.keys()].toSorted().join(', ') || 'none')
      if (expected !== found) fault(key, `has the arguments ${found}, id.json has ${expected}`)
      for (const [name, use] of others) {
        const narrowed = narrower(all.get(name) ?? use, use)
        if (narrowed) all.set(name, narrowed)
        else fault(key, `uses {${name}} in a way that excludes how another language uses it`)
      }
    }
  }
  return agreed
}

interface Parts {
  tree: Tree
  messages: Messages
  args: Map<string, Map<string, ArgumentUse>>
  catalogue: Catalogue
}

function codeOf({ tree, messages, args, catalogue }: Parts): string {
  const signature = (key: string) => {
    const uses = [...(args.get(key) ?? [])].map(([name, use]) => `${name}: ${typeOf(use)}`)
    return uses.length > 0 ? `(args: { ${uses.join('; ')} }) => string` : 'string'
  }
  const values = languages.map((lang) => {
    const value = (key: string) => valueOf(messages[lang].get(key)?.elements ?? [], lang)
    return `const ${lang}: Words = ${blockOf(tree, { leaf: value, end: ',' })}\n`
  })
  return [
    '// Generated by tools/messages.ts; do not edit.',
    `import type { Language } from '${catalogue.languagesFrom}'\n`,
    `export interface Words ${blockOf(tree, { leaf: signature, end: '' })}\n`,
    ...values,
    `export const words: Record<Language, Words> = { ${languages.join(', ')} }\n`,
  ].join('\n')
}

function blockOf(tree: Tree, form: { leaf: (key: string) => string; end: string }, path: string[] = []): string {
  const indent = '  '.repeat(path.length)
  const lines = Object.entries(tree).map(([name, value]) => {
    const inner = [...path, name]
    return `${indent}  ${name}: ${isTree(value) ? blockOf(value, form, inner) : form.leaf(inner.join('.'))}${form.end}\n`
  })
  return `{\n${lines.join('')}${indent}}`
}

function typeOf({ kind, keys }: ArgumentUse): string {
  if (kind === 'closed') return keys.map(quote).join(' | ')
  return { simple: 'string | number', number: 'number', open: 'string' }[kind]
}

function valueOf(elements: MessageFormatElement[], lang: Language): string {
  if (elements.every(isLiteralElement)) return quote(elements.map(({ value }) => value).join(''))
  const template = templateOf(elements, lang)
  return `${template.includes('${a.') ? '(a)' : '()'} => \`${template}\``
}

/** The inside of a template literal; `counted` is the argument that # stands for. */
function templateOf(elements: MessageFormatElement[], lang: Language, counted = ''): string {
  return elements
    .map((element) => {
      if (element.type === TYPE.literal) return inTemplate(element.value)
      if (element.type === TYPE.pound) return `\${a.${counted}}`
      if (element.type === TYPE.plural || element.type === TYPE.select) return choiceOf(element, lang, counted)
      return `\${a.${element.value}}`
    })
    .join('')
}

/** Exact values are asked before the category, whatever their order; the last branch needs no question. */
function choiceOf(element: PluralElement | SelectElement, lang: Language, counted: string): string {
  const plural = element.type === TYPE.plural
  const rank = (key: string) => (key === 'other' ? 2 : key === 'one' ? 1 : 0)
  const branches = Object.entries(element.options).toSorted(([one], [two]) => rank(one) - rank(two))
  const texts = branches.map(([key, { value }], index) => {
    const text = templateOf(value, lang, plural ? element.value : counted)
    if (branches.length === 1) return text
    if (index === branches.length - 1) return `\`${text}\``
    const expected = plural ? key.replace('=', '').replace('one', '1') : quote(key)
    return `a.${element.value} === ${expected} ? \`${text}\` : `
  })
  return branches.length === 1 ? texts.join('') : `\${${texts.join('')}}`
}

function quote(text: string): string {
  const escaped = JSON.stringify(text)
  return text.includes("'") ? escaped : `'${escaped.slice(1, -1).replaceAll('\\"', '"')}'`
}

function inTemplate(text: string): string {
  return text.replace(/[\\`]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
}

function everyElement(elements: MessageFormatElement[]): MessageFormatElement[] {
  return elements.flatMap((element) => {
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [element]
    return [element, ...Object.values(element.options).flatMap(({ value }) => everyElement(value))]
  })
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Writes, or with `check` only compares, every words.gen.ts under `root`/src. The lines are for the terminal. */
export function run(root: string, { check }: { check: boolean }): { ok: boolean; lines: string[] } {
  const found = globSync('src/**/messages/{*.json,words.gen.ts}', { cwd: root })
  const folders = [...new Set(found.map((file) => posix.dirname(file.replaceAll(sep, '/'))))].toSorted()
  const lines: string[] = []
  let [keys, stale] = [0, 0]
  for (const folder of folders) {
    const read = (name: string) => {
      const path = join(root, folder, name)
      return existsSync(path) ? readFileSync(path, 'utf8') : undefined
    }
    const same = read('same.json')
    const result = generate({
      texts: Object.fromEntries(languages.flatMap((lang) => [[lang, read(`${lang}.json`)]])),
      ...(same === undefined ? {} : { same }),
      languagesFrom: posix.relative(folder, 'src/shared/languages.ts'),
    })
    keys += result.keys
    lines.push(...result.faults.map(({ file, key, reason }) => `${folder}/${file}${key && `: ${key}`} ${reason}`))
    if (result.code === undefined || result.code === read('words.gen.ts')) continue
    stale += 1
    if (check) lines.push(`${folder}/words.gen.ts is stale: run npm run messages`)
    else writeFileSync(join(root, folder, 'words.gen.ts'), result.code)
  }
  const ok = lines.length === 0
  lines.push(`messages: ${folders.length} catalogues, ${keys} keys, ${stale} ${check ? 'stale' : 'written'}`)
  return { ok, lines }
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })
  const { ok, lines } = run(join(import.meta.dirname, '..'), values)
  console.log(lines.join('\n'))
  process.exitCode = ok ? 0 : 1
}
