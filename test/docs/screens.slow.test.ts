import { holdScreens } from './screens.ts';

holdScreens('docs/for-practitioners.md');
holdScreens('docs/for-theorists.md');
holdScreens('docs/for-maintainers.md');
holdScreens('docs/open-questions.md');
