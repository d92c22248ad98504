import type { z } from 'zod'
import { addressOf, type Endpoint, type Method } from '../../shared/endpoint.ts'
import type { FailureCode, FailureDetails } from '../../shared/failure.ts'
import { noteSigned } from './signed.ts'

/** `lost`: no answer came, so nobody here knows whether it happened. `broken`: a fault on the server's side. */
export type ApiFailureCode = FailureCode | 'broken' | 'lost'

/** What a call throws: the server's code, its sentence in the reader's language, and the number for a report. */
export interface ApiFailure extends Error {
  code: ApiFailureCode
  details: FailureDetails
  request: string | undefined
}

/** How long an answer is waited for, in milliseconds; after that the line counts as lost. */
const patience = 30_000

/**
 * Calls an endpoint and answers its output. Reading may be repeated freely; an act carries its id in `input.act`, and
 * the same id again gives the stored answer. Throws ApiFailure.
 */
export async function call<Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: Endpoint<Input, Output, Method>,
  input: z.input<Input>,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<z.output<Output>> {
  const { url, rest } = addressOf(endpoint, input as Record<string, unknown>)
  const limits = [AbortSignal.timeout(patience), ...(signal ? [signal] : [])]
  const posted = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(rest),
  }
  const answer = await reach(url, {
    ...(endpoint.method === 'POST' && posted),
    credentials: 'same-origin',
    signal: AbortSignal.any(limits),
  })
  const body: unknown = await answer.json().catch(() => undefined)
  noteSigned(answer.status !== 401)
  if (answer.ok && body !== undefined) return body as z.output<Output>
  throw failureFrom(answer, body)
}

async function reach(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error // left on purpose, nobody waits
    throw apiFailure('lost')
  }
}

/** A proxy's page instead of our JSON tells only its status: 5xx means that nobody knows whether it happened. */
export function failureFrom(answer: Response, body: unknown): ApiFailure {
  const request = answer.headers.get('x-request-id') ?? undefined
  if (!isFailureBody(body)) return apiFailure(answer.status >= 500 || answer.ok ? 'lost' : 'broken', { request })
  return apiFailure(body.code, { message: body.message, details: body.details, request: body.request })
}

interface FailureBody {
  code: ApiFailureCode
  message: string
  details: FailureDetails
  request: string
}

function isFailureBody(body: unknown): body is FailureBody {
  return typeof body === 'object' && body !== null && 'code' in body && 'message' in body
}

/** An ApiFailure; `message` is empty where the screen has its own words. */
export function apiFailure(
  code: ApiFailureCode,
  about: { message?: string; details?: FailureDetails; request?: string | undefined } = {},
): ApiFailure {
  const { message = '', details = {}, request } = about
  return Object.assign(new Error(message), { name: 'ApiFailure', code, details, request })
}

export function isApiFailure(error: unknown): error is ApiFailure {
  return error instanceof Error && error.name === 'ApiFailure'
}

/** Whatever was thrown as an ApiFailure; what is none is a fault of this page. */
export function asApiFailure(error: unknown): ApiFailure {
  return isApiFailure(error) ? error : apiFailure('broken', { message: error instanceof Error ? error.message : '' })
}
