/** The desk: where staff work. It starts in the page that src/desk/index.html is, and reaches the server over the API alone. */
import { openDesk } from './desk.tsx'

openDesk(document.getElementById('desk')!)
