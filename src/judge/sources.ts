import type { Paper } from '../claims/paper.ts';
import type { SourceGroup } from '../report/model.ts';
import type { ClaimReport } from '../report/schema.ts';

const OURS = 'this project';

/** The claims by what their sources name: each paper, the project, neither. A source may name several. */
export function sourcesOf(claims: readonly ClaimReport[], papers: readonly Paper[]): SourceGroup[] {
  const groups = [
    ...papers.map((paper) => ({ ...headOf(paper), ...membersOf(claims, paper.arxiv, familyOf(paper)) })),
    { id: 'ours', name: 'This project', title: null, address: null, ...membersOf(claims, OURS, OURS) },
  ];
  const grouped = groups.flatMap(({ taken, naming }) => [...taken, ...naming]);
  const rest = claims.map(({ id }) => id).filter((id) => !grouped.includes(id));
  const others = { id: 'others', name: 'Neither', title: null, address: null, taken: rest, naming: [] };
  return [...groups, others].filter(({ taken, naming }) => taken.length + naming.length > 0);
}

function headOf(paper: Paper): Pick<SourceGroup, 'id' | 'name' | 'title' | 'address'> {
  const { arxiv, title, year, authors } = paper;
  const name = `${familyOf(paper)}${authors.length > 1 ? ' et al.' : ''} ${year}`;
  return { id: arxiv, name, title, address: `https://arxiv.org/abs/${arxiv}` };
}

function familyOf({ authors }: Paper): string {
  return authors[0]?.split(' ').at(-1) ?? '';
}

/** The claims whose source has a text, divided by whether it begins with another. */
function membersOf(
  claims: readonly ClaimReport[],
  named: string,
  start: string,
): Pick<SourceGroup, 'taken' | 'naming'> {
  const members = claims.filter(({ source }) => source.includes(named));
  const isTaken = ({ source }: ClaimReport): boolean => source.startsWith(start);
  const idsOf = (some: readonly ClaimReport[]): string[] => some.map(({ id }) => id);
  return { taken: idsOf(members.filter(isTaken)), naming: idsOf(members.filter((one) => !isTaken(one))) };
}
