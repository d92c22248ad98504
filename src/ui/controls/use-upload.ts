import { useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import type { Endpoint } from '../../shared/endpoint.ts'
import { newId } from '../../shared/ids.ts'
import { type ApiFailure, asApiFailure } from './call.ts'
import { sendFile } from './send-file.ts'

/** An endpoint that takes a file, and answers what it is kept as. */
export type KeepEndpoint = Endpoint<
  z.ZodType<{ act: string; name: string; bare?: '1' | undefined }>,
  z.ZodType<KeptFile>,
  'POST'
>

export interface KeptFile {
  id: string
  name: string
  bytes: number
}

export interface Upload {
  /** The file under way, and how much of it went out, from 0 to 1. */
  under: { name: string; part: number } | undefined
  failure: ApiFailure | undefined
  send(file: File, options?: { bare: boolean }): Promise<void>
  /** The same file once more, under the same act. */
  again(): Promise<void>
  stop(): void
}

interface Sent {
  file: File
  act: string
  bare: boolean
}

/** Sends one file at a time. A second try of the same file is the same act, so it is kept once. */
export function useUpload(endpoint: KeepEndpoint, done: (file: KeptFile) => void): Upload {
  const [under, setUnder] = useState<Upload['under']>()
  const [failure, setFailure] = useState<ApiFailure>()
  const last = useRef<Sent>(undefined)
  const running = useRef<AbortController>(undefined)
  // The form goes on while the file is under way: told is what it is when the file arrives, not when it was sent.
  const told = useRef(done)
  useEffect(() => {
    told.current = done
  })

  const run = async ({ file, act, bare }: Sent) => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    last.current = { file, act, bare }
    const isMine = () => running.current === controller
    setFailure(undefined)
    setUnder({ name: file.name, part: 0 })
    try {
      const onProgress = (part: number) => isMine() && setUnder({ name: file.name, part })
      const kept = await sendFile(endpoint, { act, file, bare, onProgress, signal: controller.signal })
      if (isMine()) told.current(kept)
    } catch (error) {
      const isStopped = error instanceof DOMException && error.name === 'AbortError'
      if (isMine() && !isStopped) setFailure(asApiFailure(error))
    } finally {
      if (isMine()) setUnder(undefined)
    }
  }
  return {
    under,
    failure,
    send: async (file, { bare } = { bare: false }) => await run({ file, act: newId(), bare }),
    again: async () => await (last.current === undefined ? undefined : run(last.current)),
    stop: () => running.current?.abort(),
  }
}
