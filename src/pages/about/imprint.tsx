import type { PortalPage } from '../../platform/portal.ts'
import type { Language } from '../../shared/languages.ts'
import { languageOfName, nameIn } from '../../shared/names.ts'
import type { RegionCard } from '../../slices/reference/model.ts'
import { listRegionCards } from '../../slices/reference/queries.ts'
import { Fact, Facts } from '../../ui/marks/facts.tsx'
import { words as storyWords } from '../five-stories/messages/words.gen.ts'
import { words as shellWords } from '../shell/messages/words.gen.ts'
import { words } from './messages/words.gen.ts'
import { pageOf } from './parts.tsx'

/** Who stands behind these pages: the regions that publish here; in a demonstration whoever installed it. */
export const imprintPage: PortalPage = {
  path: '/tentang/penyelenggara',
  async show({ language, demonstration, portal }) {
    return pageOf({
      title: words[language].imprint.title,
      children: demonstration ? (
        <DemonstrationImprint language={language} />
      ) : (
        <RegionsImprint language={language} regions={await listRegionCards(portal)} />
      ),
    })
  },
}

function DemonstrationImprint({ language }: { language: Language }) {
  const w = words[language].imprint
  return (
    <>
      <p className="note">{shellWords[language].demo}</p>
      <Facts>
        <Fact term={w.title}>{w.demoBy}</Fact>
        <Fact term={w.facts}>
          {w.factsDemo} <a href={`/${language}/tentang/lima-cerita`}>{storyWords[language].page.title}</a>
        </Fact>
        <Fact term={w.software}>Jembatan</Fact>
        <Fact term={w.license}>Apache-2.0</Fact>
        <Fact term={w.contact}>{w.contactDemo}</Fact>
      </Facts>
    </>
  )
}

/** The imprint once a real region publishes here. */
export function RegionsImprint({ language, regions }: { language: Language; regions: readonly RegionCard[] }) {
  const w = words[language].imprint
  return (
    <Facts>
      <Fact term={w.regions}>
        {regions.length === 0 ? (
          w.noRegions
        ) : (
          <ul>
            {regions.map((region) => (
              <li key={region.slug} lang={languageOfName(language, region)}>
                <a href={`/${language}/daerah/${region.slug}`}>{nameIn(language, region)}</a>
              </li>
            ))}
          </ul>
        )}
      </Fact>
      <Fact term={w.facts}>{w.factsReal}</Fact>
      <Fact term={w.software}>Jembatan</Fact>
      <Fact term={w.license}>Apache-2.0</Fact>
      <Fact term={w.contact}>{w.contactReal}</Fact>
    </Facts>
  )
}
