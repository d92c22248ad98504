import type { Basis, LawName, Verification } from './model.ts'

/** A rule that is still quoted although others govern: kept as cited, and shown with what took its place. */
export interface CitedRule {
  law: LawName
  issuedOn: string
  verified: Verification
  replacedBy: readonly Basis[]
}

/** Domain §3.1 and 3.2. Between 1993 and these two stood others, which are superseded themselves. */
const superseded: readonly CitedRule[] = [
  {
    law: 'SE 193/1652/PUOD',
    issuedOn: '1993-04-26',
    verified: 'V2',
    replacedBy: [
      { law: 'PP 28/2018', validFrom: '2018-07-13', verified: 'V' },
      { law: 'Permendagri 25/2020', validFrom: '2020-05-22', verified: 'V' },
    ],
  },
]

/** The superseded rules whose number stands in one of these texts, each once. */
export function citedRules(texts: readonly string[]): CitedRule[] {
  return superseded.filter(({ law }) => texts.some((text) => text.includes(numberOf(law))))
}

/** '193/1652/PUOD' of 'SE 193/1652/PUOD': people write the kind of rule in many ways, its number in one. */
const numberOf = (law: string) => law.slice(law.indexOf(' ') + 1)
