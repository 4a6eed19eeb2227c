/** Which language the desk speaks: that of the person once signed in, before that what this browser was last set to. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { type DeskWords, deskWords } from '#words'
import { speak } from './api.ts'

export type Language = 'zh-CN' | 'en'

interface Spoken {
  readonly language: Language
  readonly words: DeskWords
  choose(language: Language): void
}

const Speaking = createContext<Spoken | null>(null)
const kept = 'gongkai.language'

export function SpeakingDesk({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => (localStorage.getItem(kept) === 'en' ? 'en' : 'zh-CN'))
  const choose = useCallback((next: Language) => {
    localStorage.setItem(kept, next)
    setLanguage(next)
  }, [])
  speak(language)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const spoken = useMemo(() => ({ language, words: deskWords[language], choose }), [language, choose])
  return <Speaking.Provider value={spoken}>{children}</Speaking.Provider>
}

export function useSpoken(): Spoken {
  const spoken = useContext(Speaking)
  if (spoken === null) throw new Error('no language around this component')
  return spoken
}

/** The words of the desk in the language in use. */
export const useWords = (): DeskWords => useSpoken().words
