export type PersonNameProps = {
  given?: string | undefined
  family?: string | undefined
  order: 'given-first' | 'family-first'
  /** Language of the Latin form, as `ja-Latn`. */
  lang?: string | undefined
  /** The name in its own script: only where a source writes it. */
  native?: string | undefined
}

/** A person's name; the family name stands in capitals because the reader may not know which of the two it is. */
export function PersonName({ given, family, order, lang, native }: PersonNameProps) {
  const familyName = family !== undefined && <span className="fam">{family}</span>
  const both = given !== undefined && family !== undefined
  return (
    <>
      <bdi className="person" lang={lang}>
        {order === 'family-first' && familyName}
        {order === 'family-first' && both && ' '}
        {given}
        {order === 'given-first' && both && ' '}
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
