/**
 * Puts a text into the clipboard; false where the browser does not let us. On plain http in an office network there is
 * no navigator.clipboard, but the old command still copies what is selected.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copySelected(text)
  }
}

function copySelected(text: string): boolean {
  const area = document.createElement('textarea')
  area.value = text
  area.className = 'vh'
  area.readOnly = true
  document.body.append(area)
  const before = document.activeElement
  area.select()
  try {
    // oxlint-disable-next-line typescript/no-deprecated -- nothing else works without https
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    area.remove()
    if (before instanceof HTMLElement) before.focus()
  }
}
