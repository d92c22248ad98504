import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { Button, ComboBox, FieldError, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import { foundFor } from '../../../ui/controls/found.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { findChoices } from '../contract.ts'
import { words } from './messages/words.gen.ts'

export interface Picked {
  id: string
  name: string
}

export type ChoiceFieldProps = {
  id: string
  label: string
  hint?: string
  error?: string | undefined
  of: 'relation' | 'partner'
  picked: Picked | undefined
  onPick: (one: Picked | undefined) => void
}

/** A cooperation or a partner by part of its name, also for agency staff who open neither. It may stay empty. */
export function ChoiceField({ id, label, hint, error, of, picked, onPick }: ChoiceFieldProps) {
  const { form: w } = words[useLanguage()]
  const [text, setText] = useState(picked?.name ?? '')
  const sought = picked === undefined ? text.trim() : ''
  const q = useDeferredValue(sought)
  const { data, isPlaceholderData } = useQuery({
    ...queryOf(findChoices, q === '' ? {} : { q }),
    placeholderData: keepPreviousData,
  })
  const rows = (of === 'relation' ? data?.relations : data?.partners) ?? []
  const items = foundFor(
    rows.map((row) => ({ id: row.id, label: row.name })),
    { typed: sought, isAnswered: q === sought && !isPlaceholderData },
  )
  return (
    <ComboBox
      allowsEmptyCollection
      menuTrigger="focus"
      items={items}
      inputValue={text}
      isInvalid={error !== undefined}
      onInputChange={(next) => {
        setText(next)
        if (next !== picked?.name) onPick(undefined)
      }}
      onChange={(key) => {
        const row = items.find((one) => one.id === key)
        if (row === undefined) return
        setText(row.label)
        onPick({ id: row.id, name: row.label })
      }}
    >
      <Label>{label}</Label>
      <Text slot="description" className="hint">
        {hint ?? w.choiceHint}
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
