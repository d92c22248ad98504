import { addressOf } from '../../../shared/endpoint.ts'
import type { FailureDetails } from '../../../shared/failure.ts'
import { newId } from '../../../shared/ids.ts'
import { apiFailure, type ApiFailureCode } from '../../../ui/controls/call.ts'
import { keepFile } from '../../files/contract.ts'

/** Keeps a chosen file and answers its id. Throws ApiFailure. */
export async function keepChosen(file: File): Promise<string> {
  const { url } = addressOf(keepFile, { act: newId(), name: file.name })
  const headers = { 'content-type': 'application/octet-stream' }
  const answer = await fetch(url, { method: 'POST', headers, body: file, credentials: 'same-origin' }).catch(
    () => undefined,
  )
  const body = (await answer?.json().catch(() => undefined)) as
    | { id?: string; code?: ApiFailureCode; message?: string; details?: FailureDetails }
    | undefined
  if (answer?.ok === true && body?.id !== undefined) return body.id
  throw apiFailure(body?.code ?? 'lost', { message: body?.message ?? '', details: body?.details ?? {} })
}
