import type { Context } from 'hono'

/** An answer that is a file: kept in the store, or made for this request. */
export interface Download {
  body: Uint8Array | ReadableStream<Uint8Array>
  /** Unknown while it is still being written. */
  bytes: number | undefined
  /** Media type. */
  type: string
  name: string
  /** Shown by the browser itself; only for pictures. */
  inline?: boolean
}

/** Sent as it is, never run: whatever the bytes are, the browser saves them or draws a picture, and nothing in them acts. */
export function answerDownload(c: Context, { body, bytes, type, name, inline = false }: Download): Response {
  return new Response(body as BodyInit, {
    headers: {
      ...(c.get('headers' as never) as Record<string, string>),
      'content-type': type,
      ...(bytes !== undefined && { 'content-length': String(bytes) }),
      'content-disposition': dispositionOf(name, inline),
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'cache-control': 'private, no-store',
    },
  })
}

/** A name in any script (RFC 6266, RFC 5987), with a plain one for programs that read no other. */
export function dispositionOf(name: string, inline: boolean): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%/]/g, '_')
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${inline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
