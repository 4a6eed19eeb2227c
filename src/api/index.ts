/** The API: everything the desk does, it does by this. */
export { basePath, type OpenApi, openApiDocument } from './describe.ts'
export { apiTypes } from './types.ts'
