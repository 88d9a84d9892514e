import type { Argument, Command, Option } from 'commander';
import { catalogueAt } from '../run/catalogue.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';

/** What can be typed behind `bonafide`: a command, with its options and the words that it takes besides. */
interface Completed {
  readonly name: string;
  readonly about: string;
  readonly options: readonly Option[];
  readonly words: readonly string[];
}

const SCRIPTS = { bash, zsh, fish };

/** `bonafide completion bash`: a script for a shell, made of the commands as they are declared and the ids of the catalogue. */
export async function completion(shell: keyof typeof SCRIPTS, program: Command, context: Context): Promise<ExitCode> {
  const { claims } = await catalogueAt(context.catalogue);
  const ids = claims.map(({ id }) => id);
  context.console.out(SCRIPTS[shell](completed(program, ids)).join('\n'));
  return EXIT.ok;
}

/** The program itself, and then its commands. */
function completed(program: Command, ids: readonly string[]): [Completed, ...Completed[]] {
  const help = program.createHelp();
  const commands = help.visibleCommands(program);
  const names = commands.map((command) => command.name());
  const wordsOf = (argument: Argument): readonly string[] =>
    argument.argChoices ?? { claim: ids, command: names }[argument.name()] ?? [];
  const described = (command: Command, words: readonly string[]): Completed => ({
    name: command.name(),
    about: command.description(),
    options: help.visibleOptions(command),
    words,
  });
  const rest = commands.map((command) => described(command, command.registeredArguments.flatMap(wordsOf)));
  return [described(program, names), ...rest];
}

const flagsOf = ({ short, long }: Option): string[] => [short, long].filter((flag) => flag !== undefined);
const takesValue = ({ required, optional }: Option): boolean => required || optional;

/** A function that bash hands the word to complete and the one before it. Where it knows no word, bash completes names of files. */
function bash([program, ...commands]: readonly [Completed, ...Completed[]]): string[] {
  const known = ({ options, words }: Completed): string => {
    const valued = options.filter(takesValue).flatMap(flagsOf);
    return `options='${options.flatMap(flagsOf).join(' ')}' valued='${valued.join(' ')}' words='${words.join(' ')}'`;
  };
  return [
    `_${program.name}() {`,
    "  local word=$2 before=$3 options='' valued='' words=''",
    '  COMPREPLY=()',
    '  if ((COMP_CWORD == 1)); then',
    `    ${known(program)}`,
    '  else',
    `    case \${COMP_WORDS[1]} in`,
    ...commands.map((command) => `      ${command.name}) ${known(command)} ;;`),
    '    esac',
    '  fi',
    '  case " $valued = " in *" $before "*) return ;; esac',
    '  case $word in -*) words=$options ;; esac',
    '  COMPREPLY=($(compgen -W "$words" -- "$word"))',
    '}',
    `complete -o default -F _${program.name} ${program.name}`,
  ];
}

/** The function for bash, which zsh can call. */
function zsh(all: readonly [Completed, ...Completed[]]): string[] {
  return [
    '(( $+functions[compdef] )) || { autoload -U compinit && compinit; }',
    'autoload -U +X bashcompinit && bashcompinit',
    ...bash(all),
  ];
}

function fish([program, ...commands]: readonly [Completed, ...Completed[]]): string[] {
  const line = (condition: string, ...rest: readonly string[]): string =>
    [`complete -c ${program.name} -n '${condition}'`, ...rest].join(' ');
  const optionLine = (condition: string, option: Option): string => {
    const flags = flagsOf(option).map((flag) => `-${flag.startsWith('--') ? 'l' : 's'} ${flag.replace(/^-+/, '')}`);
    return line(condition, ...flags, ...(takesValue(option) ? ['-rF'] : []), '-d', quoted(option.description));
  };
  const first = '__fish_use_subcommand';
  return [
    ...program.options.map((option) => optionLine(first, option)),
    ...commands.map(({ name, about }) => line(first, '-f', '-a', name, '-d', quoted(about))),
    ...commands.flatMap(({ name, options, words }) => {
      const behind = `__fish_seen_subcommand_from ${name}`;
      const wordLines = words.length === 0 ? [] : [line(behind, '-f', '-a', quoted(words.join(' ')))];
      return [...wordLines, ...options.map((option) => optionLine(behind, option))];
    }),
  ];
}

/** A text in the quotes of fish. */
function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
