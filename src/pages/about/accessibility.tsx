import type { PortalPage } from '../../platform/portal.ts'
import { words } from './messages/words.gen.ts'
import { Lines, pageOf, Section } from './parts.tsx'

/** What the public pages aim for, what the tests check, and what nobody has checked yet. */
export const accessibilityPage: PortalPage = {
  path: '/tentang/aksesibilitas',
  async show({ language, demonstration }) {
    const { title, lead, target, checked, lacking, report } = words[language].accessibility
    return pageOf({
      title,
      lead,
      children: (
        <>
          <Section title={target.title}>
            <p>{target.text}</p>
            <p className="gap">{target.scope}</p>
          </Section>
          <Section title={checked.title}>
            <p>{checked.lead}</p>
            <Lines lines={[checked.rules, checked.keyboard, checked.script, checked.narrow]} />
          </Section>
          <Section title={lacking.title}>
            <Lines lines={[lacking.people, lacking.native, lacking.automatic, lacking.written]} />
          </Section>
          <Section title={report.title}>
            <p>{demonstration ? report.demo : report.real}</p>
          </Section>
        </>
      ),
    })
  },
}
