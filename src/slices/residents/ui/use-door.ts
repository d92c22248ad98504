import { useCallback, useEffect, useRef, useState } from 'react'
import { asApiFailure, call } from '../../../ui/controls/call.ts'
import { isUnsent } from '../../../ui/controls/intents.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { addWalkIn, checkIn, readDoor } from '../contract.ts'
import { nothingKept, readKept, scan, walkIn, withScans, type Heard, type Kept, type Scanned } from './door-keeping.ts'

// oxlint-disable-next-line no-restricted-globals -- the real clock: when somebody came, whatever day is looked at
const instant = () => new Date().toISOString()

/** How often the list is read again and what waits is sent, in milliseconds. */
const every = 10_000

/** An answer that is no word about what was sent: it stays, and is sent again. */
const isLater = (code: Parameters<typeof isUnsent>[0]) => isUnsent(code) || code === 'unsigned' || code === 'too_many'

/**
 * A door that goes on without a line: the list, scans and who came without booking are kept in the browser, each under
 * an act of its own, so that sending twice is once.
 */
export function useDoor(slug: string, day: string | undefined) {
  const { drafts } = useVisitor()
  const key = `residents/door/${slug}`
  const [kept, setKept] = useState<Kept>(() => readKept(drafts.read(key)) ?? nothingKept)
  const latest = useRef(kept)
  const [offline, setOffline] = useState(false)
  const sending = useRef(false)

  const keep = useCallback(
    (change: Partial<Kept>) => {
      const next = { ...latest.current, ...change }
      latest.current = next
      drafts.write(key, next)
      setKept(next)
    },
    [drafts, key],
  )

  const send = useCallback(async () => {
    if (sending.current) return
    sending.current = true
    try {
      for (const { receipt, ...one } of latest.current.scans) {
        const news: Heard[] = []
        const answer = await call(checkIn, one).catch((error: unknown) => asApiFailure(error))
        if (answer instanceof Error) {
          if (isLater(answer.code)) throw answer
          news.push({ kind: 'refused', receipt })
        } else if ('other' in answer && answer.other !== undefined) {
          const { door } = answer.other
          news.push({ kind: 'other', receipt, door: door === one.door ? answer.door : door })
        }
        const scans = latest.current.scans.filter(({ act }) => act !== one.act)
        keep({ scans, heard: [...latest.current.heard, ...news] })
      }
      for (const { slot, ...one } of latest.current.walkIns) {
        const news: Heard[] = []
        const answer = await call(addWalkIn, { id: slot, ...one }).catch((error: unknown) => asApiFailure(error))
        if (answer instanceof Error) {
          if (isLater(answer.code)) throw answer
          // She is in: whoever is at the door must know that she is not counted.
          const [{ free } = {}] = (answer.details.missing ?? []) as { free?: number }[]
          news.push({ kind: 'walkInRefused', party: one.party, free, cameAt: one.cameAt })
        }
        const walkIns = latest.current.walkIns.filter(({ act }) => act !== one.act)
        keep({ walkIns, heard: [...latest.current.heard, ...news] })
      }
      const list = await call(readDoor, { slug, ...(day !== undefined && { day }) })
      keep({ list: withScans(list, latest.current.scans) })
      setOffline(false)
    } catch {
      setOffline(true)
    } finally {
      sending.current = false
    }
  }, [day, keep, slug])

  useEffect(() => {
    const first = setTimeout(() => void send())
    const timer = setInterval(() => void send(), every)
    const back = () => void send()
    window.addEventListener('online', back)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
      window.removeEventListener('online', back)
    }
  }, [send])

  const enter = (text: string, door: string): Scanned => {
    const said = scan(latest.current, { text, door, cameAt: instant() })
    if (said.kind === 'in') {
      const { list } = latest.current
      const scans = [...latest.current.scans, said.scan]
      keep({ list: list && withScans(list, scans), scans })
      void send()
    }
    return said
  }
  const letIn = (came: { slot: string; party: number; door: string }) => {
    const said = walkIn(latest.current, { ...came, cameAt: instant() })
    if (said.kind === 'in') {
      keep({ walkIns: [...latest.current.walkIns, said.walkIn] })
      void send()
    }
    return said
  }
  const { list, scans, walkIns, heard } = kept
  const unsent = scans.length + walkIns.length
  return { kept, list, unsent, offline, heard, enter, letIn, send, forget: () => keep({ heard: [] }) }
}
