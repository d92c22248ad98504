import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { openRenderer, type Job, type Renderer } from '../src/slices/letters/renderer.ts'
import type { Sheet } from '../src/slices/letters/sheet.ts'

const opened: Renderer[] = []
const open = (...args: Parameters<typeof openRenderer>) => {
  const renderer = openRenderer(...args)
  opened.push(renderer)
  return renderer
}
afterEach(() => opened.splice(0).forEach(({ close }) => close()))

const program = (name: string) => join(import.meta.dirname, 'letters', name)
const template = readFileSync(new URL('../src/slices/letters/surat.docx', import.meta.url))
const sheet: Sheet = { layout: 'surat', title: 'Hal', languages: ['id'], datedOn: '2025-08-01', values: {} }
const job: Job = { kind: 'placeholders', template }

/** Processes of this one whose command names a program. */
function running(name: string): number {
  return readdirSync('/proc')
    .filter((id) => /^\d+$/.test(id) && existsSync(`/proc/${id}/cmdline`))
    .filter((id) => readFileSync(`/proc/${id}/cmdline`, 'latin1').split('\0').some((part) => part.endsWith(name))).length // prettier-ignore
}

describe('the process beside', () => {
  test('a job that hangs is killed, and the next one finds a fresh process', async () => {
    const hanging = open(program('hanging-renderer.ts'), { patience: 700 })
    await expect(hanging.render(job)).rejects.toMatchObject({ code: 'unavailable' })
    await expect.poll(() => running('hanging-renderer.ts')).toBe(0)
    await expect(hanging.render(job)).rejects.toMatchObject({ code: 'unavailable' })
  })

  test('a job that swells is killed long before its patience ends', async () => {
    const swelling = open(program('swelling-renderer.ts'), { patience: 20_000, memory: 300 * 2 ** 20 })
    await expect(swelling.render(job)).rejects.toMatchObject({ code: 'unavailable' })
    await expect.poll(() => running('swelling-renderer.ts')).toBe(0)
  })

  test('more jobs than may wait are turned away, not kept', async () => {
    const busy = open(program('hanging-renderer.ts'), { patience: 400, queue: 2 })
    const asked = [busy.render(job), busy.render(job), busy.render(job)]
    await expect(asked[2]).rejects.toMatchObject({ code: 'unavailable' })
    await Promise.allSettled(asked)
  })

  test('is recycled after its jobs and goes on answering', async () => {
    const renderer = open(undefined, { jobs: 2 })
    for (let at = 0; at < 5; at += 1) expect(await renderer.render(job)).toHaveProperty('names')
  })

  test('knows no setting, writes nothing and reads nothing but the program', async () => {
    const renderer = open(program('telling-renderer.ts'))
    const told = JSON.parse(Buffer.from(((await renderer.render(job)) as { made: Uint8Array }).made).toString())
    expect(told).toEqual({ settings: [], write: false, data: false, child: false })
  })

  test('a template that is no zip is a fault, not a crash', async () => {
    const renderer = open()
    expect(await renderer.render({ kind: 'placeholders', template: Buffer.from('PK\u0003\u0004 rusak') })).toHaveProperty('fault') // prettier-ignore
    expect(await renderer.render(job)).toHaveProperty('names')
  })

  test('a picture that cannot be drawn fails its letter alone', async () => {
    const renderer = open()
    const emblem = { kind: 'png' as const, bytes: Buffer.from('not a picture') }
    expect(await renderer.render({ kind: 'pdf', sheet, emblem })).toHaveProperty('fault')
    expect(await renderer.render({ kind: 'word', template, sheet, emblem })).toHaveProperty('made')
  })
})

test('the delivered templates are what the script writes', () => {
  const folder = join(import.meta.dirname, '..', 'src', 'slices', 'letters')
  const before = ['surat.docx', 'naskah.docx'].map((name) => readFileSync(join(folder, name)))
  execFileSync(process.execPath, [join(import.meta.dirname, '..', 'tools', 'letter-templates.ts'), '--check'])
  expect(['surat.docx', 'naskah.docx'].map((name) => readFileSync(join(folder, name)))).toEqual(before)
})
