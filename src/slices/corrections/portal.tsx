import { asSystem } from '../../platform/act.ts'
import type { PortalForm, Posting } from '../../platform/forms.ts'
import type { PortalDb } from '../../platform/database.ts'
import type { PortalPage, PortalRegion } from '../../platform/portal.ts'
import { Failure } from '../../shared/failure.ts'
import { isActId, newId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import { hasIdentityNumber, lengthOf, tidyName, tidyText } from '../../shared/text.ts'
import { countCorrection } from '../identity/commands.ts'
import { correctionForm, receiptPage } from './correction-form.tsx'
import { receiveCorrection } from './commands.ts'
import { readReceipt, wordsLimit } from './model.ts'
import { findReceipt } from './queries.ts'

/** The published record that a reader writes about. */
export interface PublicSubject {
  tenant: string
  id: string
  title: string
  region: PortalRegion
}

/** How a public address of each kind leads to its record; handed in where pages are wired. */
export type FindSubject = (
  portal: PortalDb,
  asked: { slug: string; language: Language },
) => Promise<PublicSubject | undefined>

/** The last part of a source sheet's address, as the reader came from it. */
const topicOf = (text: string | undefined): string | undefined =>
  text !== undefined && /^[a-z0-9-]{1,200}$/.test(text) ? text : undefined

const faultOf = (text: string, most: number) =>
  lengthOf(text) > most ? 'too_long' : hasIdentityNumber(text) ? 'identity_number' : undefined

const formPage = (kind: string, find: FindSubject): PortalPage => ({
  path: `/${kind}/:slug/keliru`,
  private: true,
  async show({ language, parameters, query, portal }) {
    const slug = parameters['slug'] ?? ''
    const subject = await find(portal, { slug, language })
    if (subject === undefined) throw new Failure('not_found')
    return correctionForm(language, {
      subject,
      back: `/${kind}/${slug}`,
      form: newId(),
      topic: topicOf(query['tentang']),
    })
  },
})

const formPost = (kind: string, find: FindSubject): PortalForm => ({
  path: `/${kind}/:slug/keliru`,
  async submit(posting) {
    const { language, parameters, form, portal } = posting
    const slug = parameters['slug'] ?? ''
    const subject = await find(portal, { slug, language })
    if (subject === undefined) throw new Failure('not_found')
    const words = tidyText(form['kata'] ?? '').trim()
    const contact = tidyName(form['kontak'] ?? '').replace(/\p{Bidi_Control}/gu, '')
    const topic = topicOf(form['tentang'])
    // Spaces, points and marks without width say nothing.
    const fault = !/[\p{L}\p{N}]/u.test(words) ? 'required' : faultOf(words, wordsLimit)
    const contactFault = faultOf(contact, 254)
    const shown = {
      subject,
      back: `/${kind}/${slug}`,
      form: isActId(form['lembar'] ?? '') ? (form['lembar'] ?? '') : newId(),
      topic,
      words,
      contact,
    }
    if (fault !== undefined || contactFault !== undefined) {
      return { page: correctionForm(language, { ...shown, fault, contactFault }), status: 422 }
    }
    try {
      const { receipt } = await keep(posting, { ...shown, page: `/${kind}/${slug}` })
      return { go: `/${language}/tanda-terima/${receipt}` }
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      if (error.code === 'too_many')
        return { page: correctionForm(language, { ...shown, failure: error }), status: 429 }
      if (error.code === 'reused')
        return { page: correctionForm(language, { ...shown, form: newId(), again: true }), status: 409 }
      throw error
    }
  },
})

interface Kept {
  subject: PublicSubject
  form: string
  page: string
  topic: string | undefined
  words: string
  contact: string
}

/** The form is the actor: nobody is signed in, so the act is one of the system, in the region of the page. */
async function keep({ database, address, language, on }: Posting, kept: Kept): Promise<{ receipt: string }> {
  await countCorrection(database.identity, address)
  const { subject, form: id, page, topic, words, contact } = kept
  return await asSystem(database, { tenant: subject.tenant, verb: 'corrections.receiveCorrection' }, async (call) =>
    receiveCorrection(call, {
      id,
      subject: subject.id,
      page,
      topic,
      words,
      wordsLang: language,
      contact: contact === '' ? undefined : contact,
      receivedOn: on,
    }),
  )
}

const receipt: PortalPage = {
  path: '/tanda-terima/:receipt',
  private: true,
  async show({ language, parameters, portal }) {
    const number = readReceipt(parameters['receipt'] ?? '')
    const told = number === undefined ? undefined : await findReceipt(portal, number)
    if (number === undefined || told === undefined) throw new Failure('not_found')
    return receiptPage(language, { number, told })
  },
}

/** `subjects` says which public addresses have an "Ada yang keliru?", by their first part. */
export const pagesWith = (subjects: Record<string, FindSubject>): PortalPage[] => [
  ...Object.entries(subjects).map(([kind, find]) => formPage(kind, find)),
  receipt,
]
export const formsWith = (subjects: Record<string, FindSubject>): PortalForm[] =>
  Object.entries(subjects).map(([kind, find]) => formPost(kind, find))
