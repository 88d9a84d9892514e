/** The name of the method that Node calls to show an object in `console.log`. Elsewhere it has no special meaning. */
export const INSPECT = Symbol.for('nodejs.util.inspect.custom');
