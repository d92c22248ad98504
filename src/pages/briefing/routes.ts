import { read, type Route } from '../../platform/call.ts'
import { getActivity, listRelationsOf } from '../../slices/agenda/queries.ts'
import { getLetterhead } from '../../slices/letters/queries.ts'
import { Failure } from '../../shared/failure.ts'
import { composeBriefing } from './briefing.ts'
import { readBriefing, readHandOver, readPress } from './contract.ts'
import { composeHandOver } from './hand-over.ts'
import { getHandOverRecord } from './hand-over-record.ts'
import { composePress } from './press.ts'
import { getBriefingRecord } from './record.ts'

export const routes: Route[] = [
  read(readBriefing, async ({ tx, on, language: own }, { slug, language = own, audience }) =>
    composeBriefing(await getBriefingRecord(tx, { slug, on }), { language, audience }),
  ),
  read(readPress, async ({ tx, on, language: own }, { slug, language = own }) => {
    const activity = await getActivity(tx, slug)
    const [relation] = await listRelationsOf(tx, activity.id)
    // Of a meeting that belongs to no cooperation yet there is nothing to tell the press.
    if (relation === undefined) throw new Failure('not_found')
    const record = await getBriefingRecord(tx, { slug: relation.slug, on })
    const { unit, contact } = await getLetterhead(tx)
    const whole = record.page.activities.find(({ id }) => id === activity.id) ?? activity
    return composePress(
      { record, activity: whole as never, contact: [unit, contact].filter(Boolean).join(' · ') },
      language,
    )
  }),
  read(readHandOver, async ({ tx, on, language: own }, { language = own }) =>
    composeHandOver(await getHandOverRecord(tx, { on }), language),
  ),
]
