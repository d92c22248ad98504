import { useState } from 'react'
import { toLocalTime } from '../../../../shared/dates.ts'
import { formatDate } from '../../../../shared/format.ts'
import { useLanguage } from '../../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../../ui/marks/empty-state.tsx'
import { LinksOf } from '../../../links/ui/links-of.tsx'
import { ShareLink } from '../../../links/ui/share-link.tsx'
import { inviteJuror } from '../../judging-contract.ts'
import { JurorForm } from './juror-form.tsx'
import type { Judging, JudgingProps } from './judging-part.tsx'
import { LeaveForm } from './leave-form.tsx'
import { words } from './messages/words.gen.ts'
import { writeDifference, writePoints } from './written.ts'

/** Who judges: by which decree, what she declared, how many of her sheets are in, and once opened how lenient she is. */
export function JurorsPart({ contest, judging }: JudgingProps) {
  const w = words[useLanguage()].part
  const [adds, setAdds] = useState(false)
  const canChange = judging.mayKeep && ['none', 'rules', 'judging'].includes(judging.stage)
  return (
    <section className="after" aria-labelledby="judul-juri">
      <h3 id="judul-juri">{w.jurors}</h3>
      {judging.jurors.length === 0 && <EmptyState>{w.noJurors}</EmptyState>}
      <ul className="rows">
        {judging.jurors.map((juror) => (
          <JurorRow key={juror.id} contest={contest} judging={judging} juror={juror} canChange={canChange} />
        ))}
      </ul>
      {canChange && !adds && (
        <p className="acts">
          <button type="button" className="btn sm" onClick={() => setAdds(true)}>
            {w.addJuror}
          </button>
        </p>
      )}
      {canChange && adds && <JurorForm contest={contest.id} onClose={() => setAdds(false)} />}
    </section>
  )
}

type Juror = Judging['jurors'][number]

function JurorRow({ contest, judging, juror, canChange }: JudgingProps & { juror: Juror; canChange: boolean }) {
  const language = useLanguage()
  const w = words[language].part
  const [shows, setShows] = useState<'invite' | 'mend' | 'leave'>()
  const { number, name, body, decree, declaredAt, leftOn, leftReason, ties, sent, due, conflicts, leniency } = juror
  const about = [body, decree === null ? null : w.decreeIs({ number: decree })].filter((part) => part !== null)
  const told = [
    declaredAt === null
      ? w.notDeclared
      : w.declaredOn({ day: formatDate(toLocalTime(declaredAt, contest.zone).date, language) }),
    ...(judging.stage === 'none' || judging.stage === 'rules' ? [] : [w.sheetsOf({ sent, due })]),
    ...(conflicts > 0 ? [w.conflictsOf({ n: conflicts })] : []),
    ...(leniency === undefined ? [] : [w.leniency({ mean: writePoints(language, leniency.mean) })]),
    ...(leniency === undefined || leniency.difference === null
      ? []
      : [w.difference({ difference: writeDifference(language, leniency.difference) })]),
  ]
  const choices = { invite: w.invite, mend: w.mend, leave: w.leave } as const
  return (
    <li>
      <p className="key">{words[language].seatName({ n: number })}</p>
      <div>
        <p>
          <bdi>{name}</bdi>
        </p>
        {about.length > 0 && (
          <p className="s q">
            <bdi>{about.join(' · ')}</bdi>
          </p>
        )}
      </div>
      <div>
        {leftOn !== null ? (
          <p className="s">{w.left({ day: formatDate(leftOn, language), reason: leftReason ?? '' })}</p>
        ) : (
          <p className="s q">{told.join(' · ')}</p>
        )}
        {ties?.helpsAll === true && <p className="s st-wait">{w.helpsAll}</p>}
        {canChange && leftOn === null && (
          <p className="acts">
            {(['invite', 'mend', 'leave'] as const).map((each) => (
              <button
                key={each}
                type="button"
                className="btn sm text"
                aria-expanded={shows === each}
                onClick={() => setShows(shows === each ? undefined : each)}
              >
                {choices[each]}
                <span className="vh">: {name}</span>
              </button>
            ))}
          </p>
        )}
        {canChange && shows === 'invite' && (
          <>
            <ShareLink
              endpoint={inviteJuror}
              id={juror.id}
              party={name}
              days={60}
              textOf={(address, { party }) => w.inviteText({ party, contest: contest.title, address })}
            />
            <LinksOf subject={juror.id} />
          </>
        )}
        {canChange && shows === 'mend' && (
          <JurorForm contest={contest.id} juror={juror} onClose={() => setShows(undefined)} />
        )}
        {canChange && shows === 'leave' && <LeaveForm juror={juror} onClose={() => setShows(undefined)} />}
      </div>
    </li>
  )
}
