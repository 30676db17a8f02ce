/** Which arguments of the library's functions are functions: `$` in them stands for what those are called with. */
const places: Readonly<Record<string, readonly number[]>> = {
  ...Object.fromEntries(
    (
      'map mapObject filter filterObject reduce groupBy orderBy distinctBy pluck flatMap maxBy minBy with then onNull ' +
      'some every countBy sumBy partition dropWhile takeWhile indexWhere splitWhere firstWith someEntry everyEntry ' +
      'everyCharacter someCharacter mapString countCharactersBy substringBy orElse orElseTry mapLeafValues ' +
      'filterArrayLeafs filterObjectLeafs filterTree nodeExists failIf'
    )
      .split(' ')
      .map((name) => [name, [1]])
  ),
  join: [2, 3],
  leftJoin: [2, 3],
  outerJoin: [2, 3]
};

const plainName = (name: string): string => name.slice(name.lastIndexOf(':') + 1);

export const isLambdaArgument = (name: string, index: number): boolean =>
  Object.hasOwn(places, plainName(name)) && places[plainName(name)]?.includes(index) === true;

const delayed: Readonly<Record<string, number>> = { try: 0, orElse: 1, orElseTry: 1, onNull: 1 };

/** True for arguments that the function may never ask for: they are worked out when it does. */
export const isDelayedArgument = (name: string, index: number): boolean =>
  Object.hasOwn(delayed, plainName(name)) && delayed[plainName(name)] === index;
