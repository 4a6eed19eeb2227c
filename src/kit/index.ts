/** Small general things with no word of the domain in them. */
export { fold } from './fold.ts'
