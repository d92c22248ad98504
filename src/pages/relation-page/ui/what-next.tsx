import { useRef, useState } from 'react'
import { Link } from 'react-router'
import { WriteLetterButton } from '../../../slices/letters/ui/write-letter-button.tsx'
import type { Obstacle, StepId } from '../../../slices/procedures/model.ts'
import { words as procedureWords } from '../../../slices/procedures/ui/messages/words.gen.ts'
import { missingTitle } from '../../../slices/procedures/ui/missing.ts'
import { ObstacleList } from '../../../slices/procedures/ui/obstacles.tsx'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { NextStep } from './next-step.tsx'
import { MeetingActs, UnassignedLine, useUnassigned } from './no-procedure.tsx'
import { Remedy } from './remedy.tsx'
import { SummaryFacts } from './summary-facts.tsx'
import { useRelationPage } from './use-page.ts'
import { useWork } from './use-work.ts'

/** What follows, and beside it what the law still wants for the step that comes next. */
export function WhatNext() {
  const { relation } = useRelationPage()
  const { language, may } = useVisitor()
  const { next } = useWork()
  const list = useRef<HTMLDetailsElement>(null)
  // A phone shows the title of the list alone; the list is long.
  const [isWide] = useState(() => matchMedia('(min-width: 60rem)').matches)
  if (next === null) {
    if (relation.process === null) return <WithoutProcedure />
    return (
      <div className="work-cols">
        <NextStep />
      </div>
    )
  }
  const obstacles = next.obstacles as Obstacle[]
  const look = () => {
    if (list.current === null) return
    list.current.open = true
    showList(list.current)
  }
  return (
    <div className="cols work-cols">
      <NextStep>
        <Prepare step={next.step} mayPrepare={next.mayPrepare} onLook={look} />
      </NextStep>
      <section>
        {obstacles.length > 0 && (
          <details className="miss" ref={list} open={isWide}>
            <summary>{missingTitle(language, { step: next.step, n: obstacles.length })}</summary>
            <ObstacleList
              language={language}
              obstacles={obstacles}
              act={(obstacle, words) => (
                <Remedy relation={relation} obstacle={obstacle}>
                  {words}
                </Remedy>
              )}
            />
            {may('relations.mend') && (
              <p className="s">
                <Link to={`/kerja-sama/${relation.slug}/catat?langkah=${next.step}`}>
                  {procedureWords[language].missing.record}
                </Link>
              </p>
            )}
          </details>
        )}
      </section>
    </div>
  )
}

/** Brings the list into view and marks it for a moment, so that the press does something also where it is open. */
function showList(list: HTMLElement): void {
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  list.querySelector('summary')?.focus({ preventScroll: true })
  list.scrollIntoView({ block: 'start', behavior: isStill ? 'instant' : 'smooth' })
  if (isStill) return
  const wash = getComputedStyle(list).getPropertyValue('--turmeric-wash')
  list.animate([{ backgroundColor: wash }, { backgroundColor: wash }, { backgroundColor: 'transparent' }], 1600)
}

/** Beside what follows stands what everybody asks first; the points discussed say what is still in nobody's hands. */
function WithoutProcedure() {
  const n = useUnassigned()
  return (
    <div className="cols work-cols">
      <NextStep {...(n > 0 && { unset: <UnassignedLine n={n} /> })}>
        <MeetingActs n={n} />
      </NextStep>
      <section>
        <SummaryFacts />
      </section>
    </div>
  )
}

/** The texts and letters that the product writes for a step, once nothing is missing. */
const papers = { pernyataan_kehendak: 'rancangan_loi', persetujuan_dprd: 'surat_dprd' } as const satisfies Partial<
  Record<StepId, string>
>

/** [Siapkan LoI]: always pressable; it leads to what is missing, or to the paper itself. */
function Prepare({ step, mayPrepare, onLook }: { step: StepId; mayPrepare: boolean; onLook: () => void }) {
  const { relation } = useRelationPage()
  const { language, may } = useVisitor()
  const w = procedureWords[language]
  if (!may('relations.mend')) return null
  const words = w.prepare({ what: w.prepared[step] })
  const paper = step in papers ? papers[step as keyof typeof papers] : undefined
  if (!mayPrepare) {
    return (
      <button type="button" className="btn go" onClick={onLook}>
        {words}
      </button>
    )
  }
  if (paper === undefined) {
    return (
      <Link className="btn go" to={`/kerja-sama/${relation.slug}/catat?langkah=${step}`}>
        {words}
      </Link>
    )
  }
  return (
    <WriteLetterButton relation={relation} kind={paper}>
      {words}
    </WriteLetterButton>
  )
}
