import { answered, api } from '../../api.ts'
import { Problem } from '../../problem.ts'

/** Numbers as they were typed, one a line or with 、，, between them. */
export const numbersIn = (text: string): string[] => [...new Set(text.split(/[\s、，,;；]+/).filter(Boolean))]

/** The cases of these numbers. Throws Problem, at the field `where`, for the first that there is none of. */
export async function casesOf(numbers: readonly string[], where: string, notFound: (number: string) => string): Promise<string[]> {
  const found = await Promise.all(
    numbers.map(async (number) => {
      const { items } = await answered(api.GET('/requests', { params: { query: { q: number, order: 'received', limit: 20 } } }))
      return { number, id: items.find((item) => item.number === number)?.id }
    }),
  )
  const missing = found.find(({ id }) => id === undefined)
  if (missing) throw new Problem(400, 'invalid-input', notFound(missing.number), [{ where, what: notFound(missing.number) }])
  return found.flatMap(({ id }) => id ?? [])
}
