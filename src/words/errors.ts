export const errorWords = {}
