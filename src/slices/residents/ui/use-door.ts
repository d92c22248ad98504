import { useCallback, useEffect, useRef, useState } from 'react'
import { asApiFailure, call } from '../../../ui/controls/call.ts'
import { isUnsent } from '../../../ui/controls/intents.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { checkIn, readDoor } from '../contract.ts'
import { isKept, scan, withScans, type Kept, type Scanned } from './door-keeping.ts'

// oxlint-disable-next-line no-restricted-globals -- the real clock: when somebody came, whatever day is looked at
const instant = () => new Date().toISOString()

/** How often the list is read again and what waits is sent, in milliseconds. */
const every = 10_000

/** What sending brought up about a receipt. */
export type Heard = { kind: 'other'; receipt: string; door: string } | { kind: 'refused'; receipt: string }

/** A door that goes on without a line: list and scans are kept in the browser, each scan under an act of its own. */
export function useDoor(slug: string, day: string | undefined) {
  const { drafts } = useVisitor()
  const key = `residents/door/${slug}`
  const [kept, setKept] = useState<Kept>(() => {
    const found = drafts.read(key)
    return isKept(found) ? found : { list: undefined, scans: [] }
  })
  const latest = useRef(kept)
  const [offline, setOffline] = useState(false)
  const [heard, setHeard] = useState<readonly Heard[]>([])
  const sending = useRef(false)

  const keep = useCallback(
    (next: Kept) => {
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
        const answer = await call(checkIn, one).catch((error: unknown) => asApiFailure(error))
        if (answer instanceof Error) {
          if (isUnsent(answer.code) || answer.code === 'unsigned' || answer.code === 'too_many') throw answer
          setHeard((before) => [...before, { kind: 'refused', receipt }])
        } else if ('other' in answer && answer.other !== undefined) {
          const { door } = answer.other
          setHeard((before) => [...before, { kind: 'other', receipt, door: door === one.door ? answer.door : door }])
        }
        keep({ ...latest.current, scans: latest.current.scans.filter(({ act }) => act !== one.act) })
      }
      const list = await call(readDoor, { slug, ...(day !== undefined && { day }) })
      keep({ list: withScans(list, latest.current.scans), scans: latest.current.scans })
      setOffline(false)
    } catch {
      setOffline(true)
    } finally {
      sending.current = false
    }
  }, [day, keep, slug])

  useEffect(() => {
    void send()
    const timer = setInterval(() => void send(), every)
    const back = () => void send()
    window.addEventListener('online', back)
    return () => {
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
  return { list: kept.list, unsent: kept.scans.length, offline, heard, enter, send }
}
