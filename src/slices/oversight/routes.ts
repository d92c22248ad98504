import { readCopied, readOverseen, type Route } from '../../platform/call.ts'
import type { Language } from '../../shared/languages.ts'
import { exportRegister, listRegister } from './contract.ts'
import { registerFile } from './export.ts'
import type { RegisterWords } from './model.ts'
import { registerEntered } from './queries.ts'

interface OversightParts {
  /** What relations and procedures call the ids in a line. */
  wordsOf(language: Language): RegisterWords
}

export const routesWith = ({ wordsOf }: OversightParts): Route[] => [
  readOverseen(listRegister, {
    statement: registerEntered,
    parameters: ({ status, stage, sector, after, limit }) => [
      ...[status, stage, sector, after].map((value) => value ?? null),
      limit,
    ],
  }),
  readCopied(exportRegister, {
    of: 'province',
    file: (input, { on, language }) => registerFile({ ...input, on, language, words: wordsOf(language) }),
  }),
]
