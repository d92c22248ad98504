import type { ShouldRevalidateFunction } from 'react-router'

/** What is read ahead of a page is kept by the query client; only another page reads again. */
export const onAnotherPage: ShouldRevalidateFunction = ({ currentUrl, nextUrl }) =>
  currentUrl.pathname !== nextUrl.pathname

/** What the address asks for under a name; nothing is ''. */
export const wordsOf = (request: Request, name: string): string => new URL(request.url).searchParams.get(name) ?? ''
