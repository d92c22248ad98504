import { nameForm, personName, type NameForm, type NameParts } from '../../shared/person-name.ts'

export type PersonNameProps = Partial<Pick<NameForm, 'given' | 'family' | 'between'>> & {
  order: NameForm['order']
  /** Language of the Latin form, as `ja-Latn`. */
  lang?: string | undefined
  /** The name in its own script: only where a source writes it. */
  native?: string | undefined
}

/** A person's name; the family name stands in capitals because the reader may not know which of the two it is. */
export function PersonName({ given, family, order, between = ' ', lang, native }: PersonNameProps) {
  const familyName = family !== undefined && <span className="fam">{family}</span>
  const both = given !== undefined && family !== undefined
  return (
    <>
      <bdi className="person" lang={lang}>
        {order === 'family-first' && familyName}
        {order === 'family-first' && both && between}
        {given}
        {order === 'given-first' && both && between}
        {order === 'given-first' && familyName}
      </bdi>
      {native !== undefined && (
        <>
          {' '}
          <bdi lang={lang?.split('-')[0]}>{native}</bdi>
        </>
      )}
    </>
  )
}

/** A name as it is on record: in the order and with the mark that `personName` gives it in a text. */
export function RecordedName({ name }: { name: NameParts }) {
  const { isMarked, ...form } = nameForm(name)
  const lang = name.nameLang ?? undefined
  if (isMarked) return <PersonName {...form} lang={lang} />
  return (
    <bdi className="person" lang={lang}>
      {personName(name)}
    </bdi>
  )
}
