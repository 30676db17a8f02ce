/** Operators of conditions and filters that the local org knows; a flow with another one is not run. */
export const comparisons = new Set(
  (
    'EqualTo NotEqualTo GreaterThan GreaterThanOrEqualTo LessThan LessThanOrEqualTo IsNull IsEmpty IsBlank WasSet WasSelected ' +
    'WasVisited HasError IsChanged Contains StartsWith EndsWith In NotIn'
  ).split(' ')
);

/** Operators of Assignment elements. */
export const assignments = new Set(
  (
    'Assign Add Subtract AddItem AssignCount AddAtStart RemoveAll RemoveFirst RemoveAfterFirst RemoveBeforeFirst RemovePosition ' +
    'RemoveUncommon'
  ).split(' ')
);
