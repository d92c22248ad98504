import { formatDate } from '../../../../shared/format.ts'
import { useAct } from '../../../../ui/controls/act.ts'
import { FailureNotice } from '../../../../ui/controls/failure-notice.tsx'
import { useLanguage } from '../../../../ui/controls/visitor.ts'
import { writeInstant } from '../../../../ui/controls/written.ts'
import { settleCorrection } from '../../contract.ts'
import { useSaved } from '../../../ledger/ui/use-saved.ts'
import { blockTitle } from './minutes-words.ts'
import type { MinutesView } from './use-minutes.ts'
import { words } from './messages/words.gen.ts'

type Answer = MinutesView['answers'][number]
export type AnswersProps = Pick<MinutesView, 'answers' | 'points'> & { mayMend: boolean }

/** What partners said of the minutes, correction by correction. */
export function Answers({ answers, points, mayMend }: AnswersProps) {
  const { sum: w } = words[useLanguage()]
  return (
    <section className="sec after">
      <h2>{w.answers}</h2>
      {answers.length === 0 && <p className="q">{w.noAnswers}</p>}
      {answers.map((answer) => (
        <AnswerOf key={answer.id} answer={answer} points={points} mayMend={mayMend} />
      ))}
    </section>
  )
}

function AnswerOf({ answer, points, mayMend }: { answer: Answer; mayMend: boolean } & Pick<MinutesView, 'points'>) {
  const language = useLanguage()
  const { sum: w } = words[language]
  const saved = useSaved()
  const { id, rev, name, role, party, version, corrections, answeredAt, settledOn } = answer
  const settling = useAct(settleCorrection, { key: id, done: async (_, act) => await saved(w.settled, act) })
  const isRight = answer.answer === 'sesuai'
  return (
    <div className="gap">
      <p>
        <b>{isRight ? w.saysRight : w.saysWrong}</b> · <bdi>{name}</bdi>
        {role !== undefined && (
          <>
            , <bdi>{role}</bdi>
          </>
        )}{' '}
        <span className="s q">
          <bdi>{party}</bdi> · {w.version({ n: version })} · {writeInstant(answeredAt, language)}
          {settledOn !== undefined && ` · ${w.settledOn({ date: formatDate(settledOn, language) })}`}
        </span>
      </p>
      {corrections.map(({ block, text }) => (
        <blockquote className="say-q" key={block}>
          <p className="typed">
            <bdi>{text}</bdi>
          </p>
          <footer>
            <bdi>{blockTitle(language, toBlock(block), points)}</bdi>
          </footer>
        </blockquote>
      ))}
      {mayMend && !isRight && settledOn === undefined && (
        <p className="acts">
          <button
            type="button"
            className="btn sm"
            aria-busy={settling.busy}
            onClick={() => void settling.send({ id, rev })}
          >
            {w.settle}
            <span className="vh">: {name}</span>
          </button>
        </p>
      )}
      <FailureNotice acting={settling} />
    </div>
  )
}

const toBlock = (key: string) =>
  key === 'pembuka' || key === 'keputusan' ? { kind: key } as const : { kind: 'pokok', point: key } as const // prettier-ignore
