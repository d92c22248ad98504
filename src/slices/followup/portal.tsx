import type { Posted } from '../../platform/forms.ts'
import type { Page } from '../../platform/portal.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import { isActId, newId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import { nameIn, type Named } from '../../shared/names.ts'
import { hasIdentityNumber, lengthOf, tidyText } from '../../shared/text.ts'
import { keepFile, lookAtSent } from '../files/commands.ts'
import { actByLink, actField, type LinkPosting, type LinkRoom, type LinkVisit } from '../links/portal.tsx'
import { getRegion } from '../reference/queries.ts'
import { receiveAnswer } from './answering.ts'
import { answerPage, type AnswerFault, type AnswerForm } from './answer-page.tsx'
import { answerLimits, sayings, type Said } from './model.ts'
import { findCurrent, listAnswers, type Subjects } from './queries.ts'

/** What a follow-up follows from, in the reader's language; handed in where pages are wired. */
export type NameOf = (tx: Tx, asked: { subject: string; language: Language }) => Promise<string | undefined>

/** Handed in where pages are wired: names, and what no link shows. */
type Parts = { nameOf: NameOf } & Pick<Subjects, 'listClosed'>

/** The room of links by which a task is answered: what it is, what was answered, and three choices. */
export const roomWith = ({ nameOf, listClosed }: Parts): LinkRoom => ({
  purpose: 'answer_task',
  takes: answerLimits.file,
  async show(visit) {
    const said = sayings.find((each) => each === visit.query['terkirim'])
    return await draw(visit, { nameOf, listClosed, form: { id: newId() }, said })
  },
  submit: async (posting) => await submit(posting, { nameOf, listClosed }),
})

async function submit(posting: LinkPosting, parts: Parts): Promise<Posted> {
  const { form, link, language, on, file } = posting
  const note = tidyText(form['catatan'] ?? '').trim()
  const said = sayings.find((each) => each === form['jawaban'])
  const asked = form[actField] ?? ''
  const again: AnswerForm = { id: isActId(asked) ? asked : newId(), said, note, hadFile: file !== undefined }
  const refuse = async (fault: AnswerFault, status: 404 | 409 | 422 | 429 = 422, id = again.id) => ({
    page: await draw(posting, { ...parts, form: { ...again, id, fault } }),
    status,
  })
  if (said === undefined) return await refuse({ field: 'jawaban', fault: 'required' })
  if (lengthOf(note) > answerLimits.note) return await refuse({ field: 'catatan', fault: 'too_long' })
  if (hasIdentityNumber(note)) return await refuse({ field: 'catatan', fault: 'identity_number' })
  if (file === 'too_large') return await refuse({ field: 'berkas', fault: 'tooLarge' })
  const looked = file && (await lookAtSent(file))
  if (looked !== undefined && 'fault' in looked) return await refuse({ field: 'berkas', fault: looked.fault })
  const body = { said, note, file: file?.sha256 ?? null }
  try {
    await actByLink(posting, { link, verb: 'followup.answerByLink', body }, async ({ tx, act }) => {
      const task = await findCurrent(tx, link.subject)
      if (task === undefined || task.endedOn !== undefined) throw new Failure('stale')
      if ((await parts.listClosed(tx, [task.subject])).length > 0) throw new Failure('not_found')
      // Its bytes first, its row after: what the store has without a row does no harm.
      await file?.keep()
      const kept = file && looked && (await keepFile({ tx, act }, { ...looked, ...file }))
      act.about(task.subject)
      const answer = { said, note, noteLang: language, file: kept?.id }
      return await receiveAnswer({ tx, on }, { id: task.id, ...answer, by: { link: link.id } })
    })
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const { code } = error
    if (code === 'stale' || code === 'too_large') return await refuse({ failure: code }, 409)
    if (code === 'too_many') return await refuse({ failure: error }, 429)
    // Sent, gone back to and changed: another answer, under an act of its own.
    if (code === 'reused') return await refuse({ failure: code }, 409, newId())
    throw error
  }
  return { go: `/${language}${posting.path}?terkirim=${said}` }
}

async function draw(
  { language, link, on, path, database }: Pick<LinkVisit, 'language' | 'link' | 'on' | 'path' | 'database'>,
  { nameOf, listClosed, form, said }: Parts & { form: AnswerForm; said?: Said | undefined },
): Promise<Page> {
  return await database.inTenant({ tenant: link.tenant }, async (tx) => {
    const task = await findCurrent(tx, link.subject)
    if (task?.what === undefined) throw new Failure('not_found')
    // A letter may turn out to be a mission's after a link to its task was given.
    if ((await listClosed(tx, [task.subject])).length > 0) throw new Failure('not_found')
    const { name, names, slug } = await getRegion(tx)
    const region = { slug, name: nameIn(language, { name, names } as Named) }
    const from = task.subject === link.tenant ? region.name : await nameOf(tx, { subject: task.subject, language })
    // What staff wrote, or whoever had the task before, was not written for the holder of this link.
    const answers = await listAnswers(tx, { roots: [link.subject], link: link.id })
    return answerPage(language, { task, region, from, answers, link, on, path, form, said })
  })
}
