/** Small general things with no word of the domain in them. */
export { csvLine, unguarded, utf8Mark } from './csv.ts'
export { fold } from './fold.ts'
