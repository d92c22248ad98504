import { languageOfName, nameIn } from '../../../shared/names.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import type { PartnerView } from './view.ts'

export type PartnerNameProps = { partner: Pick<PartnerView, 'name' | 'names' | 'nativeName' | 'nativeLang'> }

/** The name for this reader, and the form in its own script beside it where that is another. */
export function PartnerName({ partner }: PartnerNameProps) {
  const language = useLanguage()
  const name = nameIn(language, partner)
  const { nativeName, nativeLang } = partner
  return (
    <>
      <bdi lang={languageOfName(language, partner)}>{name}</bdi>
      {nativeName !== null && nativeName !== name && (
        <>
          {' '}
          <bdi className="q" lang={nativeLang ?? undefined}>
            {nativeName}
          </bdi>
        </>
      )}
    </>
  )
}
