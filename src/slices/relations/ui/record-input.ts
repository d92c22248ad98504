import type { KeptFile } from '../../../ui/controls/use-upload.ts'
import { isPartialDate } from '../../../shared/dates.ts'
import { answererOf, getProcedure, type DocumentId, type HolderId, type StepId } from '../../procedures/model.ts'

/** What the form "Catat yang sudah terjadi" holds; every value is text, as it was typed. */
export interface RecordValues {
  [name: string]: string
  step: StepId
  holder: string
  occurredOn: string
  outcome: string
  /** 'yes' where DPRD must see the returned plan again; '' lets the plan's changes decide. */
  dprdAgain: string
  note: string
  kind: string
  proof: 'file' | 'seen' | 'none'
  /** The kept file as JSON, as a draft must be text. */
  file: string
  seenAt: string
  number: string
  issuer: string
  datedOn: string
  receivedOn: string
  lang: string
  articles: string
  title: string
  numberOurs: string
  numberTheirs: string
  signedAt: string
  beginsOn: string
  term: 'unknown' | 'months' | 'ends' | 'open'
  termMonths: string
  endsOn: string
  originalAt: string
  official: string
  partnerName: string
  partnerOffice: string
}

export const emptyRecord = (step: StepId, occurredOn: string): RecordValues => ({
  step,
  holder: '',
  occurredOn,
  outcome: '',
  dprdAgain: '',
  note: '',
  kind: '',
  proof: 'file',
  file: '',
  seenAt: '',
  number: '',
  issuer: '',
  datedOn: '',
  receivedOn: '',
  lang: '',
  articles: '',
  title: '',
  numberOurs: '',
  numberTheirs: '',
  signedAt: '',
  beginsOn: '',
  term: 'unknown',
  termMonths: '',
  endsOn: '',
  originalAt: '',
  official: '',
  partnerName: '',
  partnerOffice: '',
})

/** The papers a step may bring, the one that ends it first. */
export function papersOf(step: StepId): DocumentId[] {
  const of = getProcedure('foreign-2018').steps.find(({ id }) => id === step)
  if (of === undefined) return []
  return [...new Set([...(of.closes === undefined ? [] : [of.closes]), ...of.documents])]
}

/** The paper that the form speaks of. */
export function paperOf({ step, kind }: Pick<RecordValues, 'step' | 'kind'>): DocumentId | undefined {
  const papers = papersOf(step)
  return papers.find((paper) => paper === kind) ?? papers[0]
}

/** On whose table a step can lie: its holders in the law, and the bodies that answer its papers. */
export function holdersOf(step: StepId): HolderId[] {
  const of = getProcedure('foreign-2018').steps.find(({ id }) => id === step)
  if (of === undefined) return []
  const answerers = of.documents.flatMap((paper) => answererOf(paper) ?? [])
  return [...new Set([...answerers, ...of.holders])]
}

/** Whether DPRD may have to see it again: a plan that it decided on comes back from the minister's verification. */
export function asksDprdAgain(values: Pick<RecordValues, 'step' | 'kind' | 'outcome'>): boolean {
  return values.step === 'verifikasi' && isAnswer(values) && values.outcome === 'returned'
}

/** Whether the paper is an outside body's answer, which agrees, returns or refuses. */
export function isAnswer(values: Pick<RecordValues, 'step' | 'kind'>): boolean {
  const paper = paperOf(values)
  return paper !== undefined && answererOf(paper) !== undefined
}

/** Whether the paper is the text itself, with numbers, term and signatories. */
export function isText(values: Pick<RecordValues, 'step' | 'kind'>): boolean {
  const paper = paperOf(values)
  return paper === 'loi' || paper === 'rencana_kerja_sama' || paper === 'naskah_asli'
}

/** Drafts and texts are in a language and have articles (UU 24/2009 Ps 31). */
export function hasArticles(values: Pick<RecordValues, 'step' | 'kind'>): boolean {
  return /^(rancangan|naskah)_/.test(paperOf(values) ?? '')
}

/** The file a draft holds; undefined while there is none, or when it is something else. */
export function readKept(text: string): KeptFile | undefined {
  try {
    const found: unknown = JSON.parse(text)
    return typeof found === 'object' && found !== null && 'id' in found ? (found as KeptFile) : undefined
  } catch {
    return undefined
  }
}

const typed = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim())
const number = (text: string): number | undefined => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : undefined)

/** Leaves out what was not typed, so that nothing empty is recorded as said. */
function said<Of extends object>(values: Of): { [Key in keyof Of]?: Exclude<Of[Key], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never
}

/** The input of `recordStep` that a filled form asks for. */
export function recordInput(values: RecordValues, { id, sure }: { id: string; sure: readonly string[] }) {
  const paper = paperOf(values)
  const seenAt = values.proof === 'seen' ? typed(values.seenAt) : undefined
  const file = values.proof === 'file' ? readKept(values.file)?.id : undefined
  const isProved = seenAt !== undefined || file !== undefined
  return {
    id,
    step: values.step,
    occurredOn: values.occurredOn.trim(),
    ...said({
      holder: (answererOf(paper ?? 'loi') ?? typed(values.holder)) as HolderId | undefined,
      outcome: isAnswer(values) ? (typed(values.outcome) as 'agreed' | undefined) : undefined,
      note: typed(values.note),
      dprdAgain: asksDprdAgain(values) && values.dprdAgain === 'yes' ? true : undefined,
    }),
    ...(isProved && {
      paper: said({
        kind: paper,
        file,
        seenAt,
        number: typed(values.number),
        issuer: typed(values.issuer),
        datedOn: typed(values.datedOn),
        receivedOn: typed(values.receivedOn),
        lang: hasArticles(values) ? typed(values.lang) : undefined,
        articles: hasArticles(values) ? number(values.articles) : undefined,
      }),
    }),
    ...(isText(values) && typed(values.title) !== undefined && { text: textInput(values) }),
    ...(sure.length > 0 && { sure: [...sure] }),
  }
}

function textInput(values: RecordValues) {
  const { term } = values
  const signatories = [
    ...(values.official === '' ? [] : [{ side: 'region' as const, official: values.official }]),
    ...(typed(values.partnerName) === undefined
      ? []
      : [
          {
            side: 'partner' as const,
            ...said({ name: typed(values.partnerName), office: typed(values.partnerOffice) }),
          },
        ]),
  ]
  return said({
    title: typed(values.title),
    numberOurs: typed(values.numberOurs),
    numberTheirs: typed(values.numberTheirs),
    signedOn: values.step === 'rencana_kerja_sama' ? undefined : values.occurredOn.trim(),
    signedAt: typed(values.signedAt),
    beginsOn: typed(values.beginsOn),
    termMonths: term === 'months' ? number(values.termMonths) : undefined,
    endsOn: term === 'ends' ? typed(values.endsOn) : undefined,
    isOpenEnded: term === 'open' ? true : undefined,
    originalAt: typed(values.originalAt),
    signatories: signatories.length > 0 ? signatories : undefined,
  })
}

/** What the form itself can see before it is sent: fields that cannot be meant. */
export function recordFaults(values: RecordValues): { path: string; fault: 'required' | 'not_a_date' }[] {
  const days = {
    datedOn: values.datedOn,
    receivedOn: values.receivedOn,
    beginsOn: values.beginsOn,
    endsOn: values.endsOn,
  }
  // Whoever says that there is a paper means it: without it nothing would be documented.
  const isUnproved =
    (values.proof === 'file' && readKept(values.file) === undefined) ||
    (values.proof === 'seen' && typed(values.seenAt) === undefined)
  return [
    ...(values.occurredOn.trim() === ''
      ? [{ path: 'occurredOn', fault: 'required' as const }]
      : isPartialDate(values.occurredOn.trim())
        ? []
        : [{ path: 'occurredOn', fault: 'not_a_date' as const }]),
    ...Object.entries(days).flatMap(([path, day]) =>
      day.trim() === '' || isPartialDate(day.trim()) ? [] : [{ path, fault: 'not_a_date' as const }],
    ),
    ...(isUnproved ? [{ path: values.proof === 'file' ? 'file' : 'seenAt', fault: 'required' as const }] : []),
  ]
}
