// A renderer that tells what it could do.
import { writeFileSync, readFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'

const can = (work: () => unknown): boolean => {
  try {
    work()
    return true
  } catch {
    return false
  }
}

process.on('message', () => {
  const told = {
    settings: Object.keys(process.env).filter((name) => !name.startsWith('NODE_CHANNEL')),
    write: can(() => writeFileSync('/tmp/telling-renderer', '')),
    data: can(() => readFileSync('/etc/passwd')),
    child: can(() => spawnSync('true')),
  }
  process.send?.({ made: Buffer.from(JSON.stringify(told)) })
})
