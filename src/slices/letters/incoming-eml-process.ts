// The process that openEmlReader() starts: one mail in, its plain values out.
import { readEml, type EmlJob, type EmlReply } from './incoming-eml.ts'

process.on('message', (job: EmlJob) => {
  void readEml(job.raw)
    .catch((error: unknown): EmlReply => ({ broken: error instanceof Error ? error.message : 'unknown' }))
    .then((reply) => process.send?.(reply))
})
process.on('disconnect', () => process.exit(0))
