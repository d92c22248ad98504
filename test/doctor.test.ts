import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from './databases.ts'
import { aCityElsewhere } from './factories.ts'
import { openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => await world.close())

const doctor = async () => {
  const { code, out, error } = await runCommand(world.ownerUrl, 'doctor')
  expect([code, error]).toEqual([0, ''])
  return out
}

test('says how many regions there are, and whether the demonstration is shown', { timeout: 60_000 }, async () => {
  const [row] = await world.owner`select count(*)::int as n from reference.regions`
  expect(await doctor()).toMatch(new RegExp(`^regions +0 real, ${row?.['n']} of the demonstration, shown$`, 'm'))
  await aCityElsewhere(world)
  expect(await doctor()).toMatch(new RegExp(`^regions +1 real, ${row?.['n']} of the demonstration, not shown$`, 'm'))
})

test('says where mail goes', { timeout: 60_000 }, async () => {
  expect(await doctor()).toMatch(/^mail +kept as files \(\d+\)$/m)
})

test(
  'names each policy that somebody dropped, changed or added by hand; migrate puts them right',
  { timeout: 120_000 },
  async () => {
    expect(await doctor()).toMatch(/^row policies +as the product puts them$/m)
    await world.owner.unsafe(`
    drop policy in_tenant on relations.relations;
    drop policy world on relations.published;
    drop policy identity_reads on reference.regions;
    alter policy in_tenant on partners.partners using (true);
    create policy everybody on agenda.activities to jembatan_app using (true);
    alter table letters.letters disable row level security;
    alter table sources.sources no force row level security;
    alter table reference.units disable trigger track`)
    const out = await doctor()
    for (const fault of [
      'relations.relations: the policy in_tenant is missing',
      'relations.published: the policy world is missing',
      'reference.regions: the policy identity_reads is missing',
      'partners.partners: the policy in_tenant was changed',
      'agenda.activities: the policy everybody is none of the product’s',
      'letters.letters: row security is switched off',
      'sources.sources: row security is switched off',
      'reference.units: its changes are not tracked',
      'regions may not be kept apart: jembatan migrate puts the policies right',
    ]) {
      expect(out).toMatch(new RegExp(`^attention +${fault}$`, 'm'))
    }
    await world.owner`drop policy everybody on agenda.activities`
    const { code, out: said } = await runCommand(world.ownerUrl, 'migrate')
    expect([code, said]).toEqual([0, expect.stringContaining('Row policies were put right: 7.')])
    expect(await doctor()).toMatch(/^row policies +as the product puts them$/m)
  },
)
