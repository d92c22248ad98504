import { isLanguage, type Language } from '../shared/languages.ts'

const name = 'bahasa'
const year = 31_536_000

/** The language chosen on this device, here or on the portal; undefined when nobody chose. */
export function chosenLanguage(): Language | undefined {
  return [cookieOf(document.cookie), stored()].find(isLanguage)
}

/** Keeps a choice for this page, the portal and the server's sentences. */
export function chooseLanguage(language: Language): void {
  document.cookie = `${name}=${language}; path=/; max-age=${year}; samesite=lax`
  try {
    localStorage.setItem(name, language)
  } catch {
    // a browser that forbids storage keeps the cookie
  }
  document.documentElement.lang = language
}

/** The value of our cookie in a cookie header. */
export function cookieOf(cookies: string): string | undefined {
  return cookies
    .split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1)
}

function stored(): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined
  } catch {
    return undefined
  }
}
