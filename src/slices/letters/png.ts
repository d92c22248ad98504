import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import type { Drawing } from '../../platform/drawing.ts'
import { fitText } from './fitting.ts'
import type { Reply } from './renderer.ts'

const resolve = createRequire(import.meta.url).resolve
const faces = {
  latin: { package: 'noto-sans', file: 'NotoSans', family: 'Noto Sans' },
  ja: { package: 'noto-sans-jp', file: 'NotoSansJP', family: 'Noto Sans JP' },
  ko: { package: 'noto-sans-kr', file: 'NotoSansKR', family: 'Noto Sans KR' },
} as const
type Face = keyof typeof faces
const weights = { 400: '400Regular', 700: '700Bold' } as const

const loaded = new Map<string, Uint8Array>()
let begun: Promise<void> | undefined

/** The drawing as a PNG, its words set in Noto Sans; a face with ten thousand letters is read only when they are there. */
export async function drawPng(drawing: Drawing): Promise<Reply> {
  begun ??= initWasm(readFileSync(resolve('@resvg/resvg-wasm/index_bg.wasm')))
  await begun
  const lines = drawing.texts.flatMap((text) => {
    const style = styleOf(text)
    const { size, lines } = fitText(text, (letter) => widthOf(letter, text.bold === true))
    const step = size * 1.25
    const top = text.middle === true ? text.y + (text.height - step * lines.length) / 2 : text.y
    return lines.map(
      (words, index) =>
        `<text x="${text.x}" y="${round(top + step * index + size)}" ${style} font-size="${size}" fill="${text.colour}">${escape(words)}</text>`,
    )
  })
  const shapes = [
    `<rect width="100%" height="100%" fill="${drawing.paper}"/>`,
    ...drawing.strokes.map(
      ({ d, colour, width }) => `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}"/>`,
    ),
    ...drawing.discs.map(({ x, y, radius, colour }) => `<circle cx="${x}" cy="${y}" r="${radius}" fill="${colour}"/>`),
  ]
  const size = `width="${drawing.width}" height="${drawing.height}"`
  const words = drawing.texts.map(({ words }) => words).join('')
  const langs = drawing.texts.map(({ lang }) => lang)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${shapes.join('')}${lines.join('')}</svg>`
  return { made: withResvg(svg, { words, langs, bold: [false, true] }, (resvg) => pngOf(resvg)) }
}

type Drawn = InstanceType<typeof Resvg>

interface Wanted {
  words: string
  langs: readonly string[]
  bold: readonly boolean[]
}

function withResvg<Result>(svg: string, { words, langs, bold }: Wanted, use: (resvg: Drawn) => Result): Result {
  const needed: Face[] = ['latin', ...facesOf(words, langs)]
  const fontBuffers = needed.flatMap((face) => bold.map((is) => load(face, is ? 700 : 400)))
  const resvg = new Resvg(svg, { font: { fontBuffers, loadSystemFonts: false, defaultFontFamily: 'Noto Sans' } })
  try {
    return use(resvg)
  } finally {
    resvg.free()
  }
}

function pngOf(resvg: Drawn): Uint8Array {
  const image = resvg.render()
  try {
    return image.asPng()
  } finally {
    image.free()
  }
}

const known = new Map<string, number>()

/** The width of a letter in hundredths of its size. The library tells the extent of what is drawn, so it is drawn between two others. */
function widthOf(letter: string, bold: boolean): number {
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u.test(letter))
    return 100
  const key = `${bold} ${letter}`
  const extent = (words: string) => {
    const text = `<text ${styleOf({ lang: 'id', bold })} font-size="100">${escape(words)}</text>`
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">${text}</svg>`
    return withResvg(svg, { words, langs: ['id'], bold: [bold] }, (resvg) => resvg.getBBox()?.width ?? 0)
  }
  const width = known.get(key) ?? extent(`n${letter}n`) - extent('nn')
  if (known.size < 2000) known.set(key, width)
  return width
}

/** Hangul needs the Korean face; what Chinese characters look like depends on the reader's language. */
function facesOf(words: string, langs: readonly string[]): Face[] {
  const hangul = /\p{Script=Hangul}/u.test(words)
  const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(words)
  const han = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(words)
  const korean = langs.includes('ko')
  return [
    ...(hangul || (han && korean) ? (['ko'] as const) : []),
    ...(kana || (han && !korean) ? (['ja'] as const) : []),
  ]
}

function load(face: Face, weight: 400 | 700): Uint8Array {
  const { package: name, file } = faces[face]
  const folder = dirname(resolve(`@expo-google-fonts/${name}/package.json`))
  const path = join(folder, weights[weight], `${file}_${weights[weight]}.ttf`)
  const known = loaded.get(path) ?? new Uint8Array(readFileSync(path))
  loaded.set(path, known)
  return known
}

function styleOf({ lang, bold }: { lang: string; bold?: boolean }): string {
  const order: Face[] = lang === 'ja' ? ['ja', 'latin', 'ko'] : lang === 'ko' ? ['ko', 'latin', 'ja'] : ['latin']
  const families = order.map((face) => `'${faces[face].family}'`).join(', ')
  return `xml:space="preserve" font-family="${families}" font-weight="${bold === true ? 700 : 400}"`
}

function escape(words: string): string {
  return words.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`)
}

const round = (value: number) => Math.round(value * 10) / 10
