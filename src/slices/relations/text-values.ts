import type { z } from 'zod'
import type { Tx } from '../../platform/database.ts'
import { fieldFailure } from '../../shared/failure.ts'
import type * as contract from './contract.ts'
import { isAhead, isBefore, refuseDoubtful, type Sure } from './doubt.ts'

export type MendInput = z.output<typeof contract.mendText.input>
export type TextValues = { [Key in keyof MendInput]?: MendInput[Key] | undefined }

/** The values of a text and the columns they stand in. */
const columns = {
  title: 'title',
  numberOurs: 'number_ours',
  numberTheirs: 'number_theirs',
  signedOn: 'signed_on',
  signedAt: 'signed_at',
  beginsOn: 'begins_on',
  termMonths: 'term_months',
  endsOn: 'ends_on',
  isOpenEnded: 'is_open_ended',
  terminatedOn: 'terminated_on',
  originalAt: 'original_at',
  certifiedCopyOn: 'certified_copy_on',
  targetMouOn: 'target_mou_on',
  replaces: 'replaces',
} as const
type Column = keyof typeof columns
export const textKeys = Object.keys(columns) as Column[]

/** What stays open once a text is signed and on file: what can only be known later. */
export const unlocked: readonly string[] = ['terminatedOn', 'originalAt', 'certifiedCopyOn', 'targetMouOn']

/** The values of a text that were given, as columns. */
export function givenOf(values: TextValues): Record<string, unknown> {
  const given = textKeys.filter((key) => values[key] !== undefined)
  return Object.fromEntries(
    given.map((key) => [columns[key], key === 'isOpenEnded' ? values[key] === true : values[key]]),
  )
}

/** One way of telling a term takes the place of the others, unless they are told too. */
export function mergeTerm<Values extends TextValues>(values: Values): Values {
  const { endsOn, termMonths, isOpenEnded } = values
  if (typeof endsOn !== 'string' && typeof termMonths !== 'number' && isOpenEnded !== true) return values
  return { ...values, endsOn: endsOn ?? null, termMonths: termMonths ?? null, isOpenEnded: isOpenEnded ?? false }
}

interface Asked {
  values: TextValues
  /** The text as it stands, where one is mended. */
  before?: Record<(typeof columns)[Column], unknown>
  on: string
  sure: Sure
  except?: string
  /** Before the names of its fields, where it is part of something larger. */
  at?: string
}

/** Refuses a term told twice or running backwards; asks about a signing still to come and a number given before. */
export async function refuseWrongTerm(tx: Tx, { values, before, on, sure, except, at = '' }: Asked): Promise<void> {
  const dayOf = (key: 'beginsOn' | 'endsOn' | 'signedOn' | 'terminatedOn') => {
    const day = values[key] === undefined ? before?.[columns[key]] : values[key]
    return typeof day === 'string' ? day : undefined
  }
  const terms = [typeof values.endsOn === 'string', typeof values.termMonths === 'number', values.isOpenEnded === true]
  if (terms.filter(Boolean).length > 1) throw fieldFailure(`${at}endsOn`, 'wrong')
  if (isBefore(dayOf('endsOn'), dayOf('beginsOn') ?? dayOf('signedOn')))
    throw fieldFailure(`${at}endsOn`, 'wrong_order')
  if (isBefore(dayOf('terminatedOn'), dayOf('signedOn'))) throw fieldFailure(`${at}terminatedOn`, 'wrong_order')
  refuseDoubtful(sure, {
    [`${at}signedOn`]: isAhead(values.signedOn, on),
    [`${at}numberOurs`]: await isNumbered(tx, values.numberOurs, except),
  })
}

/** Whether the region has given the number to another text. */
async function isNumbered(tx: Tx, number: string | null | undefined, except: string | undefined): Promise<boolean> {
  if (typeof number !== 'string') return false
  const row = await tx
    .selectFrom('relations.texts')
    .select('id')
    .where('number_ours', '=', number)
    .where('voided_on', 'is', null)
    .$if(except !== undefined, (query) => query.where('id', '!=', except ?? ''))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
