import { expect, test } from 'vitest'
import { may, type Role } from '../shared/permissions.ts'
import { entriesFor, firstPage } from './navigation.ts'

const keysOf = (role: Role) => entriesFor((permission) => may(role, permission)).map(({ key }) => key)

test('each role sees the pages it may read, and no other', () => {
  expect(keysOf('petugas')).toEqual(['today', 'relations'])
  expect(keysOf('pimpinan')).toEqual(['today', 'relations'])
  expect(keysOf('opd')).toEqual(['today'])
  expect(keysOf('admin_daerah')).toEqual(['today'])
  expect(keysOf('provinsi')).toEqual(['register'])
})

test('the province begins with its register', () => {
  expect(firstPage((permission) => may('provinsi', permission))).toBe('/register')
  expect(firstPage((permission) => may('petugas', permission))).toBe('/')
})
