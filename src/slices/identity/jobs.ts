import type { Database } from '../../platform/database.ts'
import type { Task } from '../../platform/jobs.ts'
import type { Mailer } from '../../platform/mail.ts'
import { isId } from '../../shared/ids.ts'
import { makeLink, sweepExpired } from './commands.ts'
import { words } from './messages/words.gen.ts'
import { linkMinutes } from './model.ts'
import { findAccountById } from './queries.ts'

/** Mails a one-time link to the stored address. The token exists only in the mail; the queue holds the account's id. */
export function sendLink({ database, mailer, baseUrl }: { database: Database; mailer: Mailer; baseUrl: string }): Task {
  return async ({ account }) => {
    // An empty account is the twin of a request for an address that nobody has: same work in the queue, no mail.
    const id = String(account)
    const person = isId(id) ? await findAccountById(database.identity, id) : undefined
    if (person === undefined) return
    const { token } = await makeLink(database.identity, person.id)
    const say = words[person.language].link
    const url = `${baseUrl}/${person.language}/masuk/tautan/${token}`
    await mailer.send({
      to: person.email,
      subject: say.subject,
      text: say.text({ name: person.name, url, minutes: linkMinutes }),
    })
  }
}

/** Clears away what has expired; the tables stay as small as what is open. */
export function sweep({ database }: { database: Database }): Task {
  return async () => await sweepExpired(database.identity)
}
