/**
 * The acts on a relation that can change what its public page says: values, stages, texts, the sources of a value. What
 * stays inside (letters until they are sent, the next step, the plan, answers, judgements, readers' words) makes no public
 * copy lag; activities and countries are published by themselves.
 */
export const publishableActs = [
  'relations.mendRelation',
  'relations.setPartner',
  'relations.sayInitiative',
  'relations.beginProcess',
  'relations.discontinueRelation',
  'relations.resumeRelation',
  'relations.addField',
  'relations.mendField',
  'relations.dropField',
  'relations.recordStep',
  'relations.sendStep',
  'relations.mendStep',
  'relations.dropStep',
  'relations.fileDocument',
  'relations.mendDocument',
  'relations.voidDocument',
  'relations.recordText',
  'relations.mendText',
  'relations.voidText',
  // A letter that asks a minister or the council goes out as a step of the process.
  'letters.sendLetter',
  'sources.addProvenance',
  'sources.dropProvenance',
] as const

/** Whether an act with this verb can change what a relation's public page says. */
export function isPublishable(verb: string): boolean {
  return publishableActs.some((act) => act === verb)
}
