import type { Language } from '../../shared/languages.ts'
import type { RegisterWords } from '../oversight/model.ts'
import { words as procedureWords } from '../procedures/messages/words.gen.ts'
import { words } from './messages/words.gen.ts'

/** What the ids in a register line are called in a reader's language. */
export const registerWordsOf = (language: Language): RegisterWords => ({
  kind: procedureWords[language].type,
  status: words[language].status,
  stage: procedureWords[language].stage.short,
})
