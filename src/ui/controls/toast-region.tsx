import { useEffect, useRef, useState } from 'react'
import {
  Button,
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import { attachToasts, type Said } from './toasts.ts'
import { useLanguage } from './visitor.ts'
import { words } from './messages/words.gen.ts'

/** Milliseconds; long enough to read and to reach [Urungkan] by keyboard. The clock stops while it has focus. */
const shownFor = 12_000

/**
 * The foot of the screen where acts answer; F6 leads a keyboard there. Whoever goes to another page (`page`) leaves it
 * behind: [Urungkan] would act on what is no longer in sight. An act that leads to another page takes its answer along.
 */
export function Toasts({ page }: { page: string }) {
  const w = words[useLanguage()].toast
  const [queue] = useState(() => new ToastQueue<Said>({ maxVisibleToasts: 1 }))
  // Whether anything was pressed since the last answer: a page that changes without it was changed by the act itself.
  const pressed = useRef(false)
  useEffect(
    () =>
      attachToasts((said) => {
        pressed.current = false
        queue.add(said, { timeout: shownFor })
      }),
    [queue],
  )
  useEffect(() => {
    const listening = new AbortController()
    for (const kind of ['pointerdown', 'keydown', 'popstate']) {
      addEventListener(kind, () => (pressed.current = true), { capture: true, signal: listening.signal })
    }
    return () => listening.abort()
  }, [])
  useEffect(() => {
    if (pressed.current) queue.clear()
  }, [page, queue])
  return (
    <ToastRegion className="toasts" queue={queue} aria-label={w.region}>
      {({ toast }) => (
        <Toast className="toast" toast={toast}>
          <ToastContent>
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          {toast.content.act !== undefined && (
            <Button
              className="btn sm"
              onPress={() => {
                toast.content.act?.run()
                queue.close(toast.key)
              }}
            >
              {toast.content.act.label}
            </Button>
          )}
          <Button className="btn sm" slot="close">
            {w.close}
          </Button>
        </Toast>
      )}
    </ToastRegion>
  )
}
