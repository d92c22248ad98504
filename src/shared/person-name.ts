/** A name in its parts; what is not known is empty or absent. `nameLang` as `ja-Latn`: whose letters it has. */
export interface NameParts {
  givenName: string | undefined
  familyName: string | undefined
  nameLang?: string | null | undefined
}

/** Languages whose family names readers of others may not tell from given ones. */
const marked = /^(ja|ko)\b/
const nativeScript = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]/u

/** How a name stands in a text: the same for every reader. */
export interface NameForm {
  given: string | undefined
  family: string | undefined
  /** Latin letters as the sources print them, given name first; a name in its own script begins with the family. */
  order: 'given-first' | 'family-first'
  /** What stands between the two: letters of its own script have no room. */
  between: '' | ' '
  /** Whether the family name is marked: of Japanese and Korean people in Latin letters. */
  isMarked: boolean
}

export function nameForm({ givenName, familyName, nameLang }: NameParts): NameForm {
  const [given, family] = [givenName, familyName].map((part) => (part === '' ? undefined : part))
  const isNative = nativeScript.test(`${given ?? ''}${family ?? ''}`)
  return {
    given,
    family,
    order: isNative ? 'family-first' : 'given-first',
    between: isNative ? '' : ' ',
    isMarked: !isNative && marked.test(nameLang ?? ''),
  }
}

/** A person's name as text, a marked family name in capitals. '' where neither part is known. */
export function personName(parts: NameParts): string {
  const { given, family, order, between, isMarked } = nameForm(parts)
  const last = isMarked ? family?.toUpperCase() : family
  const inOrder = order === 'given-first' ? [given, last] : [last, given]
  return inOrder.filter((part) => part !== undefined).join(between)
}
