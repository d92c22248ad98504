import { asForm } from '../../platform/act.ts'
import type { Posted, PortalForm, Posting } from '../../platform/forms.ts'
import type { Page, PortalPage, Visit } from '../../platform/portal.ts'
import type { Zone } from '../../shared/dates.ts'
import { Failure } from '../../shared/failure.ts'
import { isActId, newId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import { nameIn } from '../../shared/names.ts'
import { hasIdentityNumber, lengthOf, nameFault, tidyName, tidyText } from '../../shared/text.ts'
import { countCorrection, countLinkAct } from '../identity/commands.ts'
import { getRegion } from '../reference/queries.ts'
import { promiseOf, receiveQuestion } from './asking.ts'
import { book, cancel } from './booking.ts'
import { bookingForm, type BookingFault, type BookingField, type BookingForm } from './booking-form.tsx'
import { findBooking } from './booking-read.ts'
import { contactForm, type AskField, type AskForm } from './contact-form.tsx'
import { contactKind, limits, questionKinds, readReceipt, topics, type PublishedContact, type PublishedService, type Refusal } from './model.ts' // prettier-ignore
import { findContactPage, findReceipt, findService, type Found } from './published.ts'
import { getQuestion, listSlots } from './queries.ts'
import { bookingReceipt, questionReceipt } from './receipt-page.tsx'
import { hashKey, receiptOf, writeReceipt } from './receipts.ts'
import { servicePage, type WrongOf } from './service-page.tsx'
import { sourcePage, type SheetOf } from './source-page.tsx'

/** What other pages of the portal show too; handed in where pages are wired. */
export interface Shared {
  /** What stands at an address whose page was taken back. */
  gone(language: Language): Page
  /** One line of a source sheet. */
  Sheet: SheetOf
  /** The way to say that something is wrong. */
  IsWrong: WrongOf
}

export const pagesWith = ({ gone, Sheet, IsWrong }: Shared): PortalPage[] => {
  const served = (visit: Visit, page: (found: Found<PublishedService>) => Page | Promise<Page>) =>
    findService(visit.portal, visit.parameters['slug'] ?? '').then((found) => {
      if (found === undefined) throw new Failure('not_found')
      return found === 'gone' ? gone(visit.language) : page(found)
    })
  return [
    {
      path: '/program/layanan/:slug',
      async show(visit: Visit) {
        return await served(visit, async ({ document }) => {
          const hasContact = (await findContactPage(visit.portal, document.region.slug)) !== undefined
          return servicePage(visit.language, { service: document, on: visit.on, hasContact, IsWrong })
        })
      },
    },
    {
      path: '/program/layanan/:slug/sumber/layanan',
      show: async (visit) =>
        await served(visit, ({ document }) => sourcePage(visit.language, { service: document, Sheet })),
    },
    {
      path: '/program/layanan/:slug/pesan',
      private: true,
      async show(visit) {
        const found = await findService(visit.portal, visit.parameters['slug'] ?? '')
        if (found === undefined) throw new Failure('not_found')
        if (found === 'gone') return gone(visit.language)
        return await drawBooking(visit, found, { act: newId(), secret: newId() })
      },
    },
    {
      path: '/program/layanan/bukti/:receipt',
      private: true,
      show: async (visit) => await drawReceipt(visit, await openReceipt(visit, 'booking'), {}),
    },
    {
      path: '/program/layanan/pertanyaan/:receipt',
      private: true,
      async show(visit) {
        const { tenant, id } = await openReceipt(visit, 'question')
        return await inRegion(visit, tenant, async (tx, region) =>
          questionReceipt(visit.language, {
            question: await getQuestion(tx, { id, on: visit.on }),
            region,
            on: visit.on,
          }),
        )
      },
    },
    {
      path: '/daerah/:region/kontak',
      private: true,
      async show(visit) {
        const found = await findContactPage(visit.portal, visit.parameters['region'] ?? '')
        if (found === undefined) throw new Failure('not_found')
        return await drawContact(visit, found, { act: newId(), secret: newId() })
      },
    },
  ]
}

/** The public page of a service alone, to be looked at before it is published. */
export const previewWith = (shared: Shared): PortalPage => {
  const [page] = pagesWith(shared)
  if (page === undefined) throw new Error('no page of a service')
  return page
}

export const forms: PortalForm[] = [
  { path: '/program/layanan/:slug/pesan', submit: submitBooking },
  { path: '/program/layanan/bukti/:receipt', submit: submitCancel },
  { path: '/daerah/:region/kontak', submit: submitQuestion },
]

type Reading = Pick<Visit, 'language' | 'database' | 'at'>

async function inRegion<Result>(
  { database, language, at }: Reading,
  tenant: string,
  work: (tx: Parameters<Parameters<NonNullable<Visit['database']>['inTenant']>[1]>[0], region: { slug: string; name: string; zone: Zone }) => Promise<Result>, // prettier-ignore
): Promise<Result> {
  if (database === undefined) throw new Error('a page that reads inside the region is private')
  return await database.inTenant({ tenant, at }, async (tx) => {
    const { slug, name, names, zone } = await getRegion(tx)
    return await work(tx, { slug, name: nameIn(language, { name, names: names as never }), zone: zone as Zone })
  })
}

async function drawBooking(visit: Reading & Pick<Visit, 'on'>, found: Found<PublishedService>, form: BookingForm) {
  const { document } = found
  const slots = await inRegion(visit, found.tenant, async (tx) => await listSlots(tx, document.id))
  // What was added after publication stays inside until it is published again.
  const known = new Set(document.slots.map(({ id }) => id))
  const shown = slots.filter(({ id, day, calledOff }) => known.has(id) && day >= visit.on && calledOff === undefined)
  return bookingForm(visit.language, { service: document, slots: shown, on: visit.on, form })
}

async function drawContact(visit: Reading & Pick<Visit, 'on'>, found: Found<PublishedContact>, form: AskForm) {
  const { document } = found
  const of = { receivedOn: visit.on, days: document.answerDays }
  const { dueOn } = await inRegion(visit, found.tenant, async (tx) => await promiseOf(tx, of))
  return contactForm(visit.language, { contact: document, dueOn, form })
}

const keyOf = (text: string | undefined) => (text !== undefined && isActId(text) ? text : newId())

async function submitBooking(posting: Posting): Promise<Posted> {
  const { form, language, portal, parameters } = posting
  const found = await findService(portal, parameters['slug'] ?? '')
  if (found === undefined || found === 'gone') throw new Failure('not_found')
  const { document } = found
  const values = {
    sesi: form['sesi'] ?? '',
    orang: (form['orang'] ?? '').normalize('NFKC').trim(),
    lembaga: document.groupMost === undefined ? '' : tidyName(form['lembaga'] ?? ''),
    nama: tidyName(form['nama'] ?? ''),
    kontak: tidyName((form['kontak'] ?? '').normalize('NFKC')),
    tunggu: form['tunggu'] === 'ya' ? 'ya' : '',
  }
  const sheet = { act: keyOf(form['lembar']), secret: keyOf(form['rahasia']) }
  const again = async (more: Partial<BookingForm>, status: 409 | 422 | 429) => ({
    page: await drawBooking(posting, found, { ...sheet, values, ...more }),
    status,
  })
  const faults = bookingFaults(values, document)
  if (Object.keys(faults).length > 0) return await again({ faults }, 422)
  const receipt = receiptOf(sheet)
  try {
    await countLinkAct(posting.database.identity, posting.address)
    const { secret: salt } = sheet
    // The secret salts what the act keeps of the body: nobody can try names against its hash.
    await asForm(
      posting.database,
      { tenant: found.tenant, act: sheet.act, verb: 'residents.book', body: { ...values, salt }, at: posting.at },
      async (call) => {
        const said = await book(call, {
          slot: values.sesi,
          party: Number(values.orang),
          body: values.lembaga === '' ? undefined : values.lembaga,
          name: values.nama,
          contact: values.kontak,
          language,
          waits: values.tunggu === 'ya',
          receipt,
        })
        // Rolled back, so that the same form may be sent again with another session.
        if (said.seq === null) throw new Failure('not_yet', { missing: [{ outcome: said.outcome, free: said.free }] })
        return { seq: said.seq, outcome: said.outcome }
      },
    )
    return { go: `/${language}/program/layanan/bukti/${writeReceipt(receipt)}` }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const [refused] = (error.details.missing ?? []) as { outcome: Refusal; free: number }[]
    if (refused !== undefined) return await again({ refused }, 409)
    if (error.code === 'too_many') return await again({ failure: error }, 429)
    // Sent, gone back to and changed: another booking under another act.
    if (error.code === 'reused') return await again({ act: newId(), secret: newId(), failure: error }, 409)
    throw error
  }
}

function bookingFaults(values: Record<BookingField, string>, { householdMost, groupMost, slots }: PublishedService) {
  const most = values.lembaga === '' ? householdMost : (groupMost ?? householdMost)
  const party = /^\d{1,3}$/.test(values.orang) ? Number(values.orang) : 0
  const found: Partial<Record<BookingField, BookingFault>> = {}
  if (!slots.some(({ id }) => id === values.sesi)) found.sesi = 'required'
  if (party < 1 || party > most) found.orang = 'number'
  const faults = { lembaga: textFault(values.lembaga, { required: false, most: 200 }), nama: textFault(values.nama, { required: true, most: 200 }), kontak: textFault(values.kontak, { required: true, most: limits.contact }) } // prettier-ignore
  for (const [field, fault] of Object.entries(faults)) if (fault !== undefined) found[field as BookingField] = fault
  if (found.kontak === undefined && contactKind(values.kontak) === undefined) found.kontak = 'contact'
  return found
}

function textFault(text: string, { required, most }: { required: boolean; most: number }): BookingFault | undefined {
  if (text === '') return required ? 'required' : undefined
  if (hasIdentityNumber(text)) return 'identity'
  if (lengthOf(text) > most) return 'too_long'
  const fault = nameFault(text)
  return fault === 'empty' ? 'required' : fault === 'control' ? 'wrong' : fault
}

/** What a receipt opens: not there where number and key do not belong together, or it is of the other kind. */
async function openReceipt(
  { portal, parameters }: Pick<Visit, 'portal' | 'parameters'>,
  kind: 'booking' | 'question',
): Promise<{ tenant: string; id: string }> {
  const read = readReceipt(parameters['receipt'] ?? '')
  const found = read && (await findReceipt(portal, { number: read.number, keyHash: hashKey(read.key) }))
  if (found === undefined || found.kind !== kind) throw new Failure('not_found')
  return found
}

async function drawReceipt(
  visit: Reading & Pick<Visit, 'path' | 'origin'>,
  { tenant, id }: { tenant: string; id: string },
  { problem }: { problem?: 'past' | 'came' },
) {
  return await inRegion(visit, tenant, async (tx, { zone, ...region }) => {
    const booking = await findBooking(tx, id)
    if (booking === undefined) throw new Failure('not_found')
    const service = await tx
      .selectFrom('residents.services')
      .select(['texts', 'place', 'minimum'])
      .where('id', '=', booking.service)
      .executeTakeFirstOrThrow()
    const slot = await tx.selectFrom('residents.slots').select('capacity').where('id', '=', booking.slot).executeTakeFirstOrThrow() // prettier-ignore
    return bookingReceipt(visit.language, {
      booking,
      ...service,
      texts: service.texts as never,
      capacity: slot.capacity,
      zone,
      region,
      path: visit.path,
      address: `${visit.origin ?? ''}/${visit.language}${visit.path}`,
      act: newId(),
      problem,
    })
  })
}

async function submitCancel(posting: Posting): Promise<Posted> {
  const { language, form, path } = posting
  const { tenant, id } = await openReceipt(posting, 'booking')
  await countLinkAct(posting.database.identity, posting.address)
  const act = keyOf(form['lembar'])
  const { outcome } = await asForm(
    posting.database,
    { tenant, act, verb: 'residents.cancel', body: { id }, at: posting.at },
    async (call) => await cancel(call, { id, byOfficer: false }),
  )
  if (outcome === 'past' || outcome === 'came') {
    return { page: await drawReceipt(posting, { tenant, id }, { problem: outcome }), status: 409 }
  }
  return { go: `/${language}${path}` }
}

async function submitQuestion(posting: Posting): Promise<Posted> {
  const { form, language, portal, parameters, on } = posting
  const found = await findContactPage(portal, parameters['region'] ?? '')
  if (found === undefined) throw new Failure('not_found')
  const values = {
    jenis: form['jenis'] ?? '',
    tentang: form['tentang'] ?? '',
    kata: tidyText(form['kata'] ?? '').trim(),
    kontak: tidyName((form['kontak'] ?? '').normalize('NFKC')),
  }
  const sheet = { act: keyOf(form['lembar']), secret: keyOf(form['rahasia']) }
  const again = async (more: Partial<AskForm>, status: 409 | 422 | 429) => ({
    page: await drawContact(posting, found, { ...sheet, values, ...more }),
    status,
  })
  const kind = questionKinds.find((one) => one === values.jenis) ?? 'question'
  const topic = topics.find((one) => one === values.tentang)
  const faults: Partial<Record<AskField, BookingFault>> = {}
  if (topic === undefined) faults.tentang = 'required'
  // Spaces, points and marks without width say nothing.
  if (!/[\p{L}\p{N}]/u.test(values.kata)) faults.kata = 'required'
  else if (lengthOf(values.kata) > limits.words) faults.kata = 'too_long'
  else if (hasIdentityNumber(values.kata)) faults.kata = 'identity'
  const contactFault = textFault(values.kontak, { required: false, most: limits.contact })
  if (contactFault !== undefined) faults.kontak = contactFault
  else if (values.kontak !== '' && contactKind(values.kontak) === undefined) faults.kontak = 'contact'
  if (topic === undefined || Object.keys(faults).length > 0) return await again({ faults }, 422)
  const receipt = receiptOf(sheet)
  try {
    await countCorrection(posting.database.identity, posting.address)
    await asForm(
      posting.database,
      {
        tenant: found.tenant,
        act: sheet.act,
        verb: 'residents.ask',
        body: { ...values, salt: sheet.secret },
        at: posting.at,
      },
      async (call) =>
        await receiveQuestion(call, {
          kind,
          topic,
          words: values.kata,
          wordsLang: language,
          contact: values.kontak === '' ? undefined : values.kontak,
          receivedOn: on,
          receipt,
        }),
    )
    return { go: `/${language}/program/layanan/pertanyaan/${writeReceipt(receipt)}` }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    if (error.code === 'too_many') return await again({ failure: error }, 429)
    if (error.code === 'not_yet') return await again({ closed: true }, 409)
    if (error.code === 'reused') return await again({ act: newId(), secret: newId(), failure: error }, 409)
    throw error
  }
}
