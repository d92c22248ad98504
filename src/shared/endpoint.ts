import type { z } from 'zod'
import type { Allow } from './permissions.ts'

type PathParameters<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | PathParameters<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never

export type Method = 'GET' | 'POST'

/**
 * One endpoint: its route, its permission, its typed client, its entry in the OpenAPI document and its row in the
 * permission matrix. GET reads; POST is an act and carries the act's id (UUIDv7) in `act`.
 */
export interface Endpoint<
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Verb extends Method = Method,
> {
  name: string
  method: Verb
  path: string
  summary: string
  allow: Allow
  input: Input
  output: Output
  /** The body is a file of this type, and the input stands in the query. Without it the body is JSON. */
  takes?: 'application/octet-stream' | undefined
  /** The answer is a file of one of these types, and `output` says nothing. Without it the answer is JSON. */
  gives?: readonly string[] | undefined
}

/** Declares an endpoint. Does not compile without a permission, nor when a path parameter is missing in the input. */
export function endpoint<
  const Name extends `${string}.${string}`,
  Verb extends Method,
  const Path extends `/api/${string}`,
  Input extends z.ZodType<Record<PathParameters<Path>, unknown>>,
  Output extends z.ZodType,
>(declared: {
  name: Name
  method: Verb
  path: Path
  summary: string
  allow: Allow
  input: Input
  output: Output
  takes?: 'application/octet-stream'
  gives?: readonly string[]
}): Endpoint<Input, Output, Verb> & { name: Name } {
  return declared
}

/** The address of an endpoint for one input, and what of the input goes into query or body. */
export function addressOf(
  { path, method, takes }: Pick<Endpoint, 'path' | 'method' | 'takes'>,
  input: Record<string, unknown>,
): { url: string; rest: Record<string, unknown> } {
  const rest = { ...input }
  const url = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(rest[name])
    delete rest[name]
    return encodeURIComponent(value)
  })
  if (method !== 'GET' && takes === undefined) return { url, rest }
  const query = new URLSearchParams(
    Object.entries(rest)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  ).toString()
  return { url: query === '' ? url : `${url}?${query}`, rest: {} }
}
