import { asSystem } from '../src/platform/act.ts'
import { newId } from '../src/shared/ids.ts'
import * as exchange from '../src/slices/exchange/contract.ts'
import { keepMade } from '../src/slices/files/commands.ts'
import { expect } from 'vitest'
import { openRelationStage, type RelationStage } from './relation-stage.ts'

/** A region with a cooperation whose exchanges are recorded and read on a day. */
export async function openExchangeStage() {
  const stage = await openRelationStage()
  const relation = await stage.begin({ kind: 'foreign_local_government' })
  const day = '2026-03-10'
  const done = async (...asked: Parameters<RelationStage['on']>) => {
    const answer = await stage.on(...asked)
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    return answer.body
  }
  const refused = async (...asked: Parameters<RelationStage['on']>) => {
    const { status, body } = await stage.on(...asked)
    return [status, body.code, body.details]
  }
  const add = async (more: Record<string, unknown> = {}, on = day) =>
    await done(on, exchange.addExchange, {
      kind: 'pelatihan_aparatur',
      title: `Pelatihan ${newId()}`,
      relations: [relation],
      ...more,
    })
  const readOn = async (slug: string, on = day) => await done(on, exchange.readExchange, { slug })
  const aFile = async () =>
    await asSystem(stage.world.database, { tenant: stage.tenant, verb: 'test.keep' }, async (call) => {
      const content = new TextEncoder().encode(`%PDF-1.4\n${newId()}\n%%EOF\n`)
      const made = { tenant: stage.tenant, kind: 'pdf', name: 'laporan.pdf', content } as const
      return (await keepMade({ ...call, store: stage.world.store }, made)).id
    })
  return { stage, relation, day, done, refused, add, readOn, aFile }
}
