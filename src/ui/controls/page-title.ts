import { useEffect } from 'react'
import { useVisitor } from './visitor.ts'

/** The title of the browser's tab and of its history: page, then region. */
export function usePageTitle(title: string): void {
  const { region } = useVisitor()
  useEffect(() => {
    document.title = `${title} · ${region.name}`
  }, [title, region.name])
}
