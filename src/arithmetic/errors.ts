/** An operation was asked for outside its domain, such as the logarithm of an interval that contains 0. */
export class DomainError extends Error {
  override name = 'DomainError';
}

/** A text is not a number of the form the parser documents. */
export class NumberSyntaxError extends Error {
  override name = 'NumberSyntaxError';
}

/** A result would leave the range of exponents that the arithmetic can hold. */
export class RangeExceededError extends Error {
  override name = 'RangeExceededError';
}

/** An enclosure is too wide to tell whether its number is positive; a higher precision will tell. */
export class InsufficientPrecisionError extends DomainError {
  override name = 'InsufficientPrecisionError';
}
