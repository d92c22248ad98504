import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { readAssets } from '../../src/platform/assets.ts'
import { checkout } from '../../src/platform/installation.ts'

/** MB on the disk of everything npm installed, apart from Node itself, which other systems bring along. */
export function diskOfModules(): number {
  const modules = join(checkout, 'node_modules')
  const node = readdirSync(modules).filter((name) => /^node-(linux|darwin|win)-/.test(name))
  return folderSize(modules) - node.reduce((sum, name) => sum + folderSize(join(modules, name)), 0)
}

function folderSize(folder: string): number {
  return (Number(execFileSync('du', ['-sk', `${folder}/`], { encoding: 'utf8' }).split('\t')[0]) * 1024) / 1e6
}

/** kB of the workspace's first load after gzip: its page, scripts and stylesheets. */
export function weightOfWorkspace(): number {
  const assets = readAssets(join(checkout, 'dist'))
  const files = [...assets.workspaceScripts, ...assets.workspaceStylesheets]
  const read = (path: string) => readFileSync(assets.findAsset(path)?.file ?? path)
  const parts = [Buffer.from(assets.workspacePage), ...files.map(read)]
  return parts.reduce((sum, part) => sum + gzipSync(part).length, 0) / 1000
}

/** kB that a first visit of a portal page fetches, as sent: page, stylesheet, preloaded font, pictures. */
export async function weightOfPage(url: string): Promise<number> {
  const page = await fetchSent(url)
  const links = [...page.text.matchAll(/<link[^>]+rel="(?:stylesheet|preload|icon)"[^>]*>|<img[^>]+>/g)].flatMap(
    ([tag]) => /(?:href|src)="([^"]+)"/.exec(tag)?.[1] ?? [],
  )
  const fetched = new Set(links.filter((link) => !link.startsWith('data:')))
  const parts = await Promise.all([...fetched].map((link) => fetchSent(new URL(link, url).href)))
  return [page, ...parts].reduce((sum, { bytes }) => sum + bytes, 0) / 1000
}

/** A page as brotli, and the bytes that it is unpacked. */
export async function readPacked(port: number, path: string): Promise<{ plain: number; packed: Buffer }> {
  return await new Promise((done, fail) => {
    get({ port, host: '127.0.0.1', path, headers: { 'accept-encoding': 'br' } }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.once('end', () => {
        const packed = Buffer.concat(parts)
        if (answer.headers['content-encoding'] !== 'br') return fail(new Error(`${path} was not packed`))
        done({ plain: brotliDecompressSync(packed).length, packed })
      })
    }).once('error', fail)
  })
}

// node:http, because fetch() unpacks what it gets and no longer knows how much was sent.
async function fetchSent(url: string): Promise<{ bytes: number; text: string }> {
  return await new Promise((done, fail) => {
    const asked = get(url, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.once('error', fail)
      answer.once('end', () => {
        const sent = Buffer.concat(parts)
        if (answer.statusCode !== 200) return fail(new Error(`${url} answered ${answer.statusCode}`))
        const plain = answer.headers['content-encoding'] === 'gzip' ? gunzipSync(sent) : sent
        done({ bytes: sent.length, text: plain.toString('utf8') })
      })
    })
    asked.once('error', fail)
  })
}
