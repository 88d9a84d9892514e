import { SyntaxFault } from '../errors.ts';
import * as t from '../tokens.ts';
import type { NameNode } from '../tree.ts';
import { accented, canonical } from '../words.ts';
import { endOf, oneLetter } from './actions.ts';
import { Lookahead } from './lookahead.ts';

/** Words in all their spellings: accents, fonts, and what stands behind them without a meaning of its own. */
export abstract class Spellings extends Lookahead {
  protected readonly plainName: (index?: number) => string = this.RULE('plainName', (): string =>
    this.OR<string>([
      { ALT: () => canonical(this.CONSUME(t.Name).image) },
      { ALT: () => canonical(this.CONSUME(t.Command).image) },
      {
        ALT: () => {
          this.CONSUME(t.Font);
          return this.OR3<string>([
            {
              ALT: () => {
                this.CONSUME(t.OpenBrace);
                const inner = this.SUBRULE(this.plainName);
                this.CONSUME(t.CloseBrace);
                return inner;
              },
            },
            {
              ALT: () => {
                const letter = this.CONSUME4(t.Name);
                return this.ACTION(() => oneLetter(letter));
              },
            },
          ]);
        },
      },
      {
        ALT: () => {
          const accent = this.CONSUME(t.Accent).image;
          const letter = this.OR2([
            { ALT: () => this.CONSUME2(t.Name).image },
            {
              ALT: () => {
                this.CONSUME2(t.OpenBrace);
                const inner = this.CONSUME3(t.Name).image;
                this.CONSUME2(t.CloseBrace);
                return inner;
              },
            },
          ]);
          return accented(accent, letter);
        },
      },
    ]),
  );

  /** A name alone. */
  protected readonly word: (index?: number) => NameNode = this.RULE('word', (): NameNode => {
    const start = this.LA(1);
    const name = this.SUBRULE(this.plainName);
    const place = { start: start.startOffset, end: endOf(this.LA(0)) };
    return { kind: 'name', name, star: false, sub: null, lists: [], between: null, place };
  });

  /** The index of p_{\max}. */
  protected readonly extremeWord: (index?: number) => NameNode = this.RULE('extremeWord', (): NameNode => {
    const token = this.LA(1);
    const name = this.OR([{ ALT: () => this.read(t.Min, 'min') }, { ALT: () => this.read(t.Max, 'max') }]);
    return this.ACTION(() => {
      const place = { start: token.startOffset, end: endOf(token) };
      return { kind: 'name', name, star: false, sub: null, lists: [], between: null, place };
    });
  });

  /** The prompt behind a response, as in π(y|x). Nothing depends on it. */
  protected readonly condition: (index?: number) => void = this.RULE('condition', (): void => {
    this.CONSUME(t.Bar);
    const { name, place } = this.SUBRULE(this.word);
    this.ACTION(() => {
      if (name !== 'x') throw new SyntaxFault('only a prompt x has a place here, as in π(y|x)', place);
      this.prompts.push(place);
    });
  });

  protected readonly raisedStar: (index?: number) => boolean = this.RULE('raisedStar', (): boolean => {
    this.CONSUME(t.Power);
    this.OR([
      { ALT: () => void this.CONSUME(t.Times) },
      {
        ALT: () => {
          this.CONSUME(t.OpenBrace);
          this.CONSUME2(t.Times);
          this.CONSUME(t.CloseBrace);
        },
      },
    ]);
    return true;
  });
}
