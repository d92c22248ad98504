import type { z } from 'zod'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import type { Language } from '../../shared/languages.ts'
import { nameIn, type Named } from '../../shared/names.ts'
import { isPlanned } from '../../slices/agenda/model.ts'
import { getActivity, listRelationsOf } from '../../slices/agenda/queries.ts'
import { getLetterhead } from '../../slices/letters/queries.ts'
import { getRegion } from '../../slices/reference/queries.ts'
import { blanksIn } from '../../slices/letters/model.ts'
import { composeBriefing } from './briefing.ts'
import type { readBriefing, readPress } from './contract.ts'
import { fitPaper, letterheadHeight } from './fitting.ts'
import { composeHandOver } from './hand-over.ts'
import { getHandOverRecord } from './hand-over-record.ts'
import { guestLanguage, tellsOfSigning, type Paper } from './model.ts'
import { composePress, signedAt } from './press.ts'
import { getBriefingRecord } from './record.ts'
import { words } from './messages/words.gen.ts'

/** The day of the state a paper shows, and the reader's own language. */
export interface Asked {
  on: string
  language: Language
}

/** Papers in their languages, the first one first, and whom or what they are about. */
export interface Gathered {
  papers: [Paper, ...Paper[]]
  about: string
}

type BriefingInput = z.output<typeof readBriefing.input>

/** A briefing that stands on two pages: in one language, or a page in each of two. Throws not_found. */
export async function gatherBriefing(
  tx: Tx,
  { on, language: own }: Asked,
  { slug, language = own, also, audience }: BriefingInput,
): Promise<Gathered & { guest: Language | undefined }> {
  const record = await getBriefingRecord(tx, { slug, on })
  const { partner, label } = record.page.relation
  const guest = guestLanguage(partner?.country)
  const second = secondOf({ language, also, guest })
  const pages = second === undefined ? 2 : 1
  const head = await getLetterhead(tx)
  const { demonstration } = await getRegion(tx)
  const letterhead = letterheadHeight({
    emblem: head.emblem !== null && !demonstration,
    lines: [head.address, head.contact].filter(isKnown).flatMap((text) => text.split('\n')).length,
  })
  const write = (as: Language, height: number) => {
    const { colon, more } = words[as]
    return fitPaper(composeBriefing(record, { language: as, audience }), {
      pages,
      letterhead: height,
      colon,
      more: (n) => more({ n }),
    })
  }
  return {
    papers: [write(language, letterhead), ...(second === undefined ? [] : [write(second, 0)])],
    about: [
      partner === null ? (label ?? '') : nameIn('id', partner as Named),
      ...(audience === 'guest' ? ['tamu'] : []),
    ].join(' - '),
    guest,
  }
}

/** Whether a line of the letterhead is printed: neither empty nor still to be filled in. */
const isKnown = (text: string): boolean => text !== '' && blanksIn(text).length === 0

interface Languages {
  language: Language
  also: Language | 'guest' | undefined
  guest: Language | undefined
}

/** The second language of a paper: who reads the guest's own gets ours beside it; undefined for one alone. */
function secondOf({ language, also, guest }: Languages): Language | undefined {
  if (also !== 'guest') return also === language ? undefined : also
  return guest === language ? 'id' : guest
}

/**
 * What is told of a meeting. Throws not_found for one that belongs to no cooperation or was voided, not_yet for one that
 * has not been yet; refuses a sentence of one's own that tells of a signing while no signed text of it is on file.
 */
export async function gatherPress(
  tx: Tx,
  { on, language: own }: Asked,
  { slug, language = own, own: added }: z.output<typeof readPress.input>,
): Promise<Gathered> {
  const activity = await getActivity(tx, slug)
  const [relation] = await listRelationsOf(tx, activity.id)
  if (relation === undefined || activity.voidedOn !== null) throw new Failure('not_found')
  if (isPlanned(activity, on)) throw new Failure('not_yet', { missing: ['meeting'] })
  const record = await getBriefingRecord(tx, { slug: relation.slug, on })
  const { unit, contact } = await getLetterhead(tx)
  const known = [unit, contact].filter(isKnown).join(' · ')
  const whole = record.page.activities.find(({ id }) => id === activity.id) ?? activity
  if (added !== undefined && tellsOfSigning(added) && signedAt(record.texts, whole as never).length === 0) {
    throw fieldFailure('own', 'wrong')
  }
  return {
    papers: [composePress({ record, activity: whole as never, contact: known, own: added }, language)],
    about: activity.about,
  }
}

/** What the next officer takes over. */
export async function gatherHandOver(
  tx: Tx,
  { on, language: own }: Asked,
  { language = own }: { language?: Language | undefined },
): Promise<Gathered> {
  const record = await getHandOverRecord(tx, { on })
  return { papers: [composeHandOver(record, language)], about: nameIn('id', record.region) }
}
