/** The verbs in which the invented region's records are entered. */
import type { PartialDate } from '../../shared/dates.ts'
import type { Named } from '../../shared/names.ts'
import { addAlias, addPartner, addProfileFact } from '../partners/commands.ts'
import type { PartnerTier } from '../partners/model.ts'
import type { CooperationType, PartnerKind } from '../procedures/model.ts'
import type { SectorId } from '../reference/model.ts'
import {
  addField,
  beginProcess,
  beginRelation,
  discontinueRelation,
  mendRelation,
  publishRelation,
  setNextStep,
  withdrawRelation,
} from '../relations/commands.ts'
import type { Initiator, Standing } from '../relations/model.ts'
import { getRelation } from '../relations/queries.ts'
import { addressOf, sampleDay, type Entering } from './contoh-day.ts'
import { enterPapers, type SamplePaper } from './contoh-papers.ts'
import { enterTexts, type SampleText } from './contoh-texts.ts'

export interface SamplePartner extends Named {
  kind: PartnerKind
  tier?: PartnerTier
  country?: string
  native?: string
  nativeLang?: string
  aliases?: readonly string[]
  /** "More than 4 countries", as its own page says. */
  countries?: number
}

/** A field from the catalogue, in own words, or counted and never named. */
export type SampleField = readonly [SectorId | { name: string } | undefined, Standing]

export interface SampleRelation {
  /** Without the word that begins every address here. */
  slug: string
  partner?: SamplePartner
  label?: string
  began: PartialDate
  type?: CooperationType
  purpose?: string
  initiator?: Initiator
  fields?: readonly SampleField[]
  papers?: readonly SamplePaper[]
  texts?: readonly SampleText[]
  /** A further run of the procedure, with its own papers and texts. */
  again?: { began: string; papers?: readonly SamplePaper[]; texts?: readonly SampleText[] }
  notContinued?: { on: string; reason: string }
  next?: { from: string; what?: string; due?: string; reason?: 'waiting_partner' | 'waiting_direction' }
  shown?: 'published' | 'withdrawn'
}

/** Enters relations one after the other, as an officer would: partner, relation, fields, papers, texts, what follows. */
export async function enterRelations(call: Entering, samples: readonly SampleRelation[]): Promise<void> {
  for (const sample of samples) await enterRelation(call, sample)
}

async function enterRelation(call: Entering, sample: SampleRelation): Promise<void> {
  const { partner, label, began, initiator, papers = [], texts = [], again, shown } = sample
  const slug = addressOf(sample)
  const of = partner === undefined ? {} : { partner: await enterPartner(call, { slug, partner }) }
  const named = { ...of, ...(label !== undefined && { label }) }
  const { id } = await beginRelation(call, {
    slug,
    beganOn: began,
    ...named,
    ...(initiator !== undefined && { process: { initiator } }),
  })
  await describe(call, { id, sample })
  const known = await enterPapers(call, { relation: id, papers })
  await enterTexts(call, { relation: id, texts, known })
  if (again !== undefined) await renew(call, { id, again })
  await follow(call, { id, sample })
  if (shown !== undefined) await publishRelation(call, { id })
  if (shown === 'withdrawn') await withdrawRelation(call, { id })
}

async function enterPartner(
  call: Entering,
  { slug, partner }: { slug: string; partner: SamplePartner },
): Promise<string> {
  const { aliases = [], countries, native, ...card } = partner
  const { id } = await addPartner(call, { slug, ...card, ...(native !== undefined && { nativeName: native }) })
  for (const name of aliases) await addAlias(call, { id, name })
  if (countries !== undefined) {
    const fact = { kind: 'countries_worked_with', number: countries, moreThan: true } as const
    await addProfileFact(call, { partner: id, occurredOn: '2025', ...fact })
  }
  return id
}

interface Known {
  id: string
  sample: SampleRelation
}

async function describe(call: Entering, { id, sample }: Known): Promise<void> {
  const { type, purpose, fields = [], began } = sample
  if (type !== undefined || purpose !== undefined) {
    await mendRelation(call, { id, rev: 1, cooperationType: type, purpose })
  }
  for (const [field, standing] of fields) {
    const named = typeof field === 'string' ? { sector: field } : { ...field }
    await addField(call, { id, standing, occurredOn: began, ...named })
  }
}

async function renew(
  call: Entering,
  { id, again }: { id: string; again: NonNullable<SampleRelation['again']> },
): Promise<void> {
  const { began, papers = [], texts = [] } = again
  await beginProcess(call, { id, beganOn: began, initiator: 'region' })
  const known = await enterPapers(call, { relation: id, papers })
  await enterTexts(call, { relation: id, texts, known })
}

async function follow(call: Entering, { id, sample }: Known): Promise<void> {
  const { notContinued, next } = sample
  if (notContinued !== undefined) {
    const { rev } = await getRelation(call.tx, { id, on: sampleDay })
    const { on: notContinuedOn, reason } = notContinued
    await discontinueRelation({ ...call, on: sampleDay }, { act: call.act.id, id, rev, notContinuedOn, reason })
  }
  if (next === undefined) return
  const { from, what, due, reason } = next
  // What was due by then is late on the sample day.
  await setNextStep({ ...call, on: from }, { id, what, reason, dueOn: due })
}
