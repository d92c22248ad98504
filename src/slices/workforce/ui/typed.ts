import { dateTyped } from '../../../ui/controls/partial-date.ts'

/**
 * A number as it was typed: '3.000', '3,000' and '3 000' are three thousand, '8,87' is a part. What is none goes to the
 * server as it stands, which says so at the field; nothing typed is null.
 */
export function numberTyped(text: string): number | null {
  const typed = text.trim()
  if (typed === '') return null
  if (/^\d+$/.test(typed) || /^\d{1,3}([.,\s]\d{3})+$/.test(typed)) return Number(typed.replaceAll(/[.,\s]/g, ''))
  if (/^\d+[.,]\d{1,2}$/.test(typed)) return Number(typed.replace(',', '.'))
  return typed as unknown as number
}

/** What was typed, or null where nothing was. */
export const orNull = (text: string): string | null => (text.trim() === '' ? null : text)

/** A day as it was typed, or null. */
export const dayOrNull = (text: string): string | null => dateTyped(text) ?? null
