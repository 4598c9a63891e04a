export { TYPE_WORDS } from '@/compiler/words/fact-words'
