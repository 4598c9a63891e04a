export { SOURCE_WORDS, sourceWords } from '@/compiler/words/fact-words'
export { actionTitle, factTitle, tierTitle } from '@/compiler/words/titles'
export { whenWords } from '@/compiler/words/when-words'
