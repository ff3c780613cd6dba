/** The inbox's looks: a list that can be scanned, and a sheet of paper to read on. */
export const style = `
:root { color-scheme: light; --ink: #16211d; --quiet: #51605a; --line: #d9e0dd; --ground: #f3f5f4; --paper: #fff;
  --accent: #0b5c4d; --accent-ground: #e3f1ed; font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--ground); height: 100vh; display: grid;
  grid-template: auto 1fr / 15rem 24rem 1fr; }
a { color: inherit; text-decoration: none; }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: -3px; }
[lang=en] { color: var(--quiet); font-size: .8em; font-weight: 400; }
header { grid-column: 1 / -1; display: flex; gap: .75rem; align-items: baseline; padding: .7rem 1.25rem;
  background: var(--accent); color: #fff; }
header h1 { font-size: 1.15rem; margin: 0; }
header p { margin: 0; font-size: .85rem; }
header [lang=en] { color: #cfe6df; }
nav, .list { overflow-y: auto; border-right: 1px solid var(--line); margin: 0; padding: 0; list-style: none; }
nav h2 { font-size: .8rem; margin: 1rem 1.25rem .4rem; color: var(--quiet); font-weight: 600; }
nav a { display: flex; justify-content: space-between; gap: .5rem; padding: .4rem 1.25rem; font-size: .85rem;
  overflow-wrap: anywhere; }
nav a:hover, .list a:hover { background: #eaf0ed; }
nav [aria-current], .list [aria-current] { background: var(--accent-ground); box-shadow: inset 4px 0 var(--accent); }
nav b { font-weight: 600; color: var(--quiet); overflow-wrap: normal; }
.list { background: var(--paper); }
.list a { display: block; padding: .75rem 1.25rem; border-bottom: 1px solid var(--line); }
.list .line { display: flex; justify-content: space-between; gap: .75rem; font-size: .8rem; color: var(--quiet); }
.list .line span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.list strong { display: block; font-weight: 600; font-size: .95rem; line-height: 1.35; }
.list small { color: var(--quiet); }
main { display: flex; flex-direction: column; min-width: 0; overflow: auto; }
.empty { margin: auto; text-align: center; color: var(--quiet); padding: 2rem; }
.head { padding: 1.1rem 1.5rem .9rem; background: var(--paper); border-bottom: 1px solid var(--line); }
.head h2 { margin: 0 0 .5rem; font-size: 1.3rem; line-height: 1.3; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .9rem; margin: 0; font-size: .88rem; }
dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
.files { display: flex; flex-wrap: wrap; gap: .5rem; margin: .8rem 0 0; padding: 0; list-style: none; font-size: .88rem; }
.files li { display: flex; border: 1px solid var(--line); border-radius: .5rem; overflow: hidden; background: var(--ground); }
.files a { padding: .35rem .75rem; overflow-wrap: anywhere; }
.files a:hover { background: var(--accent-ground); }
.files small { white-space: nowrap; }
.files a + a { border-left: 1px solid var(--line); color: var(--accent); }
.views { display: flex; gap: .25rem; padding: .5rem 1.5rem 0; background: var(--ground); }
.views a { padding: .4rem .9rem; border-radius: .5rem .5rem 0 0; font-size: .88rem; }
.views [aria-current] { background: var(--paper); font-weight: 600; }
iframe { flex: 1; border: 0; background: var(--paper); min-height: 24rem; width: 100%; }
pre { flex: 1; margin: 0; padding: 1.25rem 1.5rem; background: var(--paper); white-space: pre-wrap;
  overflow-wrap: anywhere; font: .85rem/1.55 ui-monospace, Consolas, "Liberation Mono", monospace; }
pre.text { font: inherit; max-width: 46rem; }
@media (max-width: 60rem) {
  body { height: auto; min-height: 100vh; grid-template: auto auto 1fr / 1fr; }
  header { flex-wrap: wrap; }
  nav { display: flex; overflow-x: auto; border: 0; border-bottom: 1px solid var(--line); }
  nav h2 { display: none; } nav a { white-space: nowrap; padding: .6rem 1rem; }
  .reading .list, .reading nav { display: none; }
  body:not(.reading) main { display: none; }
  iframe { min-height: 80vh; }
}
@media (min-width: 60.01rem) { .back { display: none; } }
.back { padding: .6rem 1.5rem; color: var(--accent); font-size: .9rem; }
`;
