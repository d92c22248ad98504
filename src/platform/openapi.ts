import { z } from 'zod'
import type { Endpoint } from '../shared/endpoint.ts'
import { failures } from '../shared/failure.ts'

/** The OpenAPI 3.1 document of all endpoints, made from the same declarations that route and validate. */
export function openApiOf(endpoints: readonly Endpoint[]): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const endpoint of endpoints) {
    const at = endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[at] ??= {}
    paths[at][endpoint.method.toLowerCase()] = operationOf(endpoint)
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Jembatan',
      version: '0',
      description:
        'Reads are GET. A POST that records something is an act and carries its id (UUIDv7): the same id again gives the same answer.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: {
      schemas: { Failure: failureSchema },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'jembatan',
          description: '__Host-jembatan where https is in front.',
        },
      },
    },
    security: [{ session: [] }],
  }
}

const failureSchema = {
  type: 'object',
  required: ['code', 'message', 'details', 'request'],
  properties: {
    code: { enum: [...Object.keys(failures), 'broken'] },
    message: { type: 'string', description: 'One sentence in the reader’s language.' },
    details: { type: 'object' },
    request: { type: 'string' },
  },
}

interface ObjectSchema {
  properties?: Record<string, unknown>
  required?: string[]
}

function schemaOf(shape: z.ZodType, io: 'input' | 'output'): ObjectSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
  }) as ObjectSchema & { $schema?: string }
  return schema
}

function operationOf(endpoint: Endpoint): object {
  const input = schemaOf(endpoint.input, 'input')
  const inPath = new Set([...endpoint.path.matchAll(/:(\w+)/g)].map((match) => match[1]))
  const isRead = endpoint.method === 'GET'
  const isInAddress = isRead || endpoint.takes !== undefined
  const properties = Object.entries(input.properties ?? {})
  const required = input.required ?? []
  const parameters = properties
    .filter(([name]) => isInAddress || inPath.has(name))
    .map(([name, schema]) => ({
      name,
      in: inPath.has(name) ? 'path' : 'query',
      required: inPath.has(name) || required.includes(name),
      schema,
    }))
  const body = {
    type: 'object',
    properties: Object.fromEntries(properties.filter(([name]) => !inPath.has(name))),
    required: required.filter((name) => !inPath.has(name)),
  }
  const failure = {
    description: 'refused',
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Failure' } } },
  }
  return {
    operationId: endpoint.name,
    summary: endpoint.summary,
    'x-allow': endpoint.allow,
    parameters,
    ...(!isRead && {
      requestBody: {
        required: true,
        content: endpoint.takes === undefined ? { 'application/json': { schema: body } } : { [endpoint.takes]: {} },
      },
    }),
    responses: {
      200: {
        description: 'done',
        content:
          endpoint.gives === undefined
            ? { 'application/json': { schema: schemaOf(endpoint.output, 'output') } }
            : Object.fromEntries(endpoint.gives.map((type) => [type, {}])),
      },
      401: failure,
      403: failure,
      404: failure,
      422: failure,
      ...(!isRead && { 409: failure }),
      ...(endpoint.takes !== undefined && { 413: failure, 415: failure }),
    },
  }
}
