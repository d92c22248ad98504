/** The one line of a relation that province and ministry may read (product principle 7). */
export interface RegisterLine {
  relation: string
  province: string
  regionCode: string
  regionName: string
  partnerName: string
  country: string | undefined
  kind: string | undefined
  status: string
  stage: string | undefined
  sectors: string[]
  lastActivityOn: string | undefined
  demonstration: boolean
}
