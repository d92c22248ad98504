import type { ReactNode } from 'react'
import type { PortalForm } from '../../platform/forms.ts'
import { enqueue } from '../../platform/jobs.ts'
import type { PortalPage } from '../../platform/portal.ts'
import { Failure } from '../../shared/failure.ts'
import type { Language } from '../../shared/languages.ts'
import { askForLink, choosePassword, endSession, endSessions, findLink, signIn, signInByRole } from './commands.ts'
import { findWho } from './queries.ts'
import { chooseForm, forgotForm, gonePage, signInForm } from './sign-in-forms.tsx'

type OtherWay = (language: Language) => ReactNode

const workspace = '/kerja'

/** After signing in: back into the workspace where the person came from, never to another host. */
function goal(text: string | undefined): string {
  return text !== undefined && /^\/kerja(\/(?!\.\.?(\/|$))[\w\-.]+)*\/?$/.test(text) ? text : workspace
}

const signInPage = (otherWay: OtherWay): PortalPage => ({
  path: '/masuk',
  show: async ({ language, query, demonstration }) =>
    signInForm(language, {
      goal: goal(query['ke']),
      said: query['sudah'] === '1' ? 'chosen' : query['keluar'] === '1' ? 'out' : undefined,
      otherWay: demonstration ? otherWay(language) : undefined,
    }),
})

const forgotPage: PortalPage = { path: '/masuk/lupa', show: async ({ language }) => forgotForm(language, {}) }

const linkPage: PortalPage = {
  path: '/masuk/tautan/:token',
  show: async ({ language, parameters, identity }) => {
    const person = await findLink(identity, parameters['token'] ?? '')
    return person === undefined ? gonePage(language) : chooseForm(language, {})
  },
  private: true,
}

const signInPost: PortalForm = {
  path: '/masuk',
  async submit({ language, form, database, address }) {
    const email = (form['email'] ?? '').trim().toLowerCase().slice(0, 254)
    const password = (form['password'] ?? '').slice(0, 1000)
    try {
      const { token } = await signIn(database.identity, { email, password, address })
      return { go: goal(form['ke']), session: { token } }
    } catch (error) {
      if (!(error instanceof Failure) || (error.code !== 'invalid' && error.code !== 'too_many')) throw error
      const page = signInForm(language, { goal: goal(form['ke']), email, failure: error })
      return { page, status: error.code === 'too_many' ? 429 : 422 }
    }
  },
}

/**
 * The role buttons of the demonstration, and only those with a button: nobody administers a demonstration from outside.
 * They open nothing once a real region exists.
 */
const rolePost = (isOffered: (email: string) => boolean): PortalForm => ({
  path: '/masuk/peran',
  async submit({ form, database, demonstration, address }) {
    const email = `${form['peran'] ?? ''}@contoh.invalid`
    if (!demonstration || !isOffered(email)) throw new Failure('not_found')
    const { token } = await signInByRole(database.identity, { email, address })
    return { go: workspace, session: { token } }
  },
})

const signOutPost: PortalForm = {
  path: '/keluar',
  async submit({ language, form, database, token }) {
    if (token !== undefined) {
      const who = form['semua'] === '1' ? await findWho(database, token) : undefined
      if (who !== undefined) await endSessions(database.identity, who.account)
      await endSession(database.identity, token)
    }
    return { go: `/${language}/masuk?keluar=1`, session: 'ended' }
  },
}

const forgotPost: PortalForm = {
  path: '/masuk/lupa',
  async submit({ language, form, database, address }) {
    const email = (form['email'] ?? '').trim().toLowerCase().slice(0, 254)
    try {
      const { account } = await askForLink(database.identity, { email, address })
      // One job either way: the answer, and the time it takes, do not tell whether the account exists.
      await enqueue(database.identity as never, { task: 'identity.sendLink', payload: { account: account ?? '' } })
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'too_many') throw error
    }
    return { page: forgotForm(language, { sent: true }), status: 200 }
  },
}

const choosePost: PortalForm = {
  path: '/masuk/tautan/:token',
  async submit({ language, form, database, parameters }) {
    try {
      await choosePassword(database.identity, { token: parameters['token'] ?? '', password: form['password'] ?? '' })
      return { go: `/${language}/masuk?sudah=1` }
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      if (error.code === 'not_found') return { page: gonePage(language), status: 404 }
      return { page: chooseForm(language, { fault: error.details.fields?.[0]?.fault }), status: 422 }
    }
  },
}

/** `otherWay` draws what a demonstration offers beside address and password. */
export const pagesWith = (otherWay: OtherWay): PortalPage[] => [signInPage(otherWay), forgotPage, linkPage]
/** `isOffered` says which accounts of the demonstration have a button. */
export const formsWith = (isOffered: (email: string) => boolean): PortalForm[] => [
  signInPost,
  rolePost(isOffered),
  signOutPost,
  forgotPost,
  choosePost,
]
