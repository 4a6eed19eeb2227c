/** The desk: where staff work. It starts in the page that src/desk/index.html is, and reaches the server over the API alone. */
import './old-browsers.ts'
import { openDesk } from './desk.tsx'

openDesk(document.getElementById('desk')!)
