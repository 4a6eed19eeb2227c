import type { Language } from '#report'
import { type CliWords, cliWords } from '#words'
import type { Process, Terminal } from './terminal.ts'

/** One call of a command: who it talks to, in what language, about which files. */
export interface Call {
  readonly terminal: Terminal
  readonly process: Process
  readonly language: Language
  readonly files: readonly string[]
  /** Most seconds for one file, where the caller said so. */
  readonly seconds: number | null
}

/** The words on the command line make no sense together. Thrown by commands, caught once in `main`. */
export class WrongCall extends Error {
  readonly sentence: (language: Language) => string

  constructor(say: (words: CliWords['call'], language: Language) => string) {
    const sentence = (language: Language) => say(cliWords[language].call, language)
    super(sentence('en'))
    this.name = 'WrongCall'
    this.sentence = sentence
  }
}
