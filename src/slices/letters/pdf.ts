import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Job, Reply } from './renderer.ts'

const resolve = createRequire(import.meta.url).resolve
const faces = {
  '@expo-google-fonts/noto-sans': ['400Regular', '700Bold'],
  '@expo-google-fonts/noto-sans-jp': ['400Regular', '700Bold'],
  '@expo-google-fonts/noto-sans-kr': ['400Regular', '700Bold'],
}

let compiler: NodeCompiler | undefined
let layout: string | undefined

/** The typesetter with the three type families of the product. */
export function openCompiler(): NodeCompiler {
  const fontPaths = Object.entries(faces).flatMap(([name, folders]) =>
    folders.map((folder) => join(dirname(resolve(`${name}/package.json`)), folder)),
  )
  return NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontPaths }] })
}

/** A PDF/A-2b in our own layout, with Latin, Japanese and Korean letters inside it. */
export function setPdf({ sheet, emblem, photos = [] }: Extract<Job, { kind: 'pdf' }>): Reply {
  compiler ??= openCompiler()
  layout ??= readFileSync(join(import.meta.dirname, 'layout.typ'), 'utf8')
  const picture = emblem === undefined ? '' : `/emblem.${emblem.kind}`
  if (emblem !== undefined) compiler.mapShadow(join(import.meta.dirname, picture), Buffer.from(emblem.bytes))
  const shown = photos.map(({ kind, bytes }, at) => {
    compiler?.mapShadow(join(import.meta.dirname, `foto-${at}.${kind}`), Buffer.from(bytes))
    return `/foto-${at}.${kind}`
  })
  try {
    const inputs = { sheet: JSON.stringify(sheet), emblem: picture, photos: JSON.stringify(shown) }
    const compiled = compiler.compile({ mainFileContent: layout, inputs })
    if (compiled.result === null) return { fault: JSON.stringify(compiled.takeError()?.shortDiagnostics ?? '') }
    return { made: new Uint8Array(compiler.pdf(compiled.result, { pdfStandard: 'a-2b' })) }
  } finally {
    compiler.resetShadow()
    // Without this each page stays in memory (house.md §1).
    compiler.evictCache(0)
  }
}
