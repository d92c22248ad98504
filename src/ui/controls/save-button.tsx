import { useLanguage } from './visitor.ts'
import { words } from './messages/words.gen.ts'

export type SaveButtonProps = { label: string; busy: boolean; small?: boolean }

/** Submits its form. It stays pressable while it waits and says so; a second press is the same act. */
export function SaveButton({ label, busy, small = false }: SaveButtonProps) {
  const w = words[useLanguage()].save
  return (
    <button type="submit" className={small ? 'btn go sm' : 'btn go'} aria-busy={busy}>
      {busy ? w.busy : label}
    </button>
  )
}
