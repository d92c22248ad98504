import * as relationPage from '../src/pages/relation-page/contract.ts'
import * as today from '../src/pages/today/contract.ts'
import type { Endpoint } from '../src/shared/endpoint.ts'
import { newId } from '../src/shared/ids.ts'
import type { Allow } from '../src/shared/permissions.ts'
import * as agenda from '../src/slices/agenda/contract.ts'
import * as identity from '../src/slices/identity/contract.ts'
import * as ledger from '../src/slices/ledger/contract.ts'
import * as oversight from '../src/slices/oversight/contract.ts'
import * as reference from '../src/slices/reference/contract.ts'
import * as relations from '../src/slices/relations/contract.ts'
import type { Furniture } from './factories.ts'

/** Every contract of the product; permissions.test.ts holds src/routes.ts against it. */
const contracts = { agenda, identity, ledger, oversight, reference, relations, relationPage, today }

type NamesIn<Contract> = {
  [Key in keyof Contract]: Contract[Key] extends { name: infer Name extends string; allow: Allow } ? Name : never
}[keyof Contract]
export type EndpointName = {
  [Slice in keyof typeof contracts]: NamesIn<(typeof contracts)[Slice]>
}[keyof typeof contracts]

/** What an endpoint may be asked about: the records of one region. */
export type Ids = Omit<Furniture, 'tenant' | 'activitySlug'>

/** Ids of nothing, for asking after what is not there. */
export const nowhere = (): Ids => ({
  relation: newId(),
  slug: 'tidak-ada',
  relationRev: 1,
  field: newId(),
  fieldRev: 1,
  member: newId(),
  unit: newId(),
  act: newId(),
})

/**
 * A valid input of each endpoint about the records of a region: the caller's own, or another's. A new endpoint without
 * its sample does not compile.
 */
export const inputs = {
  'agenda.listActivities': ({ relation }) => ({ relation }),
  'identity.readSession': () => ({}),
  'identity.endEverySession': () => ({}),
  'identity.listMembers': () => ({}),
  'identity.inviteMember': ({ unit, member }) => ({
    email: `${member}@contoh.invalid`,
    name: 'Anggota baru',
    role: 'petugas',
    unit,
  }),

  'identity.endMember': ({ member }) => ({ id: member }),
  'ledger.readHistory': ({ relation }) => ({ subject: relation }),
  'ledger.readAct': ({ act }) => ({ id: act }),
  'ledger.undoAct': ({ act }) => ({ id: act }),
  'ledger.verify': () => ({}),
  'oversight.listRegister': () => ({ limit: 100 }),
  'reference.listUnits': () => ({}),
  'reference.addUnit': () => ({ name: `Dinas ${newId()}`, kind: 'opd' }),
  'reference.listOfficials': () => ({}),
  'reference.addOfficial': () => ({
    name: `Pejabat ${newId()}`,
    office: 'wali_kota',
    capacity: 'plt',
    seenOn: '2025-07',
  }),
  'relations.readRelation': ({ relation }) => ({ id: relation }),
  'relations.listRelations': ({ relation }) => ({ after: relation }),
  'relations.listFields': ({ relation }) => ({ id: relation }),
  'relations.mendRelation': ({ relation, relationRev }) => ({ id: relation, rev: relationRev, purpose: 'Maksud' }),
  'relations.addField': ({ relation }) => ({ id: relation, name: `Bidang ${newId()}` }),
  'relations.mendField': ({ field, fieldRev }) => ({ id: field, rev: fieldRev, name: `Bidang ${newId()}` }),
  'relations.dropField': ({ field, fieldRev }) => ({ id: field, rev: fieldRev }),
  'relation-page.readRelationPage': ({ slug }) => ({ slug }),
  'today.readToday': () => ({}),
} satisfies Record<EndpointName, (ids: Ids) => Record<string, unknown>>

/** The sample of an endpoint that is known by its name only. */
export function inputOf(endpoint: Pick<Endpoint, 'name'>, ids: Ids): Record<string, unknown> {
  return inputs[endpoint.name as EndpointName](ids)
}

/** Whether an endpoint is asked about a record at all; one that is not has no other region's record to refuse. */
export function takesId({ name }: Pick<Endpoint, 'name'>): boolean {
  const ids = Object.fromEntries(Object.keys(nowhere()).map((key) => [key, `<${key}>`])) as unknown as Ids
  return /<(relation|slug|field|member|unit|act)>/.test(JSON.stringify(inputs[name as EndpointName](ids)))
}
