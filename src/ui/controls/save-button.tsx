import { useLanguage } from './visitor.ts'
import { words } from './messages/words.gen.ts'

export type SaveButtonProps = {
  label: string
  busy: boolean
  small?: boolean
  /** Not filled: for a form that is not what the page is for. */
  quiet?: boolean
  /** For an act by which something is lost. */
  tone?: 'loss'
}

/** Submits its form. It stays pressable while it waits and says so; a second press is the same act. */
export function SaveButton({ label, busy, small = false, quiet = false, tone }: SaveButtonProps) {
  const w = words[useLanguage()].save
  return (
    <button
      type="submit"
      className={['btn', tone ?? (quiet ? '' : 'go'), small ? 'sm' : ''].join(' ')}
      aria-busy={busy}
    >
      {busy ? w.busy : label}
    </button>
  )
}
