import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { countOfMember } from '../../../slices/followup/contract.ts'
import { endMember, listColleagues } from '../../../slices/identity/contract.ts'
import { listUnits } from '../../../slices/reference/contract.ts'
import { ConfirmDialog } from '../../../ui/controls/confirm-dialog.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { faultWord } from '../../../ui/controls/faults.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { useFocusOnMount } from '../../../ui/controls/use-focus-on-mount.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { SelectField } from '../../../ui/marks/field.tsx'
import type { MemberRow } from './mend-member.tsx'
import { useSettledAct } from './use-settled-act.ts'
import { words } from './messages/words.gen.ts'

export type EndMemberProps = {
  row: MemberRow
  onStay: () => void
  onEnded: () => void
  /** Told when she is the last administrator, who stays. */
  onLast: () => void
}

/**
 * Ends a membership. What she has open is told first, and given to one colleague or agency in the same act; the undo
 * gives it back with the membership.
 */
export function EndMember({ row, onStay, onEnded, onLast }: EndMemberProps) {
  const language = useLanguage()
  const w = words[language].members
  const { data } = useQuery(queryOf(countOfMember, { member: row.id }))
  const [to, setTo] = useState({ member: '', unit: '' })
  const ending = useSettledAct(endMember, { key: row.id, said: w.ended, after: onEnded })
  const open = data?.open
  const isLast = ending.failure?.code === 'not_yet'
  useEffect(() => void (isLast && onLast()), [isLast, onLast])
  const end = async (isGiven: boolean) => {
    const { member, unit } = to
    const given = isGiven ? { ...(member !== '' && { member }), ...(unit !== '' && { unit }) } : {}
    await ending.send({ id: row.id, ...given })
  }
  if (open === undefined) return null
  if (open === 0) {
    return (
      <>
        <ConfirmDialog
          title={w.endTitle({ name: row.name })}
          text={row.mine ? w.endOwnText : w.endText}
          stay={words[language].cancel}
          go={w.end}
          onStay={onStay}
          onGo={() => void end(false)}
        />
        <FailureNotice acting={ending} />
      </>
    )
  }
  const fault = ending.failure?.code === 'invalid' ? ending.failure.details.fields?.[0]?.fault : undefined
  return (
    <HandOver
      row={row}
      open={open}
      to={to}
      error={fault && faultWord(language, fault)}
      onTo={setTo}
      acts={
        <>
          <FailureNotice acting={ending} />
          <div className="acts">
            {(to.member !== '' || to.unit !== '') && (
              <button type="button" className="btn go" aria-busy={ending.busy} onClick={() => void end(true)}>
                {w.endAndGive}
              </button>
            )}
            <button type="button" className="btn loss" aria-busy={ending.busy} onClick={() => void end(false)}>
              {w.endWithout}
            </button>
            <button type="button" className="btn" onClick={onStay}>
              {words[language].cancel}
            </button>
          </div>
        </>
      }
    />
  )
}

type HandOverProps = {
  row: MemberRow
  open: number
  to: { member: string; unit: string }
  error: string | undefined
  onTo: (to: { member: string; unit: string }) => void
  acts: ReactNode
}

function HandOver({ row, open, to, error, onTo, acts }: HandOverProps) {
  const language = useLanguage()
  const w = words[language].members
  const { data: colleagues } = useQuery(queryOf(listColleagues, {}))
  const { data: units } = useQuery(queryOf(listUnits, {}))
  const first = useFocusOnMount<HTMLHeadingElement>(true)
  return (
    <section className="form gap3" aria-label={w.endTitle({ name: row.name })}>
      <h3 ref={first} tabIndex={-1}>
        {w.endTitle({ name: row.name })}
      </h3>
      <p>{row.mine ? w.endOwnText : w.endText}</p>
      <p>{w.hasOpen({ n: open })}</p>
      <SelectField
        id={`to-member-${row.id}`}
        label={w.giveMember}
        error={error}
        value={to.member}
        choices={[
          { value: '', label: words[language].noUnit },
          ...(colleagues?.rows ?? [])
            .filter(({ id }) => id !== row.id)
            .map(({ id, name, unit }) => ({
              value: id,
              label: unit === undefined ? name : `${name} · ${unit.name}`,
            })),
        ]}
        onChange={(event) => onTo({ ...to, member: event.currentTarget.value })}
      />
      <SelectField
        id={`to-unit-${row.id}`}
        label={w.giveUnit}
        value={to.unit}
        choices={[
          { value: '', label: words[language].noUnit },
          ...(units?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => onTo({ ...to, unit: event.currentTarget.value })}
      />
      {acts}
    </section>
  )
}
