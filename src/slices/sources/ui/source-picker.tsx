import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { Button, ComboBox, FieldError, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import { foundFor } from '../../../ui/controls/found.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { listSources } from '../contract.ts'
import { NewSource } from './new-source.tsx'
import { sourceLabel } from './view.ts'
import { words } from './messages/words.gen.ts'

export type SourcePickerProps = {
  id: string
  label: string
  hint?: string
  error?: string | undefined
  /** The chosen source with its label; undefined while none is. */
  picked: { id: string; label: string } | undefined
  onPick: (source: { id: string; label: string } | undefined) => void
}

const newKey = 'new'

/** A source that is filed already, found by words of title and outlet, or a new one filed on the spot. */
export function SourcePicker({ id, label, hint, error, picked, onPick }: SourcePickerProps) {
  const w = words[useLanguage()]
  const [text, setText] = useState(picked?.label ?? '')
  const [creating, setCreating] = useState(false)
  const sought = picked === undefined ? text.trim() : ''
  const q = useDeferredValue(sought)
  const { data, isPlaceholderData } = useQuery({
    ...queryOf(listSources, { ...(q !== '' && { q }), limit: 8 }),
    placeholderData: keepPreviousData,
  })
  const found = foundFor(
    (data?.rows ?? []).map((source) => ({ id: source.id, label: sourceLabel(source) })),
    { typed: sought, isAnswered: q === sought && !isPlaceholderData },
  )
  const items = [...found, { id: newKey, label: q === '' ? w.newSource : w.newNamed({ title: q }) }]
  const pick = (source: { id: string; label: string }) => {
    setText(source.label)
    onPick(source)
  }
  if (creating) {
    return (
      <NewSource
        title={text.trim()}
        onClose={() => setCreating(false)}
        onAdded={(added) => {
          setCreating(false)
          pick(added)
        }}
      />
    )
  }
  return (
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
        if (next !== picked?.label) onPick(undefined)
      }}
      onChange={(key) => {
        if (key === newKey) return setCreating(true)
        const source = found.find((each) => each.id === key)
        if (source !== undefined) pick(source)
      }}
    >
      <Label>{label}</Label>
      <Text slot="description" className="hint">
        {hint ?? w.sourceHint}
      </Text>
      <FieldError className="err">{error}</FieldError>
      <div className="combo-in">
        <Input className="in" id={id} />
        <Button className="combo-open">
          <svg width="12" height="8" viewBox="0 0 12 8" aria-hidden="true">
            <path d="M1 1l5 5 5-5" />
          </svg>
        </Button>
      </div>
      <Popover className="combo-list" offset={4}>
        <ListBox>
          {(item: { id: string; label: string }) => (
            <ListBoxItem className="combo-item" textValue={item.label}>
              <bdi>{item.label}</bdi>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
