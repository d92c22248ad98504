import { readFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Context, Hono } from 'hono'
import { Failure } from '../shared/failure.ts'
import type { Assets } from './assets.ts'

interface Packed {
  plain: Buffer
  br: Buffer | undefined
  gzip: Buffer | undefined
}

/** Serves what the build made: each file read and compressed once, then kept; names carry the hash, so caches keep them. */
export function bindAssets(app: Hono, assets: Assets): void {
  const packed = new Map<string, Packed>()
  app.get('/assets/*', (c) => {
    const asset = assets.findAsset(c.req.path)
    if (asset === undefined) throw new Failure('not_found')
    let found = packed.get(asset.file)
    if (found === undefined) {
      found = pack(asset.file, asset.type)
      packed.set(asset.file, found)
    }
    c.header('content-type', asset.type)
    c.header('cache-control', 'public, max-age=31536000, immutable')
    return answerPacked(c, found)
  })
}

function pack(file: string, type: string): Packed {
  const plain = readFileSync(file)
  if (type.startsWith('font/') || type === 'image/png') return { plain, br: undefined, gzip: undefined }
  const br = brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
  return { plain, br, gzip: gzipSync(plain, { level: 9 }) }
}

function answerPacked(c: Context, { plain, br, gzip }: Packed): Response {
  c.header('vary', 'accept-encoding')
  const accepts = c.req.header('accept-encoding') ?? ''
  const way =
    br !== undefined && /\bbr\b/.test(accepts)
      ? 'br'
      : gzip !== undefined && /\bgzip\b/.test(accepts)
        ? 'gzip'
        : undefined
  if (way !== undefined) c.header('content-encoding', way)
  const body = way === 'br' ? br : way === 'gzip' ? gzip : plain
  return c.body(new Uint8Array(body ?? plain))
}
