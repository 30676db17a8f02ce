/** The page's style sheet: system font, light and dark, tables that turn into cards on a phone. */
export const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#16202c, #e8edf3); --soft: light-dark(#566375, #9fb0c3); --paper: light-dark(#f4f6f9, #10161d);
  --card: light-dark(#fff, #19222c); --line: light-dark(#dde3ea, #2b3744); --accent: light-dark(#0b5cab, #7ab8ff); --on-accent: light-dark(#fff, #0b1a2a);
  --good: light-dark(#1f7a4d, #6fd3a0); --bad: light-dark(#b3261e, #ff9d94); --warn: light-dark(#8a5a00, #f1c15c); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
header { background: var(--card); border-bottom: 1px solid var(--line); padding: 1.1rem max(clamp(1rem, 4vw, 2.5rem), calc((100vw - 1240px) / 2 + 2.5rem)); }
header h1 { font-size: 1.3rem; margin: 0; letter-spacing: -.01em; }
header p { margin: .15rem 0 0; color: var(--soft); }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin-top: .7rem; }
nav a { color: var(--accent); text-decoration: none; padding: .15rem 0; }
nav a:hover { text-decoration: underline; }
main { padding: 1.25rem clamp(1rem, 4vw, 2.5rem) 4rem; max-width: 1240px; margin: 0 auto; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 12px; margin: 0 0 1.25rem; padding: 1rem 1.2rem 1.2rem; scroll-margin-top: 1rem; }
h2 { font-size: 1.05rem; margin: 0 0 .2rem; display: flex; align-items: baseline; gap: .5rem; }
h2 small, .hint { color: var(--soft); font-weight: 400; font-size: .88rem; }
.hint { margin: 0 0 .6rem; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th { text-align: left; font-weight: 600; font-size: .8rem; color: var(--soft); padding: .45rem .6rem; border-bottom: 1px solid var(--line); white-space: nowrap; }
td { padding: .55rem .6rem; border-bottom: 1px solid var(--line); vertical-align: middle; }
tbody tr:last-child td { border-bottom: 0; }
tfoot td { font-weight: 600; border-top: 2px solid var(--line); border-bottom: 0; }
.number { text-align: right; white-space: nowrap; }
.wide { text-align: right; }
.date { white-space: nowrap; }
details { margin-top: .8rem; }
summary { cursor: pointer; color: var(--accent); }
.name { font-weight: 600; display: block; }
.lines, .sub { color: var(--soft); font-size: .85rem; display: block; }
.bad { color: var(--bad); } .good { color: var(--good); } .none { color: var(--soft); }
.tag { display: inline-block; border-radius: 99px; padding: .05rem .55rem; font-size: .78rem; font-weight: 600; border: 1px solid currentColor; white-space: nowrap; }
.tag.open { color: var(--accent); } .tag.paid { color: var(--good); } .tag.draft { color: var(--soft); } .tag.late, .tag.blocked { color: var(--bad); } .tag.closed { color: var(--warn); }
form { display: inline-flex; gap: .4rem; align-items: center; margin: 0; }
button { font: inherit; font-size: .88rem; font-weight: 600; cursor: pointer; border-radius: 8px; padding: .35rem .75rem; border: 1px solid var(--accent); background: var(--accent); color: var(--on-accent); white-space: nowrap; }
button.quiet { background: transparent; color: var(--accent); }
button:disabled { opacity: .5; cursor: default; }
button:focus-visible, input:focus-visible, select:focus-visible, a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
input, select { font: inherit; font-size: .9rem; padding: .3rem .5rem; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); color: var(--ink); }
input.amount { width: 7.5rem; text-align: right; }
.fields { display: flex; flex-wrap: wrap; gap: .7rem; align-items: end; margin-top: .8rem; }
.fields label { display: grid; gap: .2rem; font-size: .82rem; color: var(--soft); }
.fields input[type=number] { width: 7rem; }
.fields + form { margin-top: .7rem; }
.months { display: flex; flex-wrap: wrap; gap: .4rem; margin-top: .8rem; }
.empty { color: var(--soft); margin: .4rem 0 0; }
#flash { position: fixed; inset: auto 1rem 1rem 1rem; max-width: 560px; margin: 0 auto; padding: .75rem 1rem; border-radius: 10px; background: var(--good); color: light-dark(#fff, #08140d); box-shadow: 0 8px 30px #0004; }
#flash.error { background: var(--bad); color: light-dark(#fff, #1f0705); }
#flash[hidden] { display: none; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 760px) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { display: block; border-bottom: 1px solid var(--line); padding: .5rem 0; }
  tbody tr:last-child { border-bottom: 0; }
  td, tfoot td { display: flex; justify-content: space-between; gap: 1rem; border: 0; padding: .2rem 0; text-align: right; }
  td::before { content: attr(data-label); color: var(--soft); font-size: .85rem; text-align: left; }
  td:empty { display: none; }
  td.wide { display: block; text-align: left; }
  td.wide::before { content: none; }
  td.wide form { display: flex; margin-top: .3rem; }
  td.wide button { flex: 1; padding: .5rem .75rem; }
  td.wide input.amount { flex: 1; min-width: 0; padding: .45rem .5rem; }
}
@media (prefers-reduced-motion: no-preference) { button { transition: opacity .15s; } }
`;
