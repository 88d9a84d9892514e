import { count, NOT_RUN, significant, table } from './format.ts';
import type { Job, Jobs } from './jobs.ts';

/** The whole jobs, as a section of the report. */
export function jobsText({ jobs, tag, growth }: Jobs): string {
  const versions = tag === null ? ['CPU, s', 'peak, MB'] : ['CPU, s', 'peak, MB', `CPU of ${tag}, s`, 'ratio'];
  const slopes = growth.map(({ name, slope }) => `${name} ${slope === null ? NOT_RUN : slope.toFixed(2)}`).join('; ');
  const comparison =
    tag === null
      ? 'There is no tagged version before this one, so that nothing is compared.'
      : `Beside it is the time of the tagged version ${tag}, measured in turns with this one.`;
  return `Each job is a process of its own, and its time is that of the processor in all of its threads, from start to end. ${comparison}

${table([['job', 'size', ...versions], ...jobs.map((job) => row(job, tag !== null))])}

Growth, as the slope of log time over log size by least squares: ${slopes}. The start of a process is part of the time, so that
small sizes make it flatter.`;
}

function row({ name, size, now, before }: Job, isCompared: boolean): string[] {
  const own = [name, size === null ? '' : count(size), significant(now.seconds), count(Math.round(now.memory))];
  if (!isCompared) return own;
  return [
    ...own,
    before ? significant(before.seconds) : NOT_RUN,
    before ? significant(before.seconds / now.seconds) : NOT_RUN,
  ];
}
