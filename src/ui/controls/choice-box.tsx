import { type Ref, useState } from 'react'
import { Button, ComboBox, FieldError, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import { foldForSearch } from '../../shared/text.ts'

export type ChoiceBoxProps = {
  id: string
  label: string
  hint?: string
  error?: string | undefined
  /** The text in the field: a choice's label, or words of one's own. */
  text: string
  choices: readonly { id: string; label: string }[]
  /** Whether the server has narrowed the choices to what was typed: by other names of them, which the label lacks. */
  isNarrowed?: boolean
  /** The text as it is now, and the choice whose label it is, where one was taken. */
  onText: (text: string, choice?: string) => void
  ref?: Ref<HTMLInputElement>
}

/** One line of text with a catalogue behind it: type to narrow, take one, or keep your own words. */
export function ChoiceBox({ id, label, hint, error, text, choices, isNarrowed = false, onText, ref }: ChoiceBoxProps) {
  const [typing, setTyping] = useState(false)
  const sought = typing ? foldForSearch(text).trim() : ''
  const shown = isNarrowed ? choices : choices.filter((choice) => foldForSearch(choice.label).includes(sought))
  return (
    <ComboBox
      className="f combo"
      allowsCustomValue
      items={shown}
      inputValue={text}
      isInvalid={error !== undefined}
      onInputChange={(next) => {
        setTyping(true)
        onText(next)
      }}
      onOpenChange={(open, trigger) => (open && trigger === 'input' ? undefined : setTyping(false))} // the arrow shows all of them
      onChange={(key) => {
        const chosen = choices.find((choice) => choice.id === key)
        if (chosen !== undefined) onText(chosen.label, chosen.id)
      }}
    >
      <Label>{label}</Label>
      {hint !== undefined && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <FieldError className="err">{error}</FieldError>
      <div className="combo-in">
        <Input className="in" id={id} ref={ref} />
        <Button className="combo-open">
          <svg width="12" height="8" viewBox="0 0 12 8" aria-hidden="true">
            <path d="M1 1l5 5 5-5" />
          </svg>
        </Button>
      </div>
      <Popover className="combo-list" offset={4}>
        <ListBox>
          {(choice: { id: string; label: string }) => (
            <ListBoxItem className="combo-item" textValue={choice.label}>
              {choice.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
