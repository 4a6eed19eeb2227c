/** 不予公开信息台账 (Order 711 Art. 18), and 转主动公开 (Art. 44). */
export { reviewWithheld } from './commands.ts'
export { offerPublication, settlePublication } from './publication.ts'
export { type PublicationSuggestion, publicationSuggestions, type WithheldDetail, type WithheldFilter, withheldOf } from './queries.ts'
