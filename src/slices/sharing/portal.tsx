import type { Posted } from '../../platform/forms.ts'
import type { Page } from '../../platform/portal.ts'
import { Failure } from '../../shared/failure.ts'
import { isActId, newId } from '../../shared/ids.ts'
import { nameIn, type Named } from '../../shared/names.ts'
import { words as sharedWords } from '../../shared/messages/words.gen.ts'
import { hasIdentityNumber, lengthOf, nameFault, tidyName, tidyText } from '../../shared/text.ts'
import { keepFile, lookAtSent } from '../files/commands.ts'
import { actByLink, actField, type LinkPosting, type LinkRoom, type LinkVisit } from '../links/portal.tsx'
import { getRegion } from '../reference/queries.ts'
import { receiveAnswer } from './commands.ts'
import { words } from './messages/words.gen.ts'
import { answerLimits, partIds, sayings, type Saying } from './model.ts'
import { partnerPage, typed, type PartnerPage, type Refused, type Typed } from './page.tsx'
import { composeParts } from './parts.ts'
import { findPage, findReceipt } from './queries.ts'

/** The room of links by which a partner reads the shared part of a cooperation, says that it is right, mends, proposes. */
export const partnerRoom: LinkRoom = {
  purpose: 'partner_page',
  takes: answerLimits.file,
  show: async (visit) => await draw(visit, undefined),
  submit,
}

async function submit(posting: LinkPosting): Promise<Posted> {
  const { form, link, language, on, file } = posting
  const said = sayings.find((each) => each === form['jawab'])
  const part = partIds.find((each) => each === form['bagian'])
  const seen = /^[0-9a-f]{16}$/.exec(form['lihat'] ?? '')?.[0]
  // No form of ours sends this: there is nothing to say beside it.
  if (said === undefined || (said !== 'usulan' && (part === undefined || seen === undefined))) throw new Failure('not_found') // prettier-ignore
  const asked = form[actField] ?? ''
  const values = readTyped(form, said)
  const again = (fault: Partial<Refused>): Refused => ({
    id: isActId(asked) ? asked : newId(),
    about: said === 'usulan' || part === undefined ? 'usulan' : part,
    values,
    faults: {},
    hadFile: file !== undefined,
    ...fault,
  })
  const refuse = async (fault: Partial<Refused>, status: 409 | 422 | 429 = 422) => ({
    page: await draw(posting, again(fault)),
    status,
  })
  const faults = faultsOf(posting, { said, values })
  const { page: w } = words[language]
  if (file === 'too_large') return await refuse({ faults: { ...faults, berkas: w.fault.tooLarge } })
  const sent = said === 'usulan' ? file : undefined
  const looked = sent && (await lookAtSent(sent))
  if (looked !== undefined && 'fault' in looked) faults.berkas = w.fault[looked.fault]
  if (Object.keys(faults).length > 0) return await refuse({ faults })
  const answer = {
    said,
    ...(said === 'usulan' ? {} : { part, seen }),
    title: values.judul || undefined,
    words: values.kata || undefined,
    field: values.bidang || undefined,
    name: values.nama || undefined,
    role: values.jabatan || undefined,
  }
  try {
    const body = { ...answer, file: sent?.sha256 ?? null }
    const made = await actByLink(posting, { link, verb: 'sharing.answerByLink', body }, async ({ tx, act }) => {
      // Its bytes first, its row after: what the store has without a row does no harm.
      await sent?.keep()
      const kept = sent && looked && !('fault' in looked) && (await keepFile({ tx, act }, { ...looked, ...sent }))
      const whole = { ...answer, link: link.id, wordsLang: language, file: kept ? kept.id : undefined }
      return await receiveAnswer({ tx, act, on }, whole)
    })
    return { go: `/${language}${posting.path}?tanda=${made.number}#tanda` }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    if (error.code === 'reused') return await refuse({ problem: w.again, id: newId() }, 409)
    if (error.code === 'too_large') return await refuse({ problem: w.full }, 409)
    if (error.code === 'too_many') {
      const minutes = Math.ceil((error.details.seconds ?? 60) / 60)
      return await refuse({ problem: sharedWords[language].failure.tooMany({ minutes }) }, 429)
    }
    throw error
  }
}

/** What was typed, tidied; of a yes nothing is read but the yes, of a correction no more than it has fields. */
function readTyped(form: LinkPosting['form'], said: Saying): Partial<Record<Typed, string>> {
  const fields: readonly Typed[] = said === 'usulan' ? typed : said === 'perbaikan' ? ['kata', 'nama'] : []
  return Object.fromEntries(
    fields.map((field) => {
      const text = form[field] ?? ''
      return [field, field === 'kata' ? tidyText(text).trim() : tidyName(text)]
    }),
  )
}

function faultsOf(
  { language }: Pick<LinkPosting, 'language'>,
  { said, values }: { said: Saying; values: Partial<Record<Typed, string>> },
): Refused['faults'] {
  const w = sharedWords[language].fault
  const { page } = words[language]
  const faults: Refused['faults'] = {}
  const required: readonly Typed[] =
    said === 'usulan' ? ['judul', 'kata', 'nama'] : said === 'perbaikan' ? ['kata'] : []
  for (const field of required) if (!values[field]) faults[field] = w.required
  if (lengthOf(values.kata ?? '') > answerLimits.words) faults.kata = w.tooLong
  for (const field of ['judul', 'bidang', 'nama', 'jabatan'] as const) {
    const fault = values[field] ? nameFault(values[field]) : undefined
    if (fault === 'too_long') faults[field] = w.tooLong
    else if (fault === 'direction_override') faults[field] = w.directionOverride
    else if (fault !== undefined) faults[field] = page.fault.wrong
  }
  for (const field of typed) if (hasIdentityNumber(values[field] ?? '')) faults[field] = w.identityNumber
  return faults
}

type Drawing = Pick<LinkVisit, 'language' | 'link' | 'on' | 'path' | 'database'> & { query?: LinkVisit['query'] }

async function draw(
  { language, link, on, path, database, query = {} }: Drawing,
  refused: Refused | undefined,
): Promise<Page> {
  return await database.inTenant({ tenant: link.tenant }, async (tx) => {
    const page = await findPage(tx, link.id)
    const parts = page && (await composeParts(tx, { relation: page.relation, on }))
    const pair = parts?.find(({ id }) => id === 'kerja_sama')
    // The relation may be with nobody since, or with somebody else: then this is nobody's page.
    if (page === undefined || parts === undefined || pair?.id !== 'kerja_sama') throw new Failure('not_found')
    const { name, names, slug, zone } = await getRegion(tx)
    const number = Number(query['tanda'])
    const shown: PartnerPage = {
      parts: parts.filter(({ id }) => page.parts.includes(id)),
      names: pair.content,
      region: { slug, name: nameIn(language, { name, names } as Named), zone: zone as 'WIB' },
      link,
      path,
      receipt:
        Number.isSafeInteger(number) && number > 0 && number <= answerLimits.ofRelation
          ? await findReceipt(tx, { page: page.id, number })
          : undefined,
      refused,
    }
    return partnerPage(language, shown)
  })
}
