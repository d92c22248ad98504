import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import released from '../db/released.json' with { type: 'json' }
import { checkout } from './doors.ts'
import { changedSince, closeChangelog, hashMigrations, isLater, notesOf } from './release.ts'

describe('a release', () => {
  test.each([
    ['0.1.0', '0.0.0', true],
    ['0.10.0', '0.9.9', true],
    ['1.0.0', '0.99.99', true],
    ['0.1.0', '0.1.0', false],
    ['0.1.0', '0.1.1', false],
    ['0.9.9', '0.10.0', false],
  ])('%s after %s: %s', (next, last, later) => expect(isLater(next, last)).toBe(later))

  const text = '# Changelog\n\n## Unreleased\n\n- New.\n\n## 0.1.0 - 2026-01-01\n\n- Old.\n'

  test('what was unreleased stands under its version, and the place for the next is empty', () => {
    const closed = closeChangelog(text, { version: '0.2.0', day: '2026-02-02' }) ?? ''
    expect(notesOf(closed, '0.2.0')).toBe('- New.')
    expect(notesOf(closed, '0.1.0')).toBe('- Old.')
    expect(closeChangelog(closed, { version: '0.3.0', day: '2026-03-03' })).toBeUndefined()
  })

  test('no migration of a release was changed or removed since', () => {
    expect(changedSince(released, hashMigrations(join(checkout, 'db/migrations')))).toEqual([])
  })

  test('a changed and a missing one are named', () => {
    const was = { '0.1.0': { '0001_a.sql': 'x', '0002_b.sql': 'y', '0003_c.sql': 'z' } }
    expect(changedSince(was, { '0001_a.sql': 'x', '0002_b.sql': 'other' })).toEqual(['0002_b.sql', '0003_c.sql'])
  })
})
