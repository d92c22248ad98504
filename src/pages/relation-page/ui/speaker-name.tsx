import type { OfficeId } from '../../../slices/reference/model.ts'
import { words as referenceWords } from '../../../slices/reference/messages/words.gen.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { PersonName } from '../../../ui/marks/person-name.tsx'

export type SpeakerView = {
  givenName: string
  familyName: string
  nameLang?: string | null | undefined
  office: OfficeId
}

/** A name with the family name marked where the reader may not know the order: for Japanese and Korean people. */
export function SpeakerName({ givenName, familyName, nameLang }: SpeakerView) {
  const foreign = /^(ja|ko)\b/.test(nameLang ?? '')
  if (!foreign) return <bdi>{[givenName, familyName].filter((part) => part !== '').join(' ')}</bdi>
  return (
    <PersonName
      order="given-first"
      lang={nameLang ?? undefined}
      {...(givenName !== '' && { given: givenName })}
      {...(familyName !== '' && { family: familyName })}
    />
  )
}

export function useOfficeWord(): (office: OfficeId) => string {
  const w = referenceWords[useLanguage()].office
  return (office) => w[office]
}
