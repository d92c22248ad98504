import { lazy, Suspense } from 'react'
import { Outlet, ScrollRestoration, useLocation } from 'react-router'
import type { Language } from '../shared/languages.ts'
import { useLanguage } from '../ui/controls/visitor.ts'
import { Band } from '../ui/marks/band.tsx'
import { BottomBar } from './bottom-bar.tsx'
import { HeaderBar } from './header-bar.tsx'
import { pageOf } from './page-of.ts'
import { ProgressLine } from './progress-line.tsx'
import { SideRail } from './side-rail.tsx'
import { SignedOutBanner } from './signed-out-banner.tsx'
import { UnsavedGuard } from './unsaved-guard.tsx'
import { useFocusOnNavigation } from './use-focus-on-navigation.ts'
import { words } from './messages/words.gen.ts'

const Toasts = lazy(async () => ({ default: (await import('../ui/controls/toast-region.tsx')).Toasts }))

/** The frame around every page: where one is, who one is, what is awaited. */
export function Shell({ onLanguage }: { onLanguage: (language: Language) => void }) {
  const w = words[useLanguage()].shell
  const page = pageOf(useLocation().pathname)
  useFocusOnNavigation()
  return (
    <>
      <a className="skip" href="#isi">
        {w.skip}
      </a>
      <ProgressLine />
      <div className="app">
        <SideRail />
        <div>
          <HeaderBar onLanguage={onLanguage} />
          <Band />
          <SignedOutBanner />
          <main id="isi" className="page" tabIndex={-1}>
            <Suspense>
              <Outlet />
            </Suspense>
          </main>
        </div>
      </div>
      <BottomBar />
      <UnsavedGuard />
      <Suspense>
        <Toasts page={page} />
      </Suspense>
      <ScrollRestoration />
    </>
  )
}
