/** An operation was called outside its domain, such as the logarithm of a negative number. */
export class DomainError extends Error {
  override name = 'DomainError';
}

/** A string is not a number of the form that the parser documents. */
export class NumberSyntaxError extends Error {
  override name = 'NumberSyntaxError';
}

/** A result would leave the range of exponents of the arithmetic. */
export class RangeExceededError extends Error {
  override name = 'RangeExceededError';
}

/** An enclosure is too wide to decide whether its number is positive. A higher precision may decide it. */
export class InsufficientPrecisionError extends DomainError {
  override name = 'InsufficientPrecisionError';
}
