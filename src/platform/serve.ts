import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerOptions,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'

export interface Listening {
  port: number
  close(): Promise<void>
}

/** Milliseconds until a whole request must be in. 25 MB over a village's line take minutes; everything else is short. */
const usual = { request: 30_000, file: 300_000 }

interface ListenOptions {
  host: string
  port: number
  patience?: typeof usual
  /** Answers what it can before the app is asked; false where it cannot. A kept page costs a tenth of the app's way. */
  first?: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined
}

/** Listens on one address. A taken port is said in one sentence. */
export async function listen(app: Hono, { host, port, patience = usual, first }: ListenOptions): Promise<Listening> {
  return await new Promise((done, fail) => {
    const server = serve({
      fetch: app.fetch,
      hostname: host,
      port,
      ...(first !== undefined && {
        createServer: ((options: ServerOptions, listener: RequestListener) =>
          createServer(options, (request, response) => {
            if (!first(request, response)) listener(request as never, response as never)
          })) as typeof createServer,
      }),
      serverOptions: { requestTimeout: patience.file, headersTimeout: 15_000, keepAliveTimeout: 15_000 },
    })
    server.on('request', (incoming: IncomingMessage) => {
      if (/^(application\/octet-stream|multipart\/form-data)\b/i.test(incoming.headers['content-type'] ?? '')) return
      const late = setTimeout(() => incoming.complete || incoming.destroy(), patience.request)
      incoming.once('close', () => clearTimeout(late))
    })
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        fail(
          new Error(
            `Port ${port} is taken by another program. Stop it, or start with another port: PORT=${port + 1} npm start`,
          ),
        )
      } else if (error.code === 'EACCES') {
        fail(new Error(`Port ${port} may not be used by this user. Choose one above 1023: PORT=3000 npm start`))
      } else fail(error)
    })
    server.once('listening', () => {
      done({
        port: (server.address() as AddressInfo).port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            if ('closeIdleConnections' in server) server.closeIdleConnections()
            setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 3000).unref()
          }),
      })
    })
  })
}
