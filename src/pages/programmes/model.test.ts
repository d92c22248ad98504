import { expect, test } from 'vitest'
import type { ProgrammeLine } from '../../shared/programmes.ts'
import { openFirst } from './model.ts'

const said = { id: '', en: '', ja: '', ko: '' }
const line = (id: string, open?: { until?: string }): ProgrammeLine => ({
  id,
  kind: 'residents',
  title: id,
  titleLang: 'id',
  told: said,
  on: '2026-01-01',
  open: open && { told: said, act: said, path: '/', ...open },
})

test('what is open stands first, the soonest end before the later, what has no end last of them', () => {
  const lines = [
    line('over'),
    line('standing', {}),
    line('late', { until: '2027-11-30' }),
    line('past'),
    line('soon', { until: '2026-12-01' }),
  ]
  expect(openFirst(lines).map(({ id }) => id)).toEqual(['soon', 'late', 'standing', 'over', 'past'])
})
