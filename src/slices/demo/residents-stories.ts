/** Services for foreign residents: what story 001 tells, contact points, and an open service in the invented region. */
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { newId } from '../../shared/ids.ts'
import { getRelationId } from '../relations/queries.ts'
import { addService, addSlot, book, publishService, receiptOf, setContact } from '../residents/commands.ts'
import { findContact } from '../residents/queries.ts'
import type { ProgrammeSeed } from './programmes.ts'
import { reopenStory, tell } from './telling.ts'

type Acting = { tx: Tx; act: Act }

const hasServices = async (tx: Tx) =>
  (await tx.selectFrom('residents.services').select('id').limit(1).executeTakeFirst()) !== undefined

const day = '2022-02-03'

/** What the acting mayor said is tried: without day, place or places, since none is told. It takes no bookings. */
const booster: ProgrammeSeed = {
  region: 'kota-bandung',
  isThere: hasServices,
  async enter(call) {
    const story = await reopenStory(call, {
      day,
      textSha256: '4bb3fd37bea8048dc1992f38cdefdd465a72ab891d7ca70c18ef46c69affd146',
    })
    const { id } = await addService(call, {
      occurredOn: day,
      relations: [await getRelationId(call.tx, 'kota-bandung-kedutaan-besar-jepang')],
      texts: {
        id: {
          title: 'Vaksinasi booster bagi warga Jepang',
          about: 'Diupayakan oleh Pemerintah Kota bagi warga Jepang yang tinggal di Kota Bandung.',
        },
        en: {
          title: 'Booster vaccination for Japanese residents',
          about: 'The city government tries to provide it for Japanese residents of Bandung.',
        },
        ja: {
          title: '日本人住民のためのブースター接種',
          about: 'バンドン市に住む日本人のために市が実現に努めるもの。',
        },
        ko: {
          title: '일본인 주민을 위한 부스터 접종',
          about: '반둥시에 사는 일본인 주민을 위해 시가 추진하는 것.',
        },
      },
    })
    const by = { name: 'Yana Mulyana', office: 'wali_kota', capacity: 'plt', occasion: 'at_the_meeting' } as const
    await tell(story, { of: id, field: 'texts', told: ({ s001 }) => s001.booster, span: [800, 907], by })
    await tell(story, { of: id, field: 'texts', told: ({ s001 }) => s001.comfort, span: [699, 797], by })
    await publishService(call, { id })
    call.act.about(id)
  },
}

/** The contact point as a function of the product, open in each of the three regions. */
const contactOf = (region: string): ProgrammeSeed => ({
  region,
  isThere: async (tx) => (await findContact(tx)) !== undefined,
  enter: async (call) => void (await setContact(call, { rev: 0, open: true, answerDays: 14, keepDays: 365 })),
})

/** An invented drill with places through two years, some of them taken, and one session that is full. */
const drill: ProgrammeSeed = {
  region: 'kab-contoh',
  isThere: hasServices,
  async enter(call) {
    const { id } = await addService(call, {
      occurredOn: '2026-01-05',
      texts: {
        id: {
          title: 'Latihan tanggap bencana bagi warga asing',
          about: 'Latihan dua jam: jalur evakuasi, tas siaga, dan nomor darurat.',
          whoMay: 'Warga asing yang tinggal di kabupaten ini, serumah.',
        },
        en: {
          title: 'Disaster drill for foreign residents',
          about: 'Two hours: evacuation routes, emergency bag and emergency numbers.',
          whoMay: 'Foreign residents of this regency with their household.',
        },
        ja: {
          title: '外国人住民のための防災訓練',
          about: '二時間の訓練。避難経路、非常持ち出し袋、緊急連絡先。',
          whoMay: 'この県に住む外国人とその世帯。',
        },
        ko: {
          title: '외국인 주민을 위한 재난 대비 훈련',
          about: '두 시간 훈련: 대피로, 비상 가방, 비상 연락처.',
          whoMay: '이 군에 사는 외국인과 그 가구.',
        },
      },
      place: 'Balai Latihan Contoh',
      spoken: ['id', 'en', 'ja', 'ko'],
      minimum: 10,
      groupMost: 30,
      opensOn: '2026-01-05',
      closesOn: '2027-11-30',
      purgeOn: '2028-01-31',
    })
    const sessions: { slot: string; parties: number[] }[] = []
    for (const [at, on] of ['2026-03-14', '2026-12-12', '2027-03-13', '2027-12-04'].entries()) {
      const slot = await addSlot(call, { id, day: on, starts: '09:00', ends: '11:00', capacity: at === 1 ? 8 : 40 })
      sessions.push({ slot: slot.id, parties: [[], [3, 5, 2, 4], [2, 3], []][at] ?? [] })
    }
    // Places are given by the form's own rule, which asks for the page and the window first.
    await publishService(call, { id })
    for (const { slot, parties } of sessions) for (const party of parties) await bookSample(call, { slot, party })
    call.act.about(id)
  },
}

/** Invented words, no person: the name says that it is a sample. */
async function bookSample({ tx, act }: Acting, { slot, party }: { slot: string; party: number }): Promise<void> {
  const id = newId()
  const receipt = receiptOf({ act: id, secret: newId() })
  const who = { name: 'Pemesan contoh', contact: `${id}@contoh.invalid`, language: 'en' } as const
  await book({ tx, act: { ...act, id } }, { slot, party, ...who, waits: true, receipt })
}

export const residentsSeeds: readonly ProgrammeSeed[] = [
  booster,
  ...['kota-bandung', 'kab-bekasi', 'kota-bekasi', 'kab-contoh'].map(contactOf),
  drill,
]
