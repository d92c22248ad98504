import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routes } from '../src/routes.ts'
import { permissions, roles } from '../src/shared/permissions.ts'
import { differences, everybody, openStage, people, readMatrix, type Stage } from './matrix.ts'
import { inputs, takesId } from './inputs.ts'
import { readSession } from '../src/slices/identity/contract.ts'

const endpoints = routes.map(({ endpoint }) => endpoint)
const matrix = readMatrix()

describe('the table itself', () => {
  test('every endpoint of the product has a sample and a row, and no row is left over', () => {
    const names = endpoints.map(({ name }) => name).sort()
    expect(Object.keys(inputs).sort()).toEqual(names)
    expect(Object.keys(matrix).sort()).toEqual(names)
    expect(new Set(names).size).toBe(names.length)
  })

  test('every row has a cell for everybody, a success and a refusal', () => {
    for (const [name, row] of Object.entries(matrix)) {
      expect(Object.keys(row), name).toEqual(everybody)
      const codes = Object.values(row).flatMap((cell) => cell.split(' '))
      expect(codes, name).toContain('200')
      expect(
        codes.some((code) => ['401', '403', '404'].includes(code)),
        name,
      ).toBe(true)
    }
  })

  test('nobody is asked to sign in everywhere; a record elsewhere and one nowhere are told apart by nobody', () => {
    for (const [name, row] of Object.entries(matrix)) {
      expect(row.nobody, name).toBe('401')
      for (const cell of Object.values(row)) {
        if (!cell.includes(' ')) continue
        expect(takesId({ name }), name).toBe(true)
        expect(cell, name).toBe('200 404 404')
      }
    }
  })
})

describe('rights by role, as the issues word them', () => {
  const held = (role: (typeof roles)[number]) =>
    Object.entries(permissions).flatMap(([permission, holders]) =>
      (holders as readonly string[]).includes(role) ? [permission] : [],
    )
  const reading = [
    'relations.read',
    'agenda.read',
    'partners.read',
    'sources.read',
    'followup.read',
    'corrections.read',
    'letters.read',
    'links.read',
    'files.read',
    'today.read',
    'ledger.read',
    'followup.list',
    'reference.read',
    'programmes.read',
  ]
  // Lists and histories that name people, as files.
  const taking = ['agenda.take', 'followup.take', 'ledger.take', 'letters.take', 'reference.take', 'programmes.take']
  const recording = [
    'relations.mend',
    'relations.publish',
    'agenda.record',
    'agenda.publish',
    'partners.mend',
    'partners.publish',
    'sources.judge',
    'followup.mend',
    'corrections.answer',
    'letters.prepare',
    'letters.dispose',
    'links.revoke',
    'calendar.follow',
    'calendar.invite',
    'files.keep',
    'followup.answer',
    'colleagues.read',
    'ledger.undo',
    'programmes.keep',
    'programmes.publish',
    ...taking,
  ]
  const administering = ['identity.administer', 'reference.administer', 'letters.administer']
  test.each([
    ['petugas', [...reading, ...recording]],
    ['kepala_bagian', [...reading, ...recording, 'relations.correct']],
    ['pimpinan', [...reading, ...taking, 'letters.dispose', 'colleagues.read', 'calendar.follow']],
    // An agency answers what is its own, with its files.
    [
      'opd',
      [
        'today.read',
        'reference.read',
        'files.keep',
        'followup.list',
        'followup.answer',
        'followup.take',
        'ledger.undo',
        'programmes.read',
        'programmes.keep',
        'programmes.take',
        'programmes.names',
      ],
    ],
    // She keeps templates of letters, and takes back what she did.
    [
      'admin_daerah',
      ['today.read', 'reference.read', 'reference.take', 'files.read', 'files.keep', 'ledger.undo', 'colleagues.read', ...administering], // prettier-ignore
    ],
    ['auditor', [...reading, 'ledger.verify']],
    ['provinsi', ['register.read']],
  ] as const)('%s', (role, rights) => {
    expect(held(role).sort()).toEqual([...rights].sort())
  })
})

describe('every endpoint × role × own, another region’s, unknown', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(async () => await stage.world.close())

  test('the askers are who the table says', async () => {
    for (const role of roles) {
      const { body } = await (await stage.world.as(people[role])).ask(readSession)
      expect(body.role).toBe(role)
    }
  })

  test.each(endpoints.map((endpoint) => [endpoint.name, endpoint] as const))('%s', async (_, endpoint) => {
    const found = await differences(stage, endpoint)
    expect(found, found.join('\n')).toEqual([])
  })
})
