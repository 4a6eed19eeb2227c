import { answered, api } from '../../api.ts'

/** Every day of a year as the server has it. */
export const yearQuery = (year: number) => ({
  queryKey: ['years', year],
  staleTime: 300_000,
  queryFn: () => answered(api.GET('/calendar/years/{year}', { params: { path: { year } } })),
})
