import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeLink } from '../src/slices/identity/commands.ts'
import { endEverySession, endMember, readSession } from '../src/slices/identity/contract.ts'
import { sendLink } from '../src/slices/identity/jobs.ts'
import { limits } from '../src/slices/identity/model.ts'
import { hashPassword } from '../src/slices/identity/passwords.ts'
import { findAccount } from '../src/slices/identity/queries.ts'
import { listUnits } from '../src/slices/reference/contract.ts'
import { listRelations, readRelation } from '../src/slices/relations/contract.ts'
import { aColleague, furnish, tenantOf } from './factories.ts'
import { askerOf, openWorld, type World } from './world.ts'

const password = 'kuda hijau berlari pelan'
let world: World
let wanderer: string
beforeAll(async () => {
  world = await openWorld()
  wanderer = await somebody()
})
afterAll(async () => await world.close())

const hash = hashPassword(password)

/** Somebody of Kota Bekasi with a password. */
async function somebody(): Promise<string> {
  const email = await aColleague(world, { region: 'kota-bekasi', role: 'petugas' })
  await world.owner`update identity.accounts set password_hash = ${await hash} where email = ${email}`
  return email
}

const accountOf = async (email: string): Promise<string> =>
  (await findAccount(world.database.identity, email))?.id ?? ''

async function post(path: string, form: Record<string, string>, headers: Record<string, string> = {}) {
  const answer = await world.app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...headers },
    body: new URLSearchParams(form),
  })
  const token = /^jembatan=([\w-]+);/.exec(answer.headers.get('set-cookie') ?? '')?.[1]
  return { status: answer.status, text: await answer.text(), headers: answer.headers, token }
}

const signIn = async (email: string, typed = password, headers = {}) =>
  await post('/id/masuk', { email, password: typed }, headers)
/** What somebody with this token gets: every way of reading must agree on it. */
async function whoIs(token: string | undefined): Promise<number | number[]> {
  const asker = askerOf(world.app, token)
  const answers = [await asker.ask(readSession), await asker.ask(listRelations), await asker.ask(listUnits)]
  const statuses = [...new Set(answers.map(({ status }) => status))]
  return statuses.length === 1 ? (statuses[0] ?? 0) : statuses
}

describe('signing in', () => {
  test('with the right password leads into the workspace; the address may be typed in any case', async () => {
    const email = await somebody()
    for (const typed of [email, email.toUpperCase(), `  ${email} `]) {
      const { status, headers, token } = await signIn(typed)
      expect([status, headers.get('location')]).toEqual([303, '/kerja'])
      expect(await whoIs(token)).toBe(200)
    }
  })

  test('with a wrong password, an unknown address or a closed account gets one and the same answer', async () => {
    const email = await somebody()
    const closed = await somebody()
    await world.owner`update identity.accounts set disabled_at = now() where email = ${closed}`
    const answers = [
      await signIn(email, 'salah sama sekali'),
      await signIn('tidak-ada@contoh.invalid', password),
      await signIn(closed, password),
      await signIn('petugas-kota-bekasi@contoh.invalid', password), // has no password at all
      await signIn('', ''),
    ]
    const shapes = answers.map(({ status, text, token }) => [status, token, text.replace(/ value="[^"]*"/g, '')])
    expect(shapes[0]?.[0]).toBe(422)
    for (const shape of shapes) expect(shape).toEqual(shapes[0])
  })

  test('after too many tries is 429, whatever address, case or forwarding header the caller writes', async () => {
    const email = await somebody()
    const { tries } = limits.signInPerAccountAndAddress
    for (let n = 0; n < tries; n += 1) {
      const answer = await signIn(n % 2 === 0 ? email : email.toUpperCase(), `salah ${n}`, {
        'x-forwarded-for': `10.0.0.${n}`,
      })
      expect(answer.status).toBe(422)
    }
    const tricks = [
      {},
      { 'x-forwarded-for': '203.0.113.9' },
      { 'x-real-ip': '203.0.113.9', forwarded: 'for=203.0.113.9', 'cf-connecting-ip': '203.0.113.9' },
      { 'user-agent': 'lain', 'accept-language': 'ja', cookie: 'jembatan=x' },
    ]
    for (const headers of tricks) {
      for (const typed of [email, email.toUpperCase(), ` ${email}`]) {
        const answer = await signIn(typed, password, headers)
        expect([answer.status, answer.token]).toEqual([429, undefined])
      }
    }
    const other = await somebody()
    expect((await signIn(other)).status).toBe(303)
    await world.owner`update identity.attempts set opens_at = clock_timestamp() - interval '1 second'`
    expect((await signIn(email)).status).toBe(303)
  })

  test('floods from one place are stopped too, across all addresses', async () => {
    await world.owner`delete from identity.attempts`
    const { tries } = limits.signInPerAddress
    await world.owner`insert into identity.attempts (bucket, opens_at, tries)
      values ('sign-in address unknown', clock_timestamp() + interval '15 minutes', ${tries})`
    expect((await signIn('siapa@contoh.invalid')).status).toBe(429)
    await world.owner`delete from identity.attempts`
  })

  test.each([
    'https://jahat.example', '//jahat.example', '/\\jahat.example', '\\\\jahat.example', 'https:jahat.example', 'javascript:alert(1)', '/kerja@jahat.example',
    '/kerja.jahat.example', '/kerja//jahat.example', '/kerja/../id/keluar', '/kerja/..', '/kerja/%2e%2e/id', '/kerja/.%2e/%2e./x', '/kerja/..//jahat.example',
    '/kerjasama', '/', '/id', '', ' /kerja', '/kerja\r\nset-cookie: x=y', '/kerja\t', '/kerja?x=//jahat.example', '/kerja#@jahat.example', '/KERJA/x', 'kerja/x',
    '%2f%2fjahat.example', '/kerja/%0d%0aLocation:%20//x', '/kerja/\u202eelpmaxe', 'http://localhost@jahat.example/kerja', '///jahat.example/kerja', 'data:text/html,x',
  ])('leads to no other place than the workspace: %j', async (ke) => {
    await world.owner`delete from identity.attempts`
    const { status, headers } = await post('/id/masuk', { email: wanderer, password, ke })
    expect(status).toBe(303)
    const goal = new URL(headers.get('location') ?? '', 'http://localhost')
    expect(goal.host).toBe('localhost')
    expect(goal.pathname).toMatch(/^\/kerja(\/(?!\/)|$)/)
    const { text } = await world.page(`/id/masuk?ke=${encodeURIComponent(ke)}`)
    expect(/name="ke" value="([^"]*)"/.exec(text)?.[1]).toMatch(/^\/kerja(\/[\w.-]+)*$/)
  }) // prettier-ignore

  test('leads back to the page in the workspace from which it was asked for', async () => {
    const sent = await world.page('/kerja/kerja-sama/kota-bekasi-izumisano')
    expect([sent.status, sent.headers.get('location')]).toEqual([
      303,
      '/id/masuk?ke=%2Fkerja%2Fkerja-sama%2Fkota-bekasi-izumisano',
    ])
    const { headers } = await post('/id/masuk', {
      email: await somebody(),
      password,
      ke: '/kerja/kerja-sama/kota-bekasi-izumisano',
    })
    expect(headers.get('location')).toBe('/kerja/kerja-sama/kota-bekasi-izumisano')
  })
})

describe('a session', () => {
  test('is a new token each time, kept as its hash only', async () => {
    const email = await somebody()
    const tokens = [(await signIn(email)).token, (await signIn(email)).token] as string[]
    expect(new Set(tokens).size).toBe(2)
    for (const token of tokens) {
      expect(token).toMatch(/^[\w-]{43}$/) // 256 bits
      const hash = createHash('sha256').update(token).digest()
      expect(await world.owner`select from identity.sessions where token_hash = ${hash}`).toHaveLength(1)
      const [found] =
        await world.owner`select count(*)::int as n from identity.sessions s where s::text like ${`%${token}%`}
        or encode(token_hash, 'escape') like ${`%${token}%`}`
      expect(found).toEqual({ n: 0 })
      expect(await whoIs(hash.toString('hex'))).toBe(401)
    }
  })

  test('given from outside before signing in is not taken over', async () => {
    const planted = 'x'.repeat(43)
    const { token } = await signIn(await somebody(), password, { cookie: `jembatan=${planted}` })
    expect(token).not.toBe(planted)
    expect(await whoIs(planted)).toBe(401)
  })

  test('ends on signing out, on this device alone', async () => {
    const email = await somebody()
    const [here, there] = [(await signIn(email)).token, (await signIn(email)).token]
    const out = await post('/id/keluar', {}, { cookie: `jembatan=${here}` })
    expect([out.status, out.headers.get('location')]).toEqual([303, '/id/masuk?keluar=1'])
    expect(out.headers.get('set-cookie')).toMatch(/^jembatan=; Max-Age=0; Path=\//)
    expect([await whoIs(here), await whoIs(there)]).toEqual([401, 200])
    expect((await post('/id/keluar', {}, { cookie: `jembatan=${here}` })).status).toBe(303)
  })

  test('ends everywhere at once, by the form and by the workspace', async () => {
    const email = await somebody()
    const other = (await signIn(await somebody())).token
    const first = [(await signIn(email)).token, (await signIn(email)).token]
    await post('/id/keluar', { semua: '1' }, { cookie: `jembatan=${first[0]}` })
    expect([await whoIs(first[0]), await whoIs(first[1])]).toEqual([401, 401])
    const second = [(await signIn(email)).token, (await signIn(email)).token]
    const { status, body } = await askerOf(world.app, second[0]).ask(endEverySession)
    expect([status, body]).toEqual([200, { ended: 2 }])
    expect([await whoIs(second[0]), await whoIs(second[1]), await whoIs(other)]).toEqual([401, 401, 200])
  })

  test('is refused from the next request on when the membership ends, the account is closed, or its time is over', async () => {
    const ends: [string, (email: string) => Promise<unknown>][] = [
      ['membership', async (email) => {
        const [member] = await world.owner<{ id: string }[]>`select id from identity.memberships where email = ${email}`
        expect((await (await world.as('admin')).ask(endMember, { id: member?.id })).status).toBe(200)
      }],
      ['account', async (email) => await world.owner`update identity.accounts set disabled_at = now() where email = ${email}`],
      ['time', async (email) => await world.owner`update identity.sessions set expires_at = now() where account = ${await accountOf(email)}`],
    ] // prettier-ignore
    for (const [what, end] of ends) {
      const email = await somebody()
      const { token } = await signIn(email)
      expect(await whoIs(token), what).toBe(200)
      await end(email)
      expect(await whoIs(token), what).toBe(401)
      const sent = await world.page('/kerja', { cookie: `jembatan=${token}` })
      expect(sent.status, what).toBe(303)
      // Without a membership the password still fits, and still opens nothing.
      if (what !== 'time') expect((await signIn(email)).token, what).toBeUndefined()
    }
  })

  test('that is forged, cut, doubled or of another kind is 401', async () => {
    const { token = '' } = await signIn(await somebody())
    const { token: link } = await makeLink(world.database.identity, await accountOf(await somebody()))
    const forged = [
      '',
      'x',
      'null',
      'undefined',
      '0',
      token.slice(1),
      `${token}x`,
      token.toLowerCase(),
      `${token.slice(0, -1)}_`,
      link,
      `' or '1'='1`,
      '../../etc',
      '%00',
    ]
    for (const cookie of forged) {
      for (const name of ['jembatan', '__Host-jembatan', 'session', 'Jembatan']) {
        expect((await world.page('/api/identity/session', { cookie: `${name}=${cookie}` })).status, cookie).toBe(401)
      }
    }
    const elsewhere = { authorization: `Bearer ${token}`, 'x-session': token, 'x-jembatan': token }
    expect((await world.page(`/api/identity/session?jembatan=${token}&token=${token}`, elsewhere)).status).toBe(401)
  })

  test('of another region reads and writes nothing here', async () => {
    const own = await furnish(world, { region: 'kota-bekasi', canary: 'Kota-Kenari' })
    const { status } = await (await world.as('petugas-kab-bekasi')).ask(readRelation, { id: own.relation })
    expect(status).toBe(404)
    // A session row that names a region without a membership there, as a forger of rows would write it, finds nobody.
    const { token = '' } = await signIn(await somebody())
    const tenant = await tenantOf(world, 'kab-bekasi')
    const hash = createHash('sha256').update(token).digest()
    await expect(
      world.owner`update identity.sessions set tenant = ${tenant} where token_hash = ${hash}`,
    ).rejects.toMatchObject({ code: '23503' })
  })
})

describe('a one-time link', () => {
  const linkFor = async (email: string) => (await makeLink(world.database.identity, await accountOf(email))).token
  const open = async (token: string) => await world.page(`/id/masuk/tautan/${token}`)
  const choose = async (token: string, typed = 'kuda biru berlari cepat') =>
    await post(`/id/masuk/tautan/${token}`, { password: typed })

  test('is asked for with the same answer and the same work, whether the address is known or not', async () => {
    await world.owner`delete from identity.attempts`
    const jobs = async () =>
      (
        await world.owner`select count(*)::int as n from graphile_worker.jobs where task_identifier = 'identity.sendLink'`
      )[0]?.['n'] as number
    const before = await jobs()
    const known = await post('/id/masuk/lupa', { email: await somebody() })
    const unknown = await post('/id/masuk/lupa', { email: 'tidak-ada@contoh.invalid' })
    expect([unknown.status, unknown.text]).toEqual([known.status, known.text])
    expect(known.status).toBe(200)
    expect(await jobs()).toBe(before + 2)
    const email = await somebody()
    const answers = []
    for (let n = 0; n < limits.linkPerAccount.tries + 3; n += 1) answers.push(await post('/id/masuk/lupa', { email }))
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(await jobs()).toBe(before + 2 + limits.linkPerAccount.tries)
  })

  test('goes to the stored address, with the address of the installation, and nobody else gets a mail', async () => {
    const mails: { to: string; text: string }[] = []
    const mailer = { send: async (mail: { to: string; text: string }) => void mails.push(mail) }
    const task = sendLink({
      database: world.database,
      mailer: mailer as never,
      baseUrl: 'https://kerjasama.example.go.id',
    })
    const email = await somebody()
    await task({ account: await accountOf(email) })
    await task({ account: '' })
    await task({ account: 'x' })
    expect(mails).toHaveLength(1)
    expect(mails[0]?.to).toBe(email)
    const [url] = /https:\/\/\S+/.exec(mails[0]?.text ?? '') ?? []
    expect(url).toMatch(/^https:\/\/kerjasama\.example\.go\.id\/id\/masuk\/tautan\/[\w-]{22}$/)
    expect((await open(url?.split('/').at(-1) ?? '')).status).toBe(200)
  })

  test('is looked at as often as one likes, used once, and gone afterwards', async () => {
    const email = await somebody()
    const token = await linkFor(email)
    for (let n = 0; n < 3; n += 1) {
      const { status, headers } = await open(token)
      expect([status, headers.get('cache-control'), headers.get('x-robots-tag')]).toEqual([
        200,
        'private, no-store',
        'noindex',
      ])
    }
    expect((await choose(token)).status).toBe(303)
    expect((await open(token)).status).toBe(410)
    expect((await choose(token)).status).toBe(404)
    expect((await signIn(email, 'kuda biru berlari cepat')).status).toBe(303)
    expect((await signIn(email, password)).status).toBe(422)
  })

  test('used by two at once is used by one', async () => {
    const token = await linkFor(await somebody())
    const answers = await Promise.all(Array.from({ length: 6 }, () => choose(token)))
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([303, 404, 404, 404, 404, 404])
  })

  test('that is over, of a closed account, unknown or only a hash opens nothing', async () => {
    const email = await somebody()
    const over = await linkFor(email)
    await world.owner`update identity.links set expires_at = clock_timestamp() where account = ${await accountOf(email)}`
    const closed = await somebody()
    const ofClosed = await linkFor(closed)
    await world.owner`update identity.accounts set disabled_at = now() where email = ${closed}`
    const hash = createHash('sha256')
      .update(await linkFor(await somebody()))
      .digest('base64url')
    for (const token of [over, ofClosed, hash, 'x', 'x'.repeat(22), '..', '%2e%2e']) {
      expect([301, 404, 410], token).toContain((await open(token)).status)
      expect(await choose(token), token).toMatchObject({ status: 404 })
    }
    expect((await signIn(email, password)).status).toBe(303)
  })

  test('choosing a password ends every session and every other link of the account', async () => {
    const email = await somebody()
    const [first, second] = [await linkFor(email), await linkFor(email)]
    const token = (await signIn(email)).token
    const bystander = (await signIn(await somebody())).token
    expect((await choose(first)).status).toBe(303)
    expect([await whoIs(token), await whoIs(bystander)]).toEqual([401, 200])
    expect((await open(second)).status).toBe(410)
    expect((await choose(second)).status).toBe(404)
  })

  test.each(['', 'pendek', 'password', 'kata sandi', 'x'.repeat(129), 'abcabcabcabc', '123456789012'])(
    'does not take the password %j, and stays usable',
    async (weak) => {
      const email = await somebody()
      const token = await linkFor(email)
      const answer = await choose(token, weak)
      expect([answer.status, answer.token]).toEqual([422, undefined])
      expect(answer.text).not.toContain(`value="${weak}"`)
      expect((await choose(token)).status).toBe(303)
    },
  )
})
