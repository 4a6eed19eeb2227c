import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Language } from '#report'
import { checkWords } from '#words'

/** The language of the page; everything drawn inside speaks it. */
export const Talk = createContext<Language>('zh-CN')

/** The page's words and the language they are in. */
export function useTalk() {
  const language = useContext(Talk)
  return { language, words: checkWords[language] }
}
