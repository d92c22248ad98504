import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'

export type ConfirmDialogProps = {
  title: string
  text: string
  stay: string
  go: string
  onStay: () => void
  onGo: () => void
}

/** A question before something that is easily done by mistake; Escape and the first button leave everything as it is. */
export function ConfirmDialog({ title, text, stay, go, onStay, onGo }: ConfirmDialogProps) {
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => (open ? undefined : onStay())}>
      <Modal className="modal">
        <Dialog role="alertdialog">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          <p>{text}</p>
          <p className="acts gap">
            <Button className="btn go" autoFocus onPress={onStay}>
              {stay}
            </Button>
            <Button className="btn" onPress={onGo}>
              {go}
            </Button>
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
