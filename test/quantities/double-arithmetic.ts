import { resolve } from 'node:path';
import ts from 'typescript';

/** Where a double is computed from a parameter. */
export interface Finding {
  /** The file, from the root of the project. */
  readonly file: string;
  readonly line: number;
  /** The expression, with its spaces made one. */
  readonly text: string;
}

/** What formulas call their parameters: n and what is made of it, orders, constraints and tilts. */
const PARAMETERS = new Set(
  'n m draws drawn order alpha α beta β mu μ mean eta η lambda λ tilt exponent degree kl budget epsilon ε'.split(' '),
);

const TO_DOUBLES = new Set(['Number', 'parseFloat', 'nearest']);

const ARITHMETIC = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.SlashToken,
  ts.SyntaxKind.PercentToken,
  ts.SyntaxKind.AsteriskAsteriskToken,
  ts.SyntaxKind.PlusEqualsToken,
  ts.SyntaxKind.MinusEqualsToken,
  ts.SyntaxKind.AsteriskEqualsToken,
  ts.SyntaxKind.SlashEqualsToken,
  ts.SyntaxKind.PercentEqualsToken,
  ts.SyntaxKind.AsteriskAsteriskEqualsToken,
]);

/**
 * Every expression of the files in which a parameter enters arithmetic in doubles: + − × ÷ % ** and their assignments, a sign, ++ and
 * −−, and whatever Math makes of it. The checker says what is a number; a bigint and a Rational are exact. A parameter is told by its
 * name, and so is a variable that is declared as one, whatever it is called. Only the outermost expression is listed.
 *
 * `sources` stand in for files that do not exist, or for others than on the disk. A whole program is checked: a few seconds.
 */
export function doubleArithmetic(
  root: string,
  files: readonly string[],
  sources: Record<string, string> = {},
): Finding[] {
  const program = programOf(root, files, sources);
  return files.flatMap((file) => {
    const source = program.getSourceFile(resolve(root, file));
    if (!source) throw new Error(`${file} is not in the program`);
    return new Finder(program.getTypeChecker(), source, file).findings();
  });
}

function programOf(root: string, files: readonly string[], sources: Record<string, string>): ts.Program {
  const config = ts.getParsedCommandLineOfConfigFile(
    resolve(root, 'tsconfig.json'),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (fault) => {
        throw new Error(ts.flattenDiagnosticMessageText(fault.messageText, '\n'));
      },
    },
  );
  if (!config) throw new Error('tsconfig.json cannot be read');
  const host = ts.createCompilerHost(config.options);
  const standIns = new Map(Object.entries(sources).map(([file, text]) => [resolve(root, file), text]));
  const { readFile, fileExists } = host;
  host.readFile = (file) => standIns.get(file) ?? readFile(file);
  host.fileExists = (file) => standIns.has(file) || fileExists(file);
  return ts.createProgram(
    files.map((file) => resolve(root, file)),
    config.options,
    host,
  );
}

class Finder {
  readonly #checker: ts.TypeChecker;
  readonly #source: ts.SourceFile;
  readonly #file: string;

  constructor(checker: ts.TypeChecker, source: ts.SourceFile, file: string) {
    this.#checker = checker;
    this.#source = source;
    this.#file = file;
  }

  findings(): Finding[] {
    const found: Finding[] = [];
    const visit = (node: ts.Node): void => {
      if (this.#isComputed(node)) {
        const { line } = this.#source.getLineAndCharacterOfPosition(node.getStart());
        found.push({ file: this.#file, line: line + 1, text: node.getText().replace(/\s+/g, ' ') });
      } else {
        ts.forEachChild(node, visit);
      }
    };
    visit(this.#source);
    return found;
  }

  /** Whether a double is computed here from a parameter. */
  #isComputed(node: ts.Node): boolean {
    if (ts.isBinaryExpression(node)) {
      // A text that shows a number is no arithmetic, and neither is a sum of bigints.
      if (!ARITHMETIC.has(node.operatorToken.kind) || !this.#isNumber(node)) return false;
      return this.#holdsParameter(node.left) || this.#holdsParameter(node.right);
    }
    if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
      return node.operator !== ts.SyntaxKind.ExclamationToken && this.#holdsParameter(node.operand);
    }
    return isOfMath(node) && node.arguments.some((argument) => this.#holdsParameter(argument));
  }

  /** Whether a number is a parameter, or made of one. */
  #holdsParameter(node: ts.Expression): boolean {
    const inner = bare(node);
    if (this.#isComputed(inner)) return true;
    if (ts.isBinaryExpression(inner)) return this.#holdsParameter(inner.left) || this.#holdsParameter(inner.right);
    if (ts.isPrefixUnaryExpression(inner)) return this.#holdsParameter(inner.operand);
    if (ts.isConditionalExpression(inner)) {
      return this.#holdsParameter(inner.whenTrue) || this.#holdsParameter(inner.whenFalse);
    }
    if (ts.isCallExpression(inner)) {
      // A double that is made of an exact number is one all the same.
      return TO_DOUBLES.has(inner.expression.getText()) && inner.arguments.some((argument) => this.#isNamed(argument));
    }
    return this.#isNumber(inner) && this.#isNamed(inner);
  }

  #isNamed(node: ts.Expression): boolean {
    const inner = bare(node);
    if (ts.isPropertyAccessExpression(inner)) return PARAMETERS.has(inner.name.text) || this.#isNamed(inner.expression);
    if (!ts.isIdentifier(inner)) return false;
    if (PARAMETERS.has(inner.text)) return true;
    const declared = this.#checker.getSymbolAtLocation(inner)?.valueDeclaration;
    if (!declared || declared.getSourceFile() !== this.#source) return false;
    if (ts.isBindingElement(declared)) {
      return declared.propertyName !== undefined && PARAMETERS.has(declared.propertyName.getText());
    }
    return (
      ts.isVariableDeclaration(declared) && declared.initializer !== undefined && this.#isNamed(declared.initializer)
    );
  }

  #isNumber(node: ts.Expression): boolean {
    const isOne = (type: ts.Type): boolean =>
      type.isUnion() ? type.types.some(isOne) : (type.flags & ts.TypeFlags.NumberLike) !== 0;
    return isOne(this.#checker.getTypeAtLocation(node));
  }
}

/** Without parentheses and assertions of types. */
function bare(node: ts.Expression): ts.Expression {
  const isAround =
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isSatisfiesExpression(node);
  return isAround ? bare(node.expression) : node;
}

function isOfMath(node: ts.Node): node is ts.CallExpression {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  return ts.isIdentifier(node.expression.expression) && node.expression.expression.text === 'Math';
}
