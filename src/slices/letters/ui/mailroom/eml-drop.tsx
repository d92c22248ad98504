import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Link } from 'react-router'
import { fileMost } from '../../../../shared/file-limits.ts'
import { formatBytes } from '../../../../shared/format.ts'
import { FileProblem } from '../../../../ui/controls/file-problem.tsx'
import { call } from '../../../../ui/controls/call.ts'
import { queryOf } from '../../../../ui/controls/query.ts'
import { useUpload } from '../../../../ui/controls/use-upload.ts'
import { useLanguage } from '../../../../ui/controls/visitor.ts'
import { Field } from '../../../../ui/marks/field.tsx'
import { readProposal, receiveMail } from '../../contract.ts'
import { chosenIn, proposed, type MailValues } from './mail-values.ts'
import { words } from './messages/words.gen.ts'

export type EmlDropProps = { values: MailValues; onChange: (change: Partial<MailValues>) => void }

/** A mail from the mail program: it fills the form, and its files are chosen one by one. Nothing is entered by it. */
export function EmlDrop({ values, onChange }: EmlDropProps) {
  const language = useLanguage()
  const w = words[language].eml
  const chooser = useRef<HTMLInputElement>(null)
  const [tooLarge, setTooLarge] = useState(false)
  const [failed, setFailed] = useState(false)
  const upload = useUpload(receiveMail, (kept) => {
    setFailed(false)
    void call(readProposal, { id: kept.id })
      .then((said) => onChange(proposed(values, { mail: kept.id, name: kept.name, said })))
      .catch(() => setFailed(true))
  })
  const take = (file: File | undefined) => {
    if (file === undefined) return
    setTooLarge(file.size > fileMost)
    if (file.size <= fileMost) void upload.send(file)
  }
  return (
    <>
      <Field id="mail-eml" label={w.label} hint={w.hint}>
        {(link) => (
          <div
            className="drop"
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault()
              take(event.dataTransfer.files[0])
            }}
          >
            <button
              type="button"
              className="btn"
              aria-label={`${w.choose}: ${w.label}`}
              {...link}
              onClick={() => chooser.current?.click()}
            >
              {w.choose}
            </button>
            <input
              ref={chooser}
              type="file"
              hidden
              tabIndex={-1}
              accept=".eml,message/rfc822"
              onChange={(event) => {
                take(event.currentTarget.files?.[0])
                event.currentTarget.value = ''
              }}
            />
            <p className="s q" role="status">
              {upload.under !== undefined ? w.reading : values.mail === '' ? '' : w.read({ name: values.mailName })}
            </p>
            <FileProblem failure={upload.failure} tooLarge={tooLarge} onAgain={() => void upload.again()} />
            {failed && (
              <p className="err" role="alert">
                {w.gone}
              </p>
            )}
          </div>
        )}
      </Field>
      {values.mail !== '' && <Attachments values={values} onChange={onChange} />}
    </>
  )
}

function Attachments({ values, onChange }: EmlDropProps) {
  const language = useLanguage()
  const w = words[language].eml
  const { data } = useQuery(queryOf(readProposal, { id: values.mail }))
  const chosen = chosenIn(values)
  if (data === undefined) return null
  const toggle = (at: number, on: boolean) =>
    onChange({ attachments: JSON.stringify(on ? [...chosen, at] : chosen.filter((each) => each !== at)) })
  return (
    <>
      {data.known.length > 0 && (
        <p className="st-wait" role="alert">
          {w.known}{' '}
          {data.known.map(({ id, subject }) => (
            <Link key={id} to={`/surat/catatan/${id}`}>
              <bdi>{subject}</bdi>
            </Link>
          ))}
        </p>
      )}
      {data.isCut && <p className="s st-wait">{w.cut}</p>}
      {data.files.length > 0 && (
        <fieldset className="f plain" id="mail-attachments">
          <legend>{w.files}</legend>
          {data.files.map(({ at, name, bytes, kind }) => (
            <label className="pick" key={at}>
              <input
                type="checkbox"
                disabled={kind === null}
                checked={chosen.includes(at)}
                onChange={(event) => toggle(at, event.currentTarget.checked)}
              />{' '}
              <bdi>{name}</bdi> <span className="q">{kind === null ? w.notKept : formatBytes(bytes, language)}</span>
            </label>
          ))}
        </fieldset>
      )}
    </>
  )
}
