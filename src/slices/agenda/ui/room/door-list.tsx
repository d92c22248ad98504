import { toLocalTime } from '../../../../shared/dates.ts'
import { useLanguage } from '../../../../ui/controls/visitor.ts'
import { dropParticipant } from '../../contract.ts'
import { words as agendaWords } from '../../messages/words.gen.ts'
import { DropButton } from '../drop-button.tsx'
import { words } from './messages/words.gen.ts'

export type Signed = {
  id: string
  name: string
  organisation?: string | undefined
  role?: string | undefined
  signedAt: string
  rev: number
}

/** Who put her own name down, the newest first. */
export function DoorList({ rows, total, mayMend }: { rows: readonly Signed[]; total: number; mayMend: boolean }) {
  const language = useLanguage()
  const w = words[language].door
  const { comma } = agendaWords[language]
  return (
    <section className="sec after no-print">
      <h2>{w.list}</h2>
      <p role="status">{total === 0 ? <span className="q">{w.none}</span> : w.total({ n: total })}</p>
      <ul className="people">
        {rows.map(({ id, rev, name, organisation, role, signedAt }) => (
          <li key={id}>
            <p>
              <b>
                <bdi>{name}</bdi>
              </b>
              {[organisation, role].map((part, at) =>
                part === undefined ? null : (
                  <span key={at}>
                    {comma}
                    <bdi>{part}</bdi>
                  </span>
                ),
              )}{' '}
              <span className="s q">{toLocalTime(signedAt, 'WIB').time}</span>
            </p>
            {mayMend && (
              <DropButton endpoint={dropParticipant} input={{ id, rev }} label={w.strike} what={name} said={w.struck} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
