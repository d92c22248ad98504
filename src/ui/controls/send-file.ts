import type { z } from 'zod'
import { addressOf, type Endpoint } from '../../shared/endpoint.ts'
import { apiFailure, failureFrom } from './call.ts'
import { noteSigned } from './signed.ts'

export interface Sending {
  act: string
  file: File
  /** A picture goes in without what the camera wrote beside it. */
  bare?: boolean
  /** From 0 to 1, while the bytes go out. */
  onProgress: (part: number) => void
  signal: AbortSignal
}

/**
 * Sends a file to an endpoint that takes one and answers its output. fetch() tells nothing of its progress, so this is
 * the one place that asks by XMLHttpRequest. Throws ApiFailure; what was stopped on purpose throws AbortError.
 */
export async function sendFile<
  Input extends z.ZodType<{ act: string; name: string; bare?: '1' | undefined }>,
  Output extends z.ZodType,
>(
  endpoint: Endpoint<Input, Output, 'POST'>,
  { act, file, bare = false, onProgress, signal }: Sending,
): Promise<z.output<Output>> {
  const { url } = addressOf(endpoint, { act, name: file.name, ...(bare && { bare: '1' as const }) })
  const answer = await new Promise<Response>((done, fail) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 1 : loaded / total))
    request.addEventListener('load', () => done(new Response(request.responseText, { status: request.status })))
    request.addEventListener('error', () => fail(apiFailure('lost')))
    request.addEventListener('abort', () => fail(new DOMException('stopped', 'AbortError')))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
  const body: unknown = await answer.json().catch(() => undefined)
  noteSigned(answer.status !== 401)
  if (answer.ok && body !== undefined) return body as z.output<Output>
  throw failureFrom(answer, body)
}
