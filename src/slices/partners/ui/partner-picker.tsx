import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import {
  Button,
  ComboBox,
  Dialog,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Modal,
  ModalOverlay,
  Popover,
  Text,
} from 'react-aria-components'
import { nameIn } from '../../../shared/names.ts'
import { foundFor } from '../../../ui/controls/found.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { listPartners } from '../contract.ts'
import { AddPartner } from './add-partner.tsx'
import { words } from './messages/words.gen.ts'

export type PickedPartner = { id: string; slug: string; name: string }

export type PartnerPickerProps = {
  id: string
  label: string
  hint?: string
  error?: string | undefined
  /** The chosen partner; undefined while it is not known, which is a valid answer. */
  picked: PickedPartner | undefined
  onPick: (partner: PickedPartner | undefined) => void
  /** What is typed, for forms that keep it as a label while nobody knows who it is. */
  onText?: (text: string) => void
  /** Whether a new one is entered in a form of its own; false where the form around enters it with what is typed. */
  creates?: boolean
  /** A partner that cannot be chosen: the record itself. */
  except?: string
}

const newKey = 'new'

/**
 * A partner by any of its names, in four scripts, with tolerance for spelling: type, choose with arrows and Enter, or
 * enter a new one without leaving the form. It may stay empty.
 */
export function PartnerPicker({
  id,
  label,
  hint,
  error,
  picked,
  onPick,
  onText,
  creates = true,
  except,
}: PartnerPickerProps) {
  const { language, may } = useVisitor()
  const w = words[language].picker
  const [text, setText] = useState(picked?.name ?? '')
  const [creating, setCreating] = useState(false)
  const typed = text.trim()
  const sought = picked === undefined || typed !== picked.name ? typed : ''
  const q = useDeferredValue(sought)
  const { data, isPlaceholderData } = useQuery({
    ...queryOf(listPartners, { ...(q !== '' && { q }), limit: 8 }),
    placeholderData: keepPreviousData,
  })
  const found = foundFor(
    (data?.rows ?? []).filter((row) => row.id !== except).map((row) => ({ ...row, label: labelOf(row) })),
    { typed: sought, isAnswered: q === sought && !isPlaceholderData },
  )
  function labelOf(row: { name: string; names: object; nativeName: string | null; foundAs: string | null }): string {
    const name = nameIn(language, row)
    const more = [row.nativeName, row.foundAs].filter((each) => each !== null && each !== name)
    return more.length === 0 ? name : `${name} · ${more.join(' · ')}`
  }
  const mayAdd = creates && may('partners.mend') && typed !== ''
  const items = [
    ...found.map((row) => ({ id: row.id, label: row.label, name: nameIn(language, row) })),
    ...(mayAdd ? [{ id: newKey, label: w.create({ name: typed }), name: typed }] : []),
  ]
  const pick = (partner: PickedPartner) => {
    setText(partner.name)
    onText?.(partner.name)
    onPick(partner)
  }
  return (
    <>
      <ComboBox
        className="f combo"
        allowsCustomValue
        allowsEmptyCollection
        menuTrigger="focus"
        items={items}
        inputValue={text}
        isInvalid={error !== undefined}
        onInputChange={(next) => {
          setText(next)
          onText?.(next)
          if (picked !== undefined && next !== picked.name) onPick(undefined)
        }}
        onChange={(key) => {
          if (key === newKey) return setCreating(true)
          const row = found.find((each) => each.id === key)
          if (row !== undefined) pick({ id: row.id, slug: row.slug, name: nameIn(language, row) })
        }}
      >
        <Label>{label}</Label>
        <Text slot="description" className="hint">
          {hint ?? w.hint}
        </Text>
        <FieldError className="err">{error}</FieldError>
        <div className="combo-in">
          <Input className="in" id={id} maxLength={200} />
          <Button className="combo-open">
            <svg width="12" height="8" viewBox="0 0 12 8" aria-hidden="true">
              <path d="M1 1l5 5 5-5" />
            </svg>
          </Button>
        </div>
        <Popover className="combo-list" offset={4}>
          <ListBox renderEmptyState={() => <p className="combo-item q">{w.none}</p>}>
            {/* What the control writes after a choice is the name alone: other words would open the list again. */}
            {(item: { id: string; label: string; name: string }) => (
              <ListBoxItem className="combo-item" textValue={item.name}>
                <bdi>{item.label}</bdi>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
      {picked !== undefined && (
        <p className="s q" role="status">
          {w.picked({ name: picked.name })}
        </p>
      )}
      {creating && (
        <ModalOverlay className="veil" isOpen onOpenChange={setCreating}>
          <Modal className="modal">
            <Dialog aria-label={words[language].form.addTitle}>
              <AddPartner
                at={`picker/${id}`}
                name={typed}
                onClose={() => setCreating(false)}
                onAdded={pick}
                onPick={(partner) => {
                  setCreating(false)
                  pick({ id: partner.id, slug: partner.slug, name: nameIn(language, partner) })
                }}
              />
            </Dialog>
          </Modal>
        </ModalOverlay>
      )}
    </>
  )
}
