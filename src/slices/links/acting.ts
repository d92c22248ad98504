import { asLink, type Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import type { Posting } from '../../platform/forms.ts'
import { isActId, newId } from '../../shared/ids.ts'
import { countLinkAct } from '../identity/commands.ts'
import { countUse } from './commands.ts'
import type { OpenLink } from './model.ts'

/** The name of the hidden field that carries the act of a form; `newId()` fills it when the form is drawn. */
export const actField = 'lembar'

/**
 * Does what the holder of a link asks, once however often the form is sent. Refused as `not_found` when the link ended
 * meanwhile, as `too_many` when one network asks without end. `body` is what was asked, as far as it decides.
 */
export async function actByLink<Result>(
  { database, address, form }: Pick<Posting, 'database' | 'address' | 'form'>,
  { link, verb, body }: { link: OpenLink; verb: string; body: unknown },
  work: (call: { tx: Tx; act: Act }) => Promise<Result>,
): Promise<Result> {
  await countLinkAct(database.identity, address)
  const asked = form[actField] ?? ''
  const act = isActId(asked) ? asked : newId()
  return await asLink(database, { tenant: link.tenant, link: link.id, act, verb, body }, async (call) => {
    await countUse(call.tx, link)
    return await work(call)
  })
}
