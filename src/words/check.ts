export const checkWords = {}
