// Lets Node load the repository's TypeScript, from any folder: tsx with the repository's own tsconfig.
import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'

register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) })
