// Runs on a juror's page (jurors-script.ts): a sheet that cannot be sent stays on the phone, with the act it was drawn
// with, and is sent again when the line is back. The server takes each act once, so sending too often does no harm.

interface Kept {
  /** The act of the form. */
  lembar: string
  peserta: string
  address: string
  body: string
}

const key = `lembar ${location.pathname.split('/').at(-1)?.slice(0, 6)}`
const note = document.getElementById('simpanan')
let sending = false

const readKept = (): Kept[] => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]') as Kept[]
  } catch {
    return []
  }
}

const writeKept = (all: Kept[]): void => {
  if (all.length === 0) localStorage.removeItem(key)
  else localStorage.setItem(key, JSON.stringify(all))
}

const tell = (word: 'kept' | 'flushed'): void => {
  if (note === null) return
  note.textContent = note.dataset[word] ?? ''
  note.hidden = false
}

const send = async ({ address, body }: Kept): Promise<Response> =>
  await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body,
    signal: AbortSignal.timeout(20_000),
  })

/** The server's own page says why a sheet was not taken, with everything that was written on it. */
const show = ({ address, body }: Kept): void => {
  const form = document.createElement('form')
  form.method = 'post'
  form.action = address
  for (const [name, value] of new URLSearchParams(body)) {
    const field = document.createElement('input')
    field.type = 'hidden'
    field.name = name
    field.value = value
    form.append(field)
  }
  document.body.append(form)
  form.submit()
}

/** Sends what was kept, in the order it was written; stops at the first that finds no line or is not taken. */
const flush = async (): Promise<void> => {
  if (sending) return
  sending = true
  let sent = false
  try {
    for (const one of readKept()) {
      const { ok, status } = await send(one)
      if (status >= 500 || status === 429) return
      writeKept(readKept().filter(({ lembar }) => lembar !== one.lembar))
      if (!ok) return show(one)
      sent = true
    }
    if (sent) tell('flushed')
  } catch {
    tell('kept')
  } finally {
    sending = false
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-lembar]')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const fields = new URLSearchParams(
      [...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value : '']),
    )
    const one: Kept = {
      lembar: fields.get('lembar') ?? '',
      peserta: fields.get('peserta') ?? '',
      address: form.action,
      body: fields.toString(),
    }
    const button = form.querySelector('button')
    button?.setAttribute('aria-busy', 'true')
    send(one)
      .then((answer) => {
        // Sent again as a plain form, the act answers as it did: the reader sees the server's own page.
        if (answer.redirected) location.assign(answer.url)
        else form.submit()
      })
      .catch(() => {
        // A later sheet of the same entry takes the place of the one that waits; its version is one more.
        writeKept([...readKept().filter(({ peserta }) => peserta !== one.peserta), one])
        tell('kept')
      })
      .finally(() => button?.removeAttribute('aria-busy'))
  })
}

addEventListener('online', () => void flush())
setInterval(() => void (readKept().length > 0 && flush()), 30_000)
if (readKept().length > 0) void flush()

export {}
