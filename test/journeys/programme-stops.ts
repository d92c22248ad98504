import { words as programmeWords } from '../../src/pages/programmes/messages/words.gen.ts'
import type { Language } from '../../src/shared/languages.ts'
import { words as contestWords } from '../../src/slices/contests/ui/messages/words.gen.ts'
import { words as csrWords } from '../../src/slices/csr/ui/messages/words.gen.ts'
import { words as exchangeWords } from '../../src/slices/exchange/messages/words.gen.ts'
import { words as issueWords } from '../../src/slices/forum/ui/messages/words.gen.ts'
import { words as residentWords } from '../../src/slices/residents/ui/messages/words.gen.ts'
import { words as workWords } from '../../src/slices/workforce/messages/words.gen.ts'

/** A page of the workspace that is looked at. */
export interface Stop {
  address: string
  /** What the first heading says, or part of it. */
  heading: string
  /** What has to stand there before the page is judged: the name of its table, part or open tab. */
  shown?: { role: 'table' | 'region' | 'listitem'; name?: string }
  /** Where a link of the page itself leads back to. */
  back?: string
  /** The open tab. */
  tab?: string
  /** Of a refused reading, which the browser notes as an error of its own. */
  status?: number
}

/** Written by hand: a title that falls back to another language must not pass. */
const exchange: Record<Language, string> = {
  id: 'Pertukaran pengalaman dengan Kota Izumisano',
  en: 'Exchange of experience with Izumisano City',
  ja: '泉佐野市との経験の交流',
  ko: '이즈미사노시와의 경험 교류',
}

/** Program and its parts. */
export function programmeStops(language: Language): Stop[] {
  const back = '/kerja/program'
  return [
    { address: '/kerja/program', heading: programmeWords[language].title },
    { address: '/kerja/program/tenaga-kerja', heading: workWords[language].title, back },
    { address: '/kerja/program/lomba', heading: contestWords[language].title, back },
    { address: '/kerja/program/isu', heading: issueWords[language].title, back },
    { address: '/kerja/program/tjsl', heading: csrWords[language].view.title, back },
    { address: '/kerja/program/layanan', heading: residentWords[language].title, back },
    { address: '/kerja/program/layanan/pertanyaan', heading: residentWords[language].questions.title },
    { address: '/kerja/program/pertukaran', heading: exchangeWords[language].title, back, shown: { role: 'table' } },
    {
      address: '/kerja/program/pertukaran/pertukaran-pengalaman-izumisano',
      heading: exchange[language],
    },
  ]
}
