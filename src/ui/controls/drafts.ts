// oxlint-disable-next-line no-restricted-globals -- the real clock: a draft ages whatever the demonstration's date
const now = () => Date.now()

/** How long a draft is kept, in milliseconds: thirty days, a long leave. */
const lifetime = 30 * 86_400_000
const prefix = 'jembatan:draft:'

export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** What was typed and is not saved, per person, record, form and tab; survives reload, crash and sign-out by time. */
export interface Drafts {
  /** This tab's own draft, else the newest that another tab left behind. */
  read(key: string): unknown
  /** False when the browser has no room or forbids it; the form itself still holds the text. */
  write(key: string, value: unknown): boolean
  /** Removes what this tab has read or written; what another tab typed meanwhile stays. */
  clear(key: string): void
  /** Removes everything of this person: after signing out nobody else at this machine shall find it. */
  clearAll(): void
}

/** Drafts of one person; `owner` separates people who share a browser, `tab` the tabs of one person. */
export function openDrafts(storage: DraftStorage, { owner, tab }: { owner: string; tab: string }): Drafts {
  const nameOf = (key: string) => `${prefix}${owner}:${key}#`
  const held = new Map<string, string>()
  const newestOf = (key: string) =>
    namesOf(storage)
      .filter((name) => name.startsWith(nameOf(key)))
      .toSorted((a, b) => ageOf(storage, a) - ageOf(storage, b))
      .at(0)
  dropOld(storage)
  return {
    read(key) {
      const own = nameOf(key) + tab
      const name = storage.getItem(own) === null ? (newestOf(key) ?? own) : own
      const text = storage.getItem(name)
      if (text !== null) held.set(name, text)
      return parse(text)?.value
    },
    write(key, value) {
      try {
        const text = JSON.stringify({ at: now(), value })
        storage.setItem(nameOf(key) + tab, text)
        held.set(nameOf(key) + tab, text)
        return true
      } catch {
        return false
      }
    },
    clear(key) {
      remove(storage, (name) => name.startsWith(nameOf(key)) && storage.getItem(name) === held.get(name))
    },
    clearAll: () => remove(storage, (name) => name.startsWith(`${prefix}${owner}:`)),
  }
}

const ageOf = (storage: DraftStorage, name: string) => now() - (parse(storage.getItem(name))?.at ?? 0)

function dropOld(storage: DraftStorage): void {
  remove(storage, (name) => name.startsWith(prefix) && ageOf(storage, name) > lifetime)
}

function namesOf(storage: DraftStorage): string[] {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
}

function remove(storage: DraftStorage, isGone: (name: string) => boolean): void {
  for (const name of namesOf(storage).filter(isGone)) storage.removeItem(name)
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
