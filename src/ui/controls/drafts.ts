// oxlint-disable-next-line no-restricted-globals -- the real clock: a draft ages whatever the demonstration's date
const now = () => Date.now()

/** How long a draft is kept, in milliseconds: thirty days, a long leave. */
const lifetime = 30 * 86_400_000
const prefix = 'jembatan:draft:'

export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** What was typed and is not saved, per person, record and form; survives reload, crash and sign-out by time. */
export interface Drafts {
  read(key: string): unknown
  /** False when the browser has no room or forbids it; the form itself still holds the text. */
  write(key: string, value: unknown): boolean
  clear(key: string): void
  /** Removes everything of this person: after signing out nobody else at this machine shall find it. */
  clearAll(): void
}

/** Drafts of one person; `owner` separates people who share a browser. */
export function openDrafts(storage: DraftStorage, owner: string): Drafts {
  const nameOf = (key: string) => `${prefix}${owner}:${key}`
  dropOld(storage)
  return {
    read: (key) => parse(storage.getItem(nameOf(key)))?.value,
    write(key, value) {
      try {
        storage.setItem(nameOf(key), JSON.stringify({ at: now(), value }))
        return true
      } catch {
        return false
      }
    },
    clear: (key) => storage.removeItem(nameOf(key)),
    clearAll: () => remove(storage, (name) => name.startsWith(nameOf(''))),
  }
}

function dropOld(storage: DraftStorage): void {
  remove(storage, (name) => name.startsWith(prefix) && now() - (parse(storage.getItem(name))?.at ?? 0) > lifetime)
}

function remove(storage: DraftStorage, isGone: (name: string) => boolean): void {
  const names = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
  for (const name of names.filter(isGone)) storage.removeItem(name)
}

function parse(text: string | null): { at: number; value: unknown } | undefined {
  try {
    const found: unknown = JSON.parse(text ?? '')
    return typeof found === 'object' && found !== null && 'at' in found && typeof found.at === 'number'
      ? { at: found.at, value: 'value' in found ? found.value : undefined }
      : undefined
  } catch {
    return undefined // somebody else's text under our name
  }
}

/** For a browser that forbids storage: drafts live as long as the page. */
export function memoryStorage(): DraftStorage {
  const held = new Map<string, string>()
  return {
    getItem: (name) => held.get(name) ?? null,
    setItem: (name, text) => void held.set(name, text),
    removeItem: (name) => void held.delete(name),
    key: (index) => [...held.keys()][index] ?? null,
    get length() {
      return held.size
    },
  }
}
