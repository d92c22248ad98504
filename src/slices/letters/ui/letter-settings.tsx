import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { LetterheadForm } from './letterhead-form.tsx'
import { RoutingSettings } from './mailroom/routing-settings.tsx'
import { TemplatesList } from './templates-list.tsx'
import { words } from './messages/words.gen.ts'

/** The part of the settings about letters: the head they go out under, and the templates of their Word files. */
export function LetterSettings() {
  const { title } = words[useLanguage()].settings
  usePageTitle(title)
  return (
    <>
      <h1 tabIndex={-1}>{title}</h1>
      <LetterheadForm />
      <TemplatesList />
      <RoutingSettings />
    </>
  )
}
