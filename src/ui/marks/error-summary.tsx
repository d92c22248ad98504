export type FormError = {
  /** Id of the field to which the line leads. */
  field: string
  /** What to do, in the reader's language: "Isi nomor WhatsApp". */
  message: string
}

export type ErrorSummaryProps = {
  /** "Belum terkirim: dua isian perlu dilengkapi". */
  title: string
  errors: readonly FormError[]
}

/** Above a form that came back: what is missing, each line a link to its field. Nothing when nothing is missing. */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  if (errors.length === 0) return null
  return (
    <div className="errs" role="alert" tabIndex={-1}>
      <h2>{title}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={field}>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
