import catalogue from '../../properties/catalogue.ts';
import { CANONICAL } from '../../src/cli/canonical.ts';
import { startPage } from '../../src/explorer/page/start.ts';
import { type Port, serve } from '../../src/explorer/worker.ts';

// The same program is the page and its workers.
if (typeof document === 'undefined') serve(globalThis as unknown as Port, catalogue, CANONICAL.seed);
else startPage();
