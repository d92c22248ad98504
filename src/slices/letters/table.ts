import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { openCompiler } from './pdf.ts'
import type { Job, Reply } from './renderer.ts'

/** Tags for those who listen to a page triple its size: a list of many pages is better heard as a workbook. */
const tagMost = 500

let compiler: NodeCompiler | undefined
let layout: string | undefined

/** A list as PDF/A-2b on A4 across: title, what it is narrowed by, rows under a head that stands on every page. */
export function setTable({ table }: Extract<Job, { kind: 'table' }>): Reply {
  compiler ??= openCompiler()
  layout ??= readFileSync(join(import.meta.dirname, 'table.typ'), 'utf8')
  try {
    const compiled = compiler.compile({
      mainFileContent: layout,
      inputs: { table: JSON.stringify({ ...table, widths: widthsOf(table) }) },
    })
    if (compiled.result === null) return { fault: JSON.stringify(compiled.takeError()?.shortDiagnostics ?? '') }
    return {
      made: new Uint8Array(
        compiler.pdf(compiled.result, { pdfStandard: 'a-2b', pdfTags: table.rows.length <= tagMost }),
      ),
    }
  } finally {
    compiler.evictCache(0)
  }
}

/**
 * How wide each column is beside the others, by its longest cells: measuring five thousand rows would take the
 * typesetter longer than setting them. Letters of East Asia are two wide.
 */
function widthsOf({ header, rows }: Extract<Job, { kind: 'table' }>['table']): number[] {
  return header.map((head, at) => {
    const lengths = [head, ...rows.map((row) => row[at] ?? '')].map(
      (text) => text.replace(/[\u1100-\uffdc]/g, 'oo').length,
    )
    const [longest = 1] = lengths.toSorted((a, b) => b - a).slice(Math.floor(lengths.length / 50))
    return Math.max(9, Math.min(42, longest))
  })
}
