import { expect, test } from 'vitest'
import * as letters from '../../slices/letters/contract.ts'
import * as contract from '../../slices/relations/contract.ts'
import { isPublishable, publishableActs } from './publishable-acts.ts'

const verbsOf = (...contracts: object[]): string[] =>
  contracts
    .flatMap((each) => Object.values(each) as unknown[])
    .filter((each): each is { name: string; method: string } => typeof each === 'object' && each !== null)
    .filter(({ method }) => method === 'POST')
    .map(({ name }) => name)

test('every act on a relation is decided: what is not listed stays inside or publishes', () => {
  const inside = verbsOf(contract).filter((verb) => !isPublishable(verb))
  expect([...new Set(inside)].toSorted()).toEqual([
    'relations.answerEligibility',
    'relations.endNextStep',
    'relations.newRelation',
    'relations.publishRelation',
    'relations.setNextStep',
    'relations.withdrawRelation',
    'relations.writePlan',
  ])
})

test('a letter makes the public copy lag only when it goes out; a verb that nobody knows does not', () => {
  expect(verbsOf(letters).filter(isPublishable)).toEqual(['letters.sendLetter'])
  expect(['demo.seed', 'ledger.undoAct', ''].some(isPublishable)).toBe(false)
})

test('the list has no verb twice and none that no endpoint has', () => {
  const known = verbsOf(contract, letters)
  const elsewhere = publishableActs.filter((verb) => !known.includes(verb))
  expect(elsewhere).toEqual(['sources.addProvenance', 'sources.dropProvenance'])
  expect(new Set(publishableActs).size).toBe(publishableActs.length)
})
