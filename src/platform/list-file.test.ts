import { expect, test } from 'vitest'
import { csvOf, fileNameOf, listedMost, listedRows, readPages } from './list-file.ts'
import { rowsOf } from './table-file.ts'

const bodyOf = (bytes: Uint8Array) => new Blob([bytes as BlobPart]).stream()

test('what looks like a formula is harmless in CSV, in full width and behind a semicolon too', async () => {
  const typed = [
    '=1+1',
    '+62 21',
    '-1',
    '@sum',
    '＝1',
    'a;=1',
    'a;" =1',
    '\t=1',
    'biasa',
    '2026-03-02',
    '"',
    'a,b',
    'x\ny',
  ]
  const bytes = csvOf(['Nama'], typed.map((text) => [text])) // prettier-ignore
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).slice(0, 5)).toBe('\uFEFFNama')
  const cells = (await Array.fromAsync(rowsOf(bodyOf(bytes)))).flat()
  expect(cells).toEqual([
    "'=1+1", "'+62 21", "'-1", "'@sum", "'＝1", "a;'=1", 'a;" \'=1', "'\t=1", 'biasa', '2026-03-02', '"', 'a,b', 'x\ny',
  ]) // prettier-ignore
})

test('a list that is longer than its file says so in its last row, in every format', () => {
  const rows = Array.from({ length: listedMost + 1 }, (_, n) => [n, 'x', undefined])
  const said = listedRows({ rows }, 'Berhenti.')
  expect(said).toHaveLength(listedMost + 1)
  expect(said.at(-1)).toEqual(['Berhenti.', '', ''])
  expect(listedRows({ rows: rows.slice(1) }, 'Berhenti.')).toHaveLength(listedMost)
  expect(said[0]).toEqual(['0', 'x', ''])
})

test('pages are read until the list ends, or holds more than a file', async () => {
  const asked: (string | undefined)[] = []
  const endless = async ({ after, limit }: { after?: string; limit: number }) => {
    asked.push(after)
    const rows = Array.from({ length: limit }, (_, n) => n)
    return await Promise.resolve({ rows, next: String(Number(after ?? 0) + 1) })
  }
  expect((await readPages(endless)).length).toBe(listedMost + 100)
  expect(asked.slice(0, 3)).toEqual([undefined, '1', '2'])
  expect(await readPages(async () => await Promise.resolve({ rows: [1, 2] }))).toEqual([1, 2])
})

test('a file is called like its list, in any script', () => {
  expect(fileNameOf('Surat masuk', '2026-03-02')).toBe('surat-masuk-2026-03-02.csv')
  expect(fileNameOf('受信文書', '2026')).toBe('受信文書-2026.csv')
})
