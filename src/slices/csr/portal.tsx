import type { Posted } from '../../platform/forms.ts'
import type { SentFile } from '../../platform/multipart.ts'
import { Failure } from '../../shared/failure.ts'
import { isPartialDate, tidyDay } from '../../shared/dates.ts'
import { isActId, newId } from '../../shared/ids.ts'
import { nameIn, type Named } from '../../shared/names.ts'
import { words as sharedWords } from '../../shared/messages/words.gen.ts'
import { hasIdentityNumber, lengthOf, nameFault, tidyName, tidyText } from '../../shared/text.ts'
import { keepFile, keepMade, lookAtSent } from '../files/commands.ts'
import { actByLink, actField } from '../links/acting.ts'
import type { LinkPosting, LinkRoom, LinkVisit } from '../links/portal.tsx'
import { getRegion } from '../reference/queries.ts'
import { words } from './messages/words.gen.ts'
import { limits, rupiahOf } from './model.ts'
import { answerRealisation, reportRealisation } from './realising.ts'
import { findRoom } from './room-read.ts'
import { companyPage, villagePage, type Refused, type RoomField } from './room-pages.tsx'

/** The room of the village's link: what the company reports, and whether it is so. */
export const villageRoom: LinkRoom = {
  purpose: 'csr_confirm',
  takes: limits.file,
  show: async (visit) => await draw(visit, undefined),
  submit: async (posting) => {
    const { form, link, language, on } = posting
    const id = form['laporan'] ?? ''
    const answer = (['dikonfirmasi', 'dibantah'] as const).find((one) => one === form['jawaban'])
    const values = { kata: tidyText(form['kata'] ?? ''), nama: tidyName(form['nama'] ?? ''), jawaban: answer ?? '' }
    const faults: Refused['faults'] = {}
    if (answer === undefined) faults.jawaban = sharedWords[language].fault.required
    if (answer === 'dibantah' && values.kata === '') faults.kata = sharedWords[language].fault.required
    return await receive(
      posting,
      { about: id, values, faults, verb: 'csr.answerByLink' },
      async ({ tx, act }, file) => {
        if (answer === undefined) throw new Failure('not_found')
        const said = { answer, words: values.kata, wordsLang: language, name: values.nama }
        await answerRealisation({ tx, act, on }, { ...said, id, need: link.subject, link: link.id, file })
        return 'jawaban'
      },
    )
  },
}

/** The room of the company's link: what it promised, and a report of what it has done. */
export const companyRoom: LinkRoom = {
  purpose: 'csr_report',
  takes: limits.file,
  show: async (visit) => await draw(visit, undefined),
  submit: async (posting) => {
    const { form, link, language, on } = posting
    const w = words[language].room
    // A company that sends the village's form is told so, whatever else stands in it.
    if (form['jawaban'] !== undefined) {
      const refused: Refused = {
        id: newId(),
        about: 'laporan',
        values: {},
        faults: {},
        problem: w.never,
        hadFile: false,
      }
      return { page: await draw(posting, refused), status: 422 }
    }
    const values = {
      hari: tidyDay((form['hari'] ?? '').trim()),
      kata: tidyText(form['kata'] ?? ''),
      nilai: (form['nilai'] ?? '').trim(),
      barang: tidyName(form['barang'] ?? ''),
    }
    const value = rupiahOf(values.nilai)
    const faults: Refused['faults'] = {}
    if (!isPartialDate(values.hari) || values.hari > on) faults.hari = w.fault.day
    if (value !== undefined && (value < 1 || value > limits.cost)) faults.nilai = w.fault.amount
    if (value === undefined && values.barang === '') faults.nilai = w.fault.one
    return await receive(
      posting,
      { about: 'laporan', values, faults, verb: 'csr.reportByLink' },
      async ({ tx, act }, file) => {
        const told = { occurredOn: values.hari, words: values.kata, wordsLang: language, value, inKind: values.barang }
        const files = file === undefined ? [] : [file]
        await reportRealisation({ tx, act, on }, { ...told, id: link.subject, files, link: link.id })
        return 'laporan'
      },
    )
  },
}

export const rooms: readonly LinkRoom[] = [villageRoom, companyRoom]

interface Sent {
  about: string
  values: Partial<Record<RoomField, string>>
  faults: Refused['faults']
  verb: string
}

/** Takes a form of a link in: its faults beside the fields, its file looked at by content, its act once. */
async function receive(
  posting: LinkPosting,
  { about, values: typed, faults, verb }: Sent,
  work: (call: Parameters<Parameters<typeof actByLink>[2]>[0], file: string | undefined) => Promise<string>,
): Promise<Posted> {
  const { form, link, language, file, store } = posting
  const { room: w } = words[language]
  const values = { ...typed, lokasi: form['lokasi'] === 'ya' ? 'ya' : '' }
  const asked = form[actField] ?? ''
  const id = isActId(asked) ? asked : newId()
  const refuse = async (fault: Partial<Refused>, status: 409 | 422 | 429 = 422) => ({
    page: await draw(posting, { id, about, values, faults, hadFile: file !== undefined, ...fault }),
    status,
  })
  for (const field of ['kata', 'nama', 'barang'] as const) {
    if (hasIdentityNumber(values[field] ?? '')) faults[field] = sharedWords[language].fault.identityNumber
  }
  if (lengthOf(values.kata ?? '') > limits.words) faults.kata = sharedWords[language].fault.tooLong
  for (const field of ['nama', 'barang'] as const) {
    const fault = values[field] ? nameFault(values[field]) : undefined
    if (fault === 'direction_override') faults[field] = sharedWords[language].fault.directionOverride
    else if (fault !== undefined) faults[field] = sharedWords[language].fault.tooLong
  }
  if (file === 'too_large') return await refuse({ faults: { ...faults, berkas: w.fault.tooLarge } })
  const looked = file && (await lookAtSent(file, { bare: values.lokasi === '' }))
  if (looked !== undefined && 'fault' in looked) faults.berkas = w.fault[looked.fault]
  if (Object.keys(faults).length > 0) return await refuse({})
  try {
    const body = { about, values, file: file?.sha256 ?? null }
    const said = await actByLink(
      { ...posting, form: { ...form, [actField]: id } },
      { link, verb, body },
      async (call) => ({
        said: await work(call, await keep({ ...call, store }, { tenant: link.tenant, file, looked })),
      }),
    )
    return { go: `/${language}${posting.path}?terkirim=${said.said}#tanda` }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    if (error.code === 'forbidden') return await refuse({ problem: w.never })
    if (error.code === 'stale') return await refuse({ problem: w.answered, id: newId() }, 409)
    if (error.code === 'reused') return await refuse({ problem: w.again, id: newId() }, 409)
    if (error.code === 'too_large') return await refuse({ problem: w.full }, 409)
    if (error.code === 'too_many') {
      const minutes = Math.ceil((error.details.seconds ?? 60) / 60)
      return await refuse({ problem: sharedWords[language].failure.tooMany({ minutes }) }, 429)
    }
    throw error
  }
}

interface Kept {
  tenant: string
  file: SentFile | undefined
  looked: Awaited<ReturnType<typeof lookAtSent>> | undefined
}

/** Its bytes first, its row after: what the store has without a row does no harm. */
async function keep(call: Parameters<typeof keepMade>[0], { tenant, file, looked }: Kept): Promise<string | undefined> {
  if (file === undefined || looked === undefined || 'fault' in looked) return undefined
  const { kind, name, instead } = looked
  if (instead !== undefined) return (await keepMade(call, { tenant, kind, name, content: instead })).id
  await file.keep()
  return (await keepFile(call, { kind, name, bytes: file.bytes, sha256: file.sha256 })).id
}

type Drawing = Pick<LinkVisit, 'language' | 'link' | 'on' | 'path' | 'database'> & { query?: LinkVisit['query'] }

async function draw({ language, link, path, database, query = {} }: Drawing, refused: Refused | undefined) {
  return await database.inTenant({ tenant: link.tenant }, async (tx) => {
    const { name, names, slug } = await getRegion(tx)
    const region = { slug, name: nameIn(language, { name, names } as Named) }
    const found = await findRoom(tx, { purpose: link.purpose, subject: link.subject })
    if (found === undefined) throw new Failure('not_found')
    const sent = (['jawaban', 'laporan'] as const).find((one) => one === query['terkirim'])
    const shown = { ...found, region, link, path, refused, sent }
    return link.purpose === 'csr_confirm' ? villagePage(language, shown) : companyPage(language, shown)
  })
}
