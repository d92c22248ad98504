import { expect, test } from 'vitest'
import { may, type Role } from '../shared/permissions.ts'
import { barEntries, entriesFor, firstPage } from './navigation.ts'

const keysOf = (role: Role) => entriesFor((permission) => may(role, permission)).map(({ key }) => key)

test('each role sees the pages it may read, and no other', () => {
  const whole = ['today', 'relations', 'agenda', 'tasks', 'letters', 'programmes', 'partners', 'settings']
  expect(keysOf('petugas')).toEqual(whole)
  expect(keysOf('pimpinan')).toEqual(whole)
  expect(keysOf('opd')).toEqual(['today', 'tasks', 'programmes', 'settings'])
  expect(keysOf('admin_daerah')).toEqual(['today', 'settings'])
  expect(keysOf('provinsi')).toEqual(['register'])
})

test('the province begins with its register', () => {
  expect(firstPage((permission) => may('provinsi', permission))).toBe('/register')
  expect(firstPage((permission) => may('petugas', permission))).toBe('/')
})

test('what has no room in the bottom bar is not lost', () => {
  const { bar, more } = barEntries(() => true)
  expect(bar.map(({ key }) => key)).toEqual(['today', 'relations', 'agenda'])
  expect([...bar, ...more]).toEqual(entriesFor(() => true))
  const agency = barEntries((permission) => may('opd', permission))
  expect([agency.bar.length, agency.more]).toEqual([4, []])
})
