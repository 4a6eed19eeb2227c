export const cliWords = {}
