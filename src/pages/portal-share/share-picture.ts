import type { Drawing } from '../../platform/drawing.ts'
import type { Made, MadeAsked, PortalMade } from '../../platform/portal-made.ts'
import { isOnOrBefore } from '../../shared/dates.ts'
import { formatDate } from '../../shared/format.ts'
import { nameIn } from '../../shared/names.ts'
import { activityTitle } from '../../slices/agenda/embed.tsx'
import { findPublishedActivity, isWithdrawn, listPublishedOfRelation } from '../../slices/agenda/queries.ts'
import { getProcedure, stageState } from '../../slices/procedures/model.ts'
import { findRegionCard } from '../../slices/reference/queries.ts'
import { relationTitle, statusTones } from '../../slices/relations/embed.tsx'
import { isShown, recordsOf, relationOn, type Process, type PublishedRelation } from '../../slices/relations/model.ts'
import { getPublished } from '../../slices/relations/published.ts'
import type { RailShape } from '../../ui/marks/plait-shapes.ts'
import { words as shellWords } from '../shell/messages/words.gen.ts'
import { words } from './messages/words.gen.ts'
import { drawCard, type Card } from './share-card.ts'
import { activitySummary, relationSummary, standOf } from './summary.ts'

/** Draws a PNG in a process beside ours. */
export type DrawPng = (drawing: Drawing) => Promise<Uint8Array>

/** Pictures kept at most; one is about 30 kB. */
const most = 200

/**
 * The pictures that messengers show under an address. Each is drawn once as long as what it says stays the same; what it
 * says is read from what is published now, at every request.
 */
export function sharePictures(draw: DrawPng): PortalMade[] {
  const kept = new Map<string, Promise<Uint8Array>>()
  const picture = (asked: MadeAsked, card: Told): Made => {
    const drawing = drawCard({ ...cardOf(asked), ...card })
    const mark = JSON.stringify(drawing)
    return {
      type: 'image/png',
      body: { mark, make: async () => await remembered(kept, mark, async () => await draw(drawing)) },
    }
  }
  return [
    {
      path: '/:language/kerja-sama/:slug/gambar.png',
      async make(asked) {
        const published = await getPublished(asked.portal, asked.parameters['slug'] ?? '')
        if (published === 'gone') return 'gone'
        const all = await listPublishedOfRelation(asked.portal, published.id)
        const lastOn = all.find(({ occurredOn }) => isOnOrBefore(occurredOn, asked.on))?.occurredOn
        return picture(asked, relationCard(asked, published, lastOn))
      },
    },
    {
      path: '/:language/kegiatan/:slug/gambar.png',
      async make(asked) {
        const { language, on, portal, parameters } = asked
        const slug = parameters['slug'] ?? ''
        const activity = await findPublishedActivity(portal, slug)
        if (activity === undefined) return (await isWithdrawn(portal, slug)) ? 'gone' : undefined
        if (!isOnOrBefore(activity.occurredOn, on)) return undefined
        const region = nameIn(language, activity.region)
        return picture(asked, {
          region,
          title: activityTitle(language, activity),
          sentence: activitySummary(language, activity),
        })
      },
    },
    {
      path: '/:language/daerah/:region/gambar.png',
      async make(asked) {
        const { language, portal, parameters } = asked
        const card = await findRegionCard(portal, parameters['region'] ?? '')
        if (card === undefined) return undefined
        const w = words[language].picture
        const region = nameIn(language, card)
        return picture(asked, { region, title: w.region({ region }), sentence: w.lead })
      },
    },
  ]
}

type Told = Pick<Card, 'region' | 'title' | 'sentence' | 'word' | 'rail' | 'small'>

function cardOf({ language, on, demonstration }: MadeAsked): Pick<Card, 'language' | 'tagline' | 'foot' | 'warning'> {
  const shell = shellWords[language]
  return {
    language,
    tagline: shell.tagline,
    foot: shell.printed.asOf({ date: formatDate(on, language) }),
    warning: demonstration ? shell.demo : undefined,
  }
}

function relationCard({ language, on }: MadeAsked, published: PublishedRelation, lastOn: string | undefined): Told {
  const { process } = relationOn(published, on)
  const { status, word, sentence } = standOf(language, published, on)
  return {
    region: nameIn(language, published.region),
    title: relationTitle(language, published),
    word: status === undefined || word === undefined ? undefined : { text: word, tone: statusTones[status] },
    sentence: sentence ?? (word === undefined ? relationSummary(language, published, { on, lastOn }) : ''),
    rail: process !== undefined && isShown(published, 'tahap') ? railOf(process) : undefined,
    small: true,
  }
}

function railOf(process: Process): RailShape {
  const rules = getProcedure(process.procedure)
  const states = rules.stages.map((stage) => stageState(rules, recordsOf(process), stage))
  return {
    stages: states.length,
    now: states.indexOf('now'),
    skipped: states.flatMap((state, index) => (state === 'skipped' ? [index] : [])),
  }
}

/** Many who ask at once wait for one drawing; one that failed is tried again. The longest unused is forgotten first. */
async function remembered(
  kept: Map<string, Promise<Uint8Array>>,
  mark: string,
  draw: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const known = kept.get(mark) ?? draw()
  kept.delete(mark)
  kept.set(mark, known)
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break
    kept.delete(oldest)
  }
  try {
    return await known
  } catch (error) {
    if (kept.get(mark) === known) kept.delete(mark)
    throw error
  }
}
