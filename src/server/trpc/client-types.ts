/** The only thing of the server's code that the browser's side may name: its type. Nothing of it is loaded there. */
export type { AppRouter } from './root';
