import type { Paper } from '../src/claims/paper.ts';

/** The papers that the sources of claims name by their arXiv numbers. */
export const bibliography: readonly Paper[] = [
  {
    key: 'beirami2024guarantees',
    authors: [
      ...['Ahmad Beirami', 'Alekh Agarwal', 'Jonathan Berant', "Alexander D'Amour", 'Jacob Eisenstein'],
      ...['Chirag Nagpal', 'Ananda Theertha Suresh'],
    ],
    title: 'Theoretical guarantees on the best-of-n alignment policy',
    year: 2024,
    arxiv: '2401.01879',
    note: 'ICML 2025; theorem and section numbers are those of version 3',
  },
  {
    key: 'mroueh2024information',
    authors: ['Youssef Mroueh'],
    title: 'Information theoretic guarantees for policy alignment in large language models',
    year: 2024,
    arxiv: '2406.05883',
  },
  {
    key: 'yang2024asymptotics',
    authors: ['Joy Qiping Yang', 'Salman Salamatian', 'Ziteng Sun', 'Ananda Theertha Suresh', 'Ahmad Beirami'],
    title: 'Asymptotics of language model alignment',
    year: 2024,
    arxiv: '2404.01730',
  },
  {
    key: 'gui2024bonbon',
    authors: ['Lin Gui', 'Cristina G{\\^a}rbacea', 'Victor Veitch'],
    title: 'BoNBoN alignment for large language models and the sweetness of best-of-n sampling',
    year: 2024,
    arxiv: '2406.00832',
  },
  {
    key: 'molaei2024statistical',
    authors: ['Majid Molaei', 'Marcello Restelli', 'Alberto Maria Metelli', 'Matteo Papini'],
    title: 'Statistical analysis of policy space compression problem',
    year: 2024,
    arxiv: '2411.09900',
  },
];
