import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { asLink } from '../../platform/act.ts'
import type { PortalDb } from '../../platform/database.ts'
import type { PortalForm } from '../../platform/forms.ts'
import type { Page, PortalPage } from '../../platform/portal.ts'
import { Failure } from '../../shared/failure.ts'
import { isActId, newId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import { countLinkAct } from '../identity/commands.ts'
import { stopMails } from './commands.ts'
import { words } from './messages/words.gen.ts'

const path = '/pemberitahuan/berhenti/:token'

interface Mail {
  tenant: string
  membership: string
  mail: string
}

/** Whose mails an address stops; looking changes nothing. */
async function findMail(portal: PortalDb, token: string): Promise<Mail> {
  if (!/^[0-9a-f]{32}$/.test(token)) throw new Failure('not_found')
  const hash = createHash('sha256').update(token).digest('hex')
  const { rows } = await sql<Mail>`select tenant, membership, mail from notices.told(decode(${hash}, 'hex'))`.execute(
    portal,
  )
  if (rows[0] === undefined) throw new Failure('not_found')
  return rows[0]
}

/** One tap in a mail, one on the page: programs that only follow addresses stop nothing. */
export const pages: readonly PortalPage[] = [
  {
    path,
    private: true,
    async show({ language, parameters, portal, query }) {
      await findMail(portal, parameters['token'] ?? '')
      return query['selesai'] === '1' ? stoppedPage(language) : stopPage(language, parameters['token'] ?? '')
    },
  },
]

export const forms: readonly PortalForm[] = [
  {
    path,
    async submit({ language, parameters, portal, database, address, form }) {
      const token = parameters['token'] ?? ''
      const { tenant, membership, mail } = await findMail(portal, token)
      await countLinkAct(database.identity, address)
      const act = isActId(form['lembar'] ?? '') ? (form['lembar'] ?? '') : newId()
      const asked = { tenant, link: mail, act, verb: 'notices.stopMails', body: {} }
      await asLink(database, asked, async (call) => await stopMails(call, membership))
      return { go: `/${language}/pemberitahuan/berhenti/${token}?selesai=1` }
    },
  },
]

function stopPage(language: Language, token: string): Page {
  const w = words[language].stopping
  return {
    title: w.title,
    body: (
      <section className="sec strong">
        <h1>{w.title}</h1>
        <p className="gap">{w.intro}</p>
        <form className="form gap3" method="post" action={`/${language}/pemberitahuan/berhenti/${token}`}>
          <input type="hidden" name="lembar" value={newId()} />
          <div className="acts">
            <button className="btn go" type="submit">
              {w.stop}
            </button>
          </div>
        </form>
      </section>
    ),
  }
}

function stoppedPage(language: Language): Page {
  const w = words[language].stopping
  return {
    title: w.done,
    body: (
      <section className="sec strong">
        <h1>{w.done}</h1>
        <p className="gap">{w.again}</p>
        <p className="gap">
          <a href={`/${language}/masuk?ke=/kerja/pengaturan/pemberitahuan`}>{w.settings}</a>
        </p>
      </section>
    ),
  }
}
