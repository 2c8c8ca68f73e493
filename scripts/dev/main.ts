import { runLocalWorld } from '../lib/local-world';

await runLocalWorld('development');
