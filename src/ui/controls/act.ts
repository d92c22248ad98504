import { useRef, useState } from 'react'
import type { z } from 'zod'
import type { Endpoint } from '../../shared/endpoint.ts'
import { type ApiFailure, asApiFailure, call } from './call.ts'
import { intentFor, readIntent, staysOpen } from './intents.ts'
import { useVisitor } from './visitor.ts'

type Asked<Input extends z.ZodType> = Omit<z.input<Input>, 'act'>

/** One act of a form: sends it, knows that it is under way, and keeps its id until there is an answer. */
export interface Acting<Asks> {
  busy: boolean
  failure: ApiFailure | undefined
  send(input: Asks): Promise<void>
  /** Sends what could not be sent once more, under the same act id. */
  again(): Promise<void>
  dismiss(): void
}

/**
 * An act for a form. `key` names the form: the open intent is kept beside the drafts, so that also after a reload the
 * same entry is the same act. `done` gets the answer and the act's id, for undo.
 */
export function useAct<Input extends z.ZodType<{ act: string }>, Output extends z.ZodType>(
  endpoint: Endpoint<Input, Output, 'POST'>,
  { key, done }: { key: string; done: (answer: z.output<Output>, act: string) => Promise<void> | void },
): Acting<Asked<Input>> {
  const { drafts } = useVisitor()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure>()
  const underWay = useRef(false)
  const last = useRef<Asked<Input>>(undefined)
  const intentKey = `intent/${endpoint.name}/${key}`

  const send = async (input: Asked<Input>) => {
    if (underWay.current) return // a double click
    underWay.current = true
    setBusy(true)
    setFailure(undefined)
    last.current = input
    const intent = intentFor(readIntent(drafts.read(intentKey)), input)
    drafts.write(intentKey, intent)
    try {
      const answer = await call(endpoint, { ...input, act: intent.act } as z.input<Input>)
      drafts.clear(intentKey)
      await done(answer, intent.act)
    } catch (error) {
      const failed = asApiFailure(error)
      if (!staysOpen(failed.code)) drafts.clear(intentKey)
      setFailure(failed)
    } finally {
      underWay.current = false
      setBusy(false)
    }
  }

  return {
    busy,
    failure,
    send,
    again: async () => await (last.current === undefined ? undefined : send(last.current)),
    dismiss: () => setFailure(undefined),
  }
}
