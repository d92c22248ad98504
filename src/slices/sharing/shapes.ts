/** The parts of a partner's page as they are read from the record: the same for the list, the preview and the page. */
import { z } from 'zod'
import { zones } from '../../shared/dates.ts'
import { id } from '../../shared/fields.ts'
import { activityKinds, weekdays } from '../agenda/model.ts'
import { cooperationTypes, procedureIds } from '../procedures/model.ts'
import { officeIds, sectorIds } from '../reference/model.ts'
import { standings, textKinds } from '../relations/model.ts'

const names = z.partialRecord(z.enum(['id', 'en', 'ja', 'ko']), z.string())

const kerjaSama = z.object({
  region: z.object({ name: z.string(), names }),
  partner: z.object({
    name: z.string(),
    names,
    nativeName: z.string().nullable(),
    nativeLang: z.string().nullable(),
    country: z.string().nullable(),
  }),
  type: z.enum(cooperationTypes).nullable(),
})

const tahap = z.object({
  /** Absent while no procedure runs. */
  course: z
    .object({
      procedure: z.enum(procedureIds),
      provisional: z.boolean(),
      records: z.array(z.object({ step: z.string(), documented: z.boolean(), finished: z.boolean().optional() })),
    })
    .nullable(),
  /** Whether the region says that it waits for the partner. */
  waits: z.boolean(),
  /** Our letters that name a day for the answer and have none. */
  asked: z.array(z.object({ id, subject: z.string(), answerBy: z.string() })),
})

const bidang = z.object({
  fields: z.array(
    z.object({ id, sector: z.enum(sectorIds).nullable(), name: z.string().nullable(), standing: z.enum(standings) }),
  ),
})

const kegiatan = z.object({
  zone: z.enum(zones),
  partnerZone: z.enum(zones).nullable(),
  meetings: z.array(
    z.object({
      id,
      kind: z.enum(activityKinds).nullable(),
      about: z.string().nullable(),
      place: z.string().nullable(),
      occurredOn: z.string(),
      endedOn: z.string().nullable(),
      startsAt: z.string().nullable(),
      endsAt: z.string().nullable(),
      weekday: z.enum(weekdays).nullable(),
      summary: z
        .object({
          agreedOn: z.string().nullable(),
          lang: z.string(),
          blocks: z.array(z.object({ title: z.string().nullable(), text: z.string() })),
        })
        .nullable(),
    }),
  ),
})

const word = z.object({
  id,
  words: z.string(),
  wordsLang: z.string(),
  speaker: z
    .object({
      givenName: z.string(),
      familyName: z.string(),
      nameLang: z.string().nullable().optional(),
      office: z.enum(officeIds).nullable().optional(),
    })
    .nullable(),
  saidOn: z.string(),
  standing: z.object({ state: z.enum(['done', 'running', 'silent']), on: z.string().nullable() }).nullable(),
})

const komitmen = z.object({ ours: z.array(word), theirs: z.array(word) })

const surat = z.object({
  /** Letters with a diplomatic mission are closed, whatever their number. */
  closed: z.boolean(),
  letters: z.array(
    z.object({
      id,
      direction: z.enum(['in', 'out']),
      number: z.string().nullable(),
      day: z.string(),
      subject: z.string(),
    }),
  ),
})

const naskah = z.object({
  texts: z.array(
    z.object({
      id,
      kind: z.enum(textKinds),
      title: z.string(),
      numberOurs: z.string().nullable(),
      numberTheirs: z.string().nullable(),
      signedOn: z.string().nullable(),
      lastDay: z.string().nullable(),
      isOpenEnded: z.boolean(),
      terminatedOn: z.string().nullable(),
    }),
  ),
})

/** The content's digest: what was said of a part is said of the part as it was then. */
export const version = z.string().regex(/^[0-9a-f]{16}$/)

export const part = z.discriminatedUnion('id', [
  z.object({ id: z.literal('kerja_sama'), version, content: kerjaSama }),
  z.object({ id: z.literal('tahap'), version, content: tahap }),
  z.object({ id: z.literal('bidang'), version, content: bidang }),
  z.object({ id: z.literal('kegiatan'), version, content: kegiatan }),
  z.object({ id: z.literal('komitmen'), version, content: komitmen }),
  z.object({ id: z.literal('surat'), version, content: surat }),
  z.object({ id: z.literal('naskah'), version, content: naskah }),
])
export type Part = z.output<typeof part>
export type PartOf<Id extends Part['id']> = Extract<Part, { id: Id }>

/** Of letters that are not shown nobody is asked whether they are right. */
export const isClosed = (of: Part): boolean => of.id === 'surat' && of.content.closed
