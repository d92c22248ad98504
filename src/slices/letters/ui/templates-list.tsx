import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { addressOf } from '../../../shared/endpoint.ts'
import { formatList } from '../../../shared/format.ts'
import type { Language } from '../../../shared/languages.ts'
import { useAct } from '../../../ui/controls/act.ts'
import type { ApiFailure } from '../../../ui/controls/call.ts'
import { FileDrop } from '../../../ui/controls/file-drop.tsx'
import { queryOf } from '../../../ui/controls/query.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { keepFile } from '../../files/contract.ts'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { words as letterWords } from '../messages/words.gen.ts'
import { listTemplates, readDelivered, replaceTemplate, restoreTemplate } from '../contract.ts'
import { words } from './messages/words.gen.ts'

type TemplateView = z.output<typeof listTemplates.output>['rows'][number]

/** Each kind of letter with the template of its Word file, and the way to another one. */
export function TemplatesList() {
  const language = useLanguage()
  const s = words[language].settings
  const { data } = useSuspenseQuery(queryOf(listTemplates, {}))
  return (
    <section className="after" aria-label={s.templates}>
      <h2>{s.templates}</h2>
      <p className="s q">{s.pdfNote}</p>
      <ul className="lines gap">
        {data.rows.map((template) => (
          <li key={template.kind}>
            <Template template={template} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Template({ template: { kind, file, rev, placeholders } }: { template: TemplateView }) {
  const language = useLanguage()
  const s = words[language].settings
  const sayDone = useSayDone()
  const queries = useQueryClient()
  const settle = (said: string) => async (_: unknown, act: string) => {
    sayDone(said, act)
    await queries.invalidateQueries()
  }
  const replacing = useAct(replaceTemplate, { key: kind, done: settle(s.replaced) })
  const restoring = useAct(restoreTemplate, { key: kind, done: settle(s.restored) })
  const failure = replacing.failure ?? restoring.failure
  return (
    <>
      <h3>{letterWords[language].kind[kind]}</h3>
      <p className="s q">
        <bdi>{file === null ? s.delivered : s.own({ name: file.name })}</bdi>
      </p>
      <p className="acts gap">
        <a className="btn sm" download href={addressOf(readDelivered, { kind }).url}>
          {s.fetch}
          <span className="vh">: {letterWords[language].kind[kind]}</span>
        </a>
        {file !== null && (
          <button
            type="button"
            className="btn sm"
            aria-busy={restoring.busy}
            onClick={() => void restoring.send({ kind, rev })}
          >
            {s.restore}
            <span className="vh">: {letterWords[language].kind[kind]}</span>
          </button>
        )}
      </p>
      <FileDrop
        id={`template-${kind}`}
        label={s.replace}
        hint={s.wordOnly}
        keep={keepFile}
        file={undefined}
        onFile={(kept) => kept !== undefined && void replacing.send({ kind, rev, file: kept.id })}
      />
      {failure !== undefined && <Refusal failure={failure} />}
      <details className="gap">
        <summary>{s.placeholders}</summary>
        <table className="t">
          <thead>
            <tr>
              <th scope="col">{s.placeholder}</th>
              <th scope="col">{s.meaning}</th>
            </tr>
          </thead>
          <tbody>
            {placeholders.map(({ name, role, required }) => (
              <tr key={name}>
                <td>
                  <code translate="no">{`{${name}}`}</code>
                </td>
                <td>
                  {meaningOf(language, name)} ({words[language].role[role]}
                  {required && `, ${s.required}`})
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  )
}

interface Faults {
  unknown: string[]
  lacking: string[]
}

function Refusal({ failure }: { failure: ApiFailure }) {
  const language = useLanguage()
  const s = words[language].settings
  const [faults] = (failure.details.missing ?? []) as Faults[]
  const lines = [
    ...(faults !== undefined && faults.unknown.length > 0
      ? [s.unknown({ names: formatList(faults.unknown, language) })]
      : []),
    ...(faults !== undefined && faults.lacking.length > 0
      ? [s.lacking({ names: formatList(faults.lacking, language) })]
      : []),
  ]
  const otherwise = failure.code === 'wrong_type' ? s.notWord : failure.code === 'invalid' ? s.broken : failure.message
  return (
    <div className="err gap" role="alert">
      {(lines.length > 0 ? lines : [otherwise]).map((line) => (
        <p key={line}>
          <bdi>{line}</bdi>
        </p>
      ))}
    </div>
  )
}

/** What a placeholder stands for; its bare name where the catalogue has none. */
function meaningOf(language: Language, name: string): string {
  const { meaning } = words[language]
  return Object.hasOwn(meaning, name) ? meaning[name as keyof typeof meaning] : name
}
