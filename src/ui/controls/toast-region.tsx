import { useEffect, useState } from 'react'
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

/** The foot of the screen where acts answer; F6 leads a keyboard there. */
export function Toasts() {
  const w = words[useLanguage()].toast
  const [queue] = useState(() => new ToastQueue<Said>({ maxVisibleToasts: 1 }))
  useEffect(() => attachToasts((said) => queue.add(said, { timeout: shownFor })), [queue])
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
