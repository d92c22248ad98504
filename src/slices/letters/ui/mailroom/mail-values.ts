import type { z } from 'zod'
import type { KeptFile } from '../../../../ui/controls/use-upload.ts'
import type { readProposal, registerMail } from '../../contract.ts'
import type { Direction } from '../../model.ts'
import type { MailView } from './view.ts'

type Entered = Omit<z.input<typeof registerMail.input>, 'act' | 'direction'>

/** A letter as its form holds it: texts only, so that a draft can be kept. `files` and `attachments` are JSON. */
export const emptyMail = {
  kind: 'lain',
  partner: '',
  partnerName: '',
  correspondent: '',
  number: '',
  unit: '',
  unitName: '',
  issuer: '',
  numberType: '',
  srikandiRef: '',
  datedOn: '',
  passedOn: '',
  channel: 'post',
  spoke: '',
  subject: '',
  language: '',
  nature: 'biasa',
  security: 'biasa',
  seenAt: '',
  body: '',
  wantsAnswer: '',
  answerBy: '',
  relation: '',
  relationName: '',
  behind: '',
  files: '[]',
  mail: '',
  mailName: '',
  attachments: '[]',
}
export type MailValues = typeof emptyMail

/** The files that are kept already and stand in the form. */
export const filesIn = ({ files }: Pick<MailValues, 'files'>): KeptFile[] => JSON.parse(files) as KeptFile[]

/** Which files of the uploaded mail are to be kept. */
export const chosenIn = ({ attachments }: Pick<MailValues, 'attachments'>): number[] =>
  JSON.parse(attachments) as number[]

/** The form of a letter that is registered. */
export function valuesOf(mail: MailView): MailValues {
  return {
    ...emptyMail,
    kind: mail.kind,
    partner: mail.partner?.id ?? '',
    partnerName: mail.partner?.name ?? '',
    correspondent: mail.correspondent ?? '',
    number: mail.number ?? '',
    unit: mail.unit?.id ?? '',
    unitName: mail.unit?.name ?? '',
    issuer: mail.issuer ?? '',
    numberType: mail.numberType ?? '',
    srikandiRef: mail.srikandiRef ?? '',
    datedOn: mail.datedOn ?? '',
    passedOn: mail.passedOn,
    channel: mail.channel,
    spoke: mail.spoke ?? '',
    subject: mail.subject,
    language: mail.language ?? '',
    nature: mail.nature,
    security: mail.security,
    seenAt: mail.seenAt ?? '',
    body: mail.body ?? '',
    wantsAnswer: mail.wantsAnswer ? '1' : '',
    answerBy: mail.answerBy ?? '',
    relation: mail.relations[0]?.id ?? '',
    relationName: mail.relations[0]?.title ?? '',
    files: JSON.stringify(mail.files.map(({ id, name, bytes }) => ({ id, name, bytes }))),
  }
}

/** What an uploaded mail proposes, over what the form held. */
export function proposed(
  values: MailValues,
  { mail, name, said }: { mail: string; name: string; said: z.output<typeof readProposal.output> },
): MailValues {
  return {
    ...values,
    mail,
    mailName: name,
    channel: 'mail',
    correspondent: said.from,
    datedOn: said.datedOn ?? '',
    subject: said.subject,
    body: said.body,
    language: said.language ?? values.language,
    attachments: JSON.stringify(said.files.filter(({ kind }) => kind !== null).map(({ at }) => at)),
  }
}

const given = (text: string): string | undefined => (text.trim() === '' ? undefined : text)

/** What is sent. Further relations of a letter, which the form does not show, stay as they are. */
export function inputOf(
  values: MailValues,
  { answers, others = [] }: { answers?: string | undefined; others?: readonly string[] } = {},
): Entered {
  const wantsAnswer = values.wantsAnswer === '1'
  const relation = given(values.relation)
  const optional = {
    partner: given(values.partner),
    correspondent: given(values.correspondent),
    number: given(values.number),
    unit: given(values.unit),
    issuer: given(values.issuer),
    numberType: given(values.numberType),
    srikandiRef: given(values.srikandiRef),
    datedOn: given(values.datedOn),
    spoke: values.channel === 'phone' ? given(values.spoke) : undefined,
    language: given(values.language),
    seenAt: given(values.seenAt),
    body: given(values.body),
    answerBy: wantsAnswer ? given(values.answerBy) : undefined,
    answers,
  }
  return {
    kind: values.kind as Entered['kind'],
    passedOn: values.passedOn,
    channel: values.channel as Entered['channel'],
    subject: values.subject,
    nature: values.nature as Entered['nature'],
    security: values.security as Entered['security'],
    wantsAnswer,
    relations: [...(relation === undefined ? [] : [relation]), ...others],
    files: filesIn(values).map(({ id }) => id),
    ...(Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)) as Partial<Entered>),
  }
}

/** What only a new letter has: the uploaded mail, and the number it stands behind. */
export function newInputOf(values: MailValues): Pick<Entered, 'mail' | 'attachments' | 'behind'> {
  const behind = Number(values.behind)
  return {
    ...(values.mail !== '' && { mail: values.mail, attachments: chosenIn(values) }),
    ...(values.behind !== '' && Number.isInteger(behind) && { behind }),
  }
}

export const directionIn = (search: URLSearchParams): Direction => (search.get('arah') === 'keluar' ? 'out' : 'in')
