import { useEffect, useRef, useState } from 'react'
import { useLanguage } from '../../../../ui/controls/visitor.ts'
import { mergeTexts, settleMerge, type Stretch } from '../../summary-model.ts'
import { blockTitle, textsOf } from './minutes-words.ts'
import type { MinutesView } from './use-minutes.ts'
import { words } from './messages/words.gen.ts'

type Texts = Record<string, string>
type Choice = 'mine' | 'theirs' | 'both'

export type MergeMinutesProps = {
  minutes: MinutesView
  /** What stood there when typing began, and what was typed. */
  base: Texts
  mine: Texts
  busy: boolean
  onSave: (merged: Texts) => void
}

/** Two people wrote at once: what does not collide is together already, what collides stands side by side. */
export function MergeMinutes({ minutes, base, mine, busy, onSave }: MergeMinutesProps) {
  const language = useLanguage()
  const { merge: w } = words[language].sum
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const [choices, setChoices] = useState<Record<string, Choice>>({})
  const theirs = textsOf(minutes.blocks)
  const keys = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])]
  const blocks = keys.map((key) => {
    const texts = { base: base[key] ?? '', mine: mine[key] ?? '', theirs: theirs[key] ?? '' }
    const kind = key === 'pembuka' || key === 'keputusan' ? key : 'pokok'
    const title = blockTitle(language, { kind, ...(kind === 'pokok' && { point: key }) }, minutes.points)
    return { key, title, texts, stretches: mergeTexts(texts), isTouched: texts.mine !== texts.theirs }
  })
  const choiceOf = (key: string, at: number) => choices[`${key}/${at}`] ?? 'both'
  const settled = () =>
    Object.fromEntries(
      blocks.map(({ key, texts, stretches }) => {
        // A text that one of both left alone stays letter by letter, line ends too.
        if (texts.theirs === texts.base) return [key, texts.mine]
        if (texts.mine === texts.base || texts.mine === texts.theirs) return [key, texts.theirs]
        const collisions = stretches.filter(({ of }) => of === 'collision')
        return [key, settleMerge(stretches, collisions.map((_, at) => choiceOf(key, at)))] // prettier-ignore
      }),
    )
  return (
    <section className="refuse" aria-label={w.title}>
      <h2 tabIndex={-1} ref={heading}>
        {w.title}
      </h2>
      <p>{w.why}</p>
      {blocks
        .filter(({ isTouched }) => isTouched)
        .map(({ key, title, stretches }) => (
          <div className="gap3" key={key}>
            <h3>
              <bdi>{title}</bdi>
            </h3>
            <Stretches
              stretches={stretches}
              title={title}
              choiceOf={(at) => choiceOf(key, at)}
              onChoose={(at, choice) => setChoices((before) => ({ ...before, [`${key}/${at}`]: choice }))}
            />
          </div>
        ))}
      <p className="acts gap">
        <button type="button" className="btn go" aria-busy={busy} onClick={() => onSave(settled())}>
          {w.save}
        </button>
      </p>
    </section>
  )
}

type StretchesProps = {
  stretches: readonly Stretch[]
  title: string
  choiceOf: (at: number) => Choice
  onChoose: (at: number, choice: Choice) => void
}

function Stretches({ stretches, title, choiceOf, onChoose }: StretchesProps) {
  const { merge: w } = words[useLanguage()].sum
  const label: Record<Choice, string> = { both: w.both, mine: w.useMine, theirs: w.useTheirs }
  const numbered = stretches.map((stretch, at) => ({
    stretch,
    at: stretches.slice(0, at).filter(({ of }) => of === 'collision').length,
  }))
  return numbered.map(({ stretch, at }, index) => {
    if (stretch.of !== 'collision') {
      return stretch.lines.map((line, n) => (
        <p key={`${index}/${n}`}>
          <bdi>{line}</bdi>
          {stretch.of !== 'both' && <span className="s q"> · {w.merged}</span>}
        </p>
      ))
    }
    return (
      <div key={index}>
        <div className="two gap">
          {(['mine', 'theirs'] as const).map((side) => (
            <div key={side}>
              <b>{w[side]}</b>
              {stretch[side].map((line, n) => (
                <p key={n}>
                  <bdi>{line}</bdi>
                </p>
              ))}
            </div>
          ))}
        </div>
        <select
          className="in short"
          aria-label={w.choice({ block: title })}
          value={choiceOf(at)}
          onChange={(event) => onChoose(at, event.currentTarget.value as Choice)}
        >
          {(['both', 'mine', 'theirs'] as const).map((one) => (
            <option key={one} value={one}>
              {label[one]}
            </option>
          ))}
        </select>
      </div>
    )
  })
}
