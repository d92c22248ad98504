// The process that openRenderer() starts: one message in, one message out.
import { fillWord, placeholdersIn } from './docx.ts'
import { setPdf } from './pdf.ts'
import { drawPng } from './png.ts'
import type { Job, Reply } from './renderer.ts'
import { setTable } from './table.ts'

async function answer(job: Job): Promise<Reply> {
  switch (job.kind) {
    case 'word':
      return await fillWord(job)
    case 'pdf':
      return setPdf(job)
    case 'placeholders':
      return await placeholdersIn(job.template)
    case 'table':
      return setTable(job)
    case 'png':
      return await drawPng(job.drawing)
  }
}

process.on('message', (job: Job) => {
  void answer(job)
    .catch((error: unknown): Reply => ({ broken: error instanceof Error ? error.message : 'unknown' }))
    .then((reply) => process.send?.(reply))
})
process.on('disconnect', () => process.exit(0))
