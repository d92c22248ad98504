import { type DragEvent, useRef, useState } from 'react'
import { fileMost } from '../../shared/file-limits.ts'
import { formatBytes } from '../../shared/format.ts'
import { Field } from '../marks/field.tsx'
import { FileProblem } from './file-problem.tsx'
import { type KeepEndpoint, type KeptFile, useUpload } from './use-upload.ts'
import { useLanguage } from './visitor.ts'
import { words } from './messages/words.gen.ts'

export type FileDropProps = {
  id: string
  label: string
  hint?: string
  error?: string | undefined
  /** The endpoint that keeps it (files.keepFile). */
  keep: KeepEndpoint
  file: KeptFile | undefined
  onFile: (file: KeptFile | undefined) => void
  /** Only pictures are asked for. */
  picture?: boolean
  /** Photographs of people's places: what the camera wrote into them is taken out on the way in, unless it is wanted. */
  bare?: boolean
}

const documents = '.pdf,.jpg,.jpeg,.png,.docx,.xlsx'
const pictures = '.jpg,.jpeg,.png'

/** One file: chosen, dropped or photographed, sent at once. What is refused says why; the file that was there stays. */
export function FileDrop({ id, label, hint, error, keep, file, onFile, picture = false, bare = false }: FileDropProps) {
  const language = useLanguage()
  const w = words[language].file
  const chooser = useRef<HTMLInputElement>(null)
  const camera = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [keepsPlace, setKeepsPlace] = useState(false)
  const [tooLarge, setTooLarge] = useState(false)
  const upload = useUpload(keep, onFile)
  const take = (list: FileList | null) => {
    const chosen = list?.[0]
    if (chosen === undefined) return
    setTooLarge(chosen.size > fileMost)
    if (chosen.size <= fileMost) void upload.send(chosen, { bare: bare && !keepsPlace })
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  const { under } = upload
  const percent = Math.floor((under?.part ?? 0) * 100)
  const state = under === undefined ? '' : percent < 100 ? w.sending({ name: under.name, percent }) : w.looking(under)
  return (
    <Field id={id} label={label} hint={hint ?? w.kinds} error={error}>
      {(link) => (
        <div
          className={over ? 'drop over' : 'drop'}
          onDragOver={(event) => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          {file !== undefined && (
            <p className="drop-file">
              <bdi>{file.name}</bdi> <span className="q">{formatBytes(file.bytes, language)}</span>{' '}
              <button type="button" className="btn sm" aria-label={w.remove(file)} onClick={() => onFile(undefined)}>
                {w.removeShort}
              </button>
            </p>
          )}
          <p className="acts">
            <button
              type="button"
              className="btn"
              aria-label={`${w.choose}: ${label}`}
              {...link}
              onClick={() => chooser.current?.click()}
            >
              {w.choose}
            </button>
            <button type="button" className="btn drop-photo" onClick={() => camera.current?.click()}>
              {w.photo}
            </button>
            <span className="q s drop-words">{w.drop}</span>
          </p>
          {bare && (
            <label className="pick s">
              <input
                type="checkbox"
                checked={keepsPlace}
                onChange={(event) => setKeepsPlace(event.currentTarget.checked)}
              />
              {w.keepPlace}
            </label>
          )}
          <input
            ref={chooser}
            type="file"
            hidden
            tabIndex={-1}
            accept={picture ? pictures : documents}
            onChange={(event) => {
              take(event.currentTarget.files)
              event.currentTarget.value = ''
            }}
          />
          <input
            ref={camera}
            type="file"
            hidden
            tabIndex={-1}
            accept="image/jpeg"
            capture="environment"
            onChange={(event) => {
              take(event.currentTarget.files)
              event.currentTarget.value = ''
            }}
          />
          {under !== undefined && (
            <p className="drop-under">
              <progress max={100} value={percent} aria-label={under.name} />{' '}
              <button type="button" className="btn sm" onClick={upload.stop}>
                {w.stop}
              </button>
            </p>
          )}
          <p className="s q" role="status">
            {state !== '' ? state : file === undefined ? '' : w.kept(file)}
          </p>
          <FileProblem
            failure={upload.failure}
            tooLarge={tooLarge}
            picture={picture}
            onAgain={() => void upload.again()}
          />
        </div>
      )}
    </Field>
  )
}
