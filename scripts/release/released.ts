const UNRELEASED = /^## (\S+), unreleased$/m;

/**
 * The changelog in which the version is released: the heading `## 0.1.0, unreleased` gets the version and the date.
 * @throws Error where no heading says so, or nothing is below it.
 */
export function released(changelog: string, version: string, date: string): string {
  const heading = UNRELEASED.exec(changelog);
  if (!heading) throw new Error('CHANGELOG.md has no heading such as "## 0.2.0, unreleased"');
  const below = changelog.slice(heading.index + heading[0].length).split(/^## /m)[0] ?? '';
  if (!/^- /m.test(below)) throw new Error('CHANGELOG.md says nothing of what is to be released');
  return changelog.replace(UNRELEASED, `## ${version}, ${date}`);
}

/** The citation of the version. @throws Error where it has no version. */
export function cited(citation: string, version: string, date: string): string {
  if (!/^version: /m.test(citation)) throw new Error('CITATION.cff has no version');
  return citation
    .replace(/^date-released: .*\n/m, '')
    .replace(/^version: .*$/m, `version: ${version}\ndate-released: ${date}`);
}
