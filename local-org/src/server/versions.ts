/** GET /services/data: the versions that clients may put into addresses. All of them mean the same here: what version 67.0 does. */
export const apiVersions = Array.from({ length: 67 - 30 }, (_, at) => {
  const number = 31 + at;
  const season = ['Winter', 'Spring', 'Summer'][(number - 31 + 2) % 3] ?? '';
  const year = 14 + Math.floor((number - 31 + 2) / 3);
  return { label: `${season} '${year}`, url: `/services/data/v${number}.0`, version: `${number}.0` };
});
