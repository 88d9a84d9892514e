/** Under this name Node looks for what `console.log` shows of an object; elsewhere it is a name like any other. */
export const INSPECT = Symbol.for('nodejs.util.inspect.custom');
