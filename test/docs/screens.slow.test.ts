import { holdScreens } from './screens.ts';

holdScreens('docs/open-questions.md');
