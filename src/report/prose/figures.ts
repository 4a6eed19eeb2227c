/** A figure as a sentence prints it: whole numbers plain, decimals without float dust. */
export const show = (value: number): string => String(Math.round(value * 1e6) / 1e6)
