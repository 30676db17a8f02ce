/** Plurals that no rule makes. */
const irregular: Readonly<Record<string, string>> = {
  person: 'people',
  man: 'men',
  woman: 'women',
  child: 'children',
  foot: 'feet',
  tooth: 'teeth',
  goose: 'geese',
  mouse: 'mice',
  louse: 'lice',
  die: 'dice',
  ox: 'oxen',
  datum: 'data',
  medium: 'media',
  bacterium: 'bacteria',
  criterion: 'criteria',
  phenomenon: 'phenomena',
  leaf: 'leaves',
  life: 'lives',
  knife: 'knives',
  wife: 'wives',
  half: 'halves',
  shelf: 'shelves',
  wolf: 'wolves',
  thief: 'thieves',
  loaf: 'loaves',
  self: 'selves',
  hero: 'heroes',
  potato: 'potatoes',
  tomato: 'tomatoes',
  echo: 'echoes',
  quiz: 'quizzes'
};
const same = new Set('deer sheep fish moose series species money rice information equipment news'.split(' '));
const singular: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(irregular).map(([one, many]) => [many, one])
);

/** Replaces a word by another, with a capital where the word has one. */
function alike(word: string, replacement: string): string {
  return /^[A-Z]/.test(word) ? replacement.charAt(0).toUpperCase() + replacement.slice(1) : replacement;
}

/** The plural of an English noun. */
export function pluralize(word: string): string {
  const plain = word.toLowerCase();
  if (plain === '' || same.has(plain)) return word;
  const known = irregular[plain];
  if (known !== undefined) return alike(word, known);
  if (/sis$/i.test(word)) return word.replace(/sis$/i, 'ses');
  if (/(s|x|z|ch|sh)$/i.test(word)) return `${word}es`;
  if (/[^aeiou]y$/i.test(word)) return `${word.slice(0, -1)}ies`;
  return `${word}s`;
}

/** The singular of an English noun. */
export function singularize(word: string): string {
  const plain = word.toLowerCase();
  if (same.has(plain)) return word;
  const known = singular[plain];
  if (known !== undefined) return alike(word, known);
  if (/ies$/i.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(ss|x|z|ch|sh|s)es$/i.test(word)) return word.slice(0, -2);
  return /[^s]s$/i.test(word) ? word.slice(0, -1) : word;
}
