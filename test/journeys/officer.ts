import { expect, type Locator, type Page } from '@playwright/test'
import type { z } from 'zod'
import { readRelationPage } from '../../src/pages/relation-page/contract.ts'
import { findDemoAccount } from '../../src/slices/demo/model.ts'
import { readHistory, undoAct } from '../../src/slices/ledger/contract.ts'
import { mendField, mendRelation } from '../../src/slices/relations/contract.ts'
import { addressOf, type Endpoint, type Method } from '../../src/shared/endpoint.ts'
import { newId } from '../../src/shared/ids.ts'
import type { Language } from '../../src/shared/languages.ts'
import { takeSession, type OwnRole } from './own-sessions.ts'

export const izumisano = 'kota-bekasi-izumisano'

/**
 * The product ends a line that was idle for fifteen seconds, and a request may be under way on it just then. A browser
 * asks again by itself; these requests do so too. Every act is one act however often it is sent.
 */
const again = { maxRetries: 2 }

/** Where the product of this journey listens: its own, once a page of it was opened, else the one all share. */
function originOf(page: Page): string {
  return page.url().startsWith('http') ? new URL(page.url()).origin : `http://127.0.0.1:${process.env['JOURNEYS_PORT']}`
}

/** The window is the last journey's: its mouse may point at something still, and another page of it may have the focus. */
async function takeOver(page: Page): Promise<void> {
  await page.bringToFront()
  await page.mouse.move(0, 0)
}

/**
 * Comes in as a demonstration role, in a language, which the cookie then keeps: by what its button sends. That the button
 * sends it is judged in sign-in.spec.ts. No page is opened: the journey opens the one it is about.
 */
export async function enterAs(page: Page, { key, language }: { key: string; language: Language }): Promise<void> {
  if (findDemoAccount(key) === undefined) throw new Error(`No demonstration account ${key}`)
  await takeOver(page)
  await page.context().clearCookies()
  const origin = originOf(page)
  const form = { peran: key }
  const answer = await page.request.post(`${origin}/${language}/masuk/peran`, {
    form,
    headers: { origin },
    maxRedirects: 0,
    ...again,
  })
  expect(answer.status(), `the button of ${key}`).toBe(303)
}

/** Comes in with an account of this journey's own, made before the journeys began: no button leads to these roles. */
export async function enterAsOneself(
  page: Page,
  { role, language }: { role: OwnRole; language: Language },
): Promise<void> {
  const url = originOf(page)
  await takeOver(page)
  await page.context().clearCookies()
  await page.context().addCookies([
    { name: 'jembatan', value: takeSession(role), url, httpOnly: true, sameSite: 'Lax' },
    { name: 'bahasa', value: language, url, sameSite: 'Lax' },
  ])
}

/** Asks an endpoint as the person signed in on this page, beside the page itself; throws when it is refused. */
export async function ask<Input extends z.ZodType, Output extends z.ZodType>(
  page: Page,
  endpoint: Endpoint<Input, Output, Method>,
  input: z.input<Input>,
): Promise<z.output<Output>> {
  const { url, rest } = addressOf(endpoint, input as Record<string, unknown>)
  // A browser says where its posts come from; without that they are refused.
  const origin = originOf(page)
  const there = `${origin}${url}`
  const answer =
    endpoint.method === 'GET'
      ? await page.request.get(there, again)
      : await page.request.post(there, { data: rest, headers: { origin }, ...again })
  if (!answer.ok()) throw new Error(`${endpoint.name}: ${answer.status()} ${await answer.text()}`)
  return endpoint.output.parse(await answer.json())
}

export const readIzumisano = async (page: Page) => await ask(page, readRelationPage, { slug: izumisano })

/** The acts about Izumisano, newest first. */
export async function readActs(page: Page) {
  const { relation } = await readIzumisano(page)
  return (await ask(page, readHistory, { subject: relation.id, limit: 100 })).rows
}

type Found = Awaited<ReturnType<typeof readIzumisano>>

const valuesOf = ({ relation, fields }: Found) => ({
  relation: [relation.purpose, relation.cooperationType],
  fields: fields.map(({ id, sector, name, standing }) => [id, sector, name, standing]),
})

/** Izumisano as it was found: own acts are taken back while that is possible, what remains is mended by hand. */
export async function restore(page: Page, found: Found): Promise<void> {
  for (const act of await readActs(page)) {
    const isAsFound = JSON.stringify(valuesOf(await readIzumisano(page))) === JSON.stringify(valuesOf(found))
    if (isAsFound) break
    if (act.mine && act.newest && !act.undone && act.undoes === null) {
      try {
        await ask(page, undoAct, { act: newId(), id: act.act })
      } catch (error) {
        // Another journey wrote on the same relation meanwhile (stale): the rest is mended by hand.
        if (!String(error).includes('ledger.undoAct: 409')) throw error
        break
      }
    }
  }
  const { relation, fields } = await readIzumisano(page)
  const { purpose, cooperationType } = found.relation
  if (relation.purpose !== purpose || relation.cooperationType !== cooperationType) {
    await ask(page, mendRelation, { act: newId(), id: relation.id, rev: relation.rev, purpose, cooperationType })
  }
  for (const { id, rev, ...now } of fields) {
    const was = found.fields.find((field) => field.id === id)
    if (was === undefined || (was.sector === now.sector && was.name === now.name && was.standing === now.standing))
      continue
    const { sector, name, standing } = was
    await ask(page, mendField, { act: newId(), id, rev, sector, name, standing })
  }
  expect(valuesOf(await readIzumisano(page)), 'Izumisano is as it was found').toEqual(valuesOf(found))
}

/** Moves the focus by Tab alone until it stands on something; fails when it never comes there. */
export async function tabTo(page: Page, target: Locator, { back = false } = {}): Promise<void> {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab')
  }
  await expect(target, 'reached by keyboard').toBeFocused({ timeout: 1 })
}

/** The name of a button that says what it acts on to who does not see it: "Ubah: Pendidikan". */
export const named = (act: string, what: string): RegExp => new RegExp(`^${escape(act)} ?: ${escape(what)}$`)

const escape = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** Puts away what was said at the foot of the screen. On a phone it may lie on what is pressed next, for twelve seconds. */
export async function putAway(page: Page): Promise<void> {
  const said = page.locator('.toast [slot=close]')
  while ((await said.count()) > 0) await said.last().click()
}
