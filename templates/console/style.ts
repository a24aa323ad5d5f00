/** What the console's pages need beside the style of every page. */
export const consoleStyle = `
main.console, body > header.console, .places, .alarms { max-width: 80rem; margin: 0 auto; padding: 0.75rem 1rem; }
.person { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; align-items: center; }
.person form { display: inline; }
.places { padding-top: 0; padding-bottom: 0; border-bottom: 1px solid var(--line); }
.places ul { display: flex; flex-wrap: wrap; gap: 0 0.25rem; list-style: none; margin: 0; padding: 0; }
.places a { display: inline-block; padding: 0.6rem 0.6rem 0.45rem; border-bottom: 0.25rem solid transparent; text-decoration: none; }
.places a:hover { text-decoration: underline; }
.places a[aria-current] { border-color: var(--link); font-weight: 700; color: var(--ink); }
.alarms { max-width: none; background: var(--urgent); color: var(--urgent-ink); }
.alarms ul { max-width: 78rem; margin: 0 auto; padding: 0; list-style: none; font-weight: 700; }
.alarms a { color: inherit; }
.alarms :focus-visible { outline-color: var(--urgent-ink); }
.done { padding: 0.75rem 1rem; border-left: 0.5rem solid var(--link); background: var(--added); }
.errors { max-width: 46rem; margin: 1rem 0; padding: 0.75rem 1rem; border: 0.25rem solid var(--urgent); }
.errors h2 { margin-top: 0; }
.errors ul { margin-bottom: 0; }
.empty { padding: 0.75rem 1rem; border-left: 0.5rem solid var(--line); background: var(--shade); }
.field { margin: 0 0 1rem; }
div.field > label { font-weight: 700; }
.field .hint { margin: 0 0 0.35rem; font-size: 0.9rem; }
.field .error { margin: 0 0 0.35rem; }
[aria-invalid=true] { border-color: var(--urgent) !important; }
input[type=url], input[type=tel], input[type=number], input[type=datetime-local] { display: block; width: 100%; min-height: 2.75rem; padding: 0.5rem 0.65rem; font: inherit; color: inherit; background: var(--paper); border: 2px solid var(--line); border-radius: 0.2rem; }
input[type=datetime-local], input[type=number] { max-width: 18rem; }
input[type=file] { display: block; max-width: 100%; min-height: 2.75rem; font: inherit; }
button.second, .button.second { color: var(--link); background: var(--paper); }
button.grave { background: var(--urgent); border-color: var(--urgent); color: var(--urgent-ink); }
button.plain { min-height: 1.75rem; padding: 0 0.25rem; font-weight: 400; color: var(--link); background: none; border: 0; text-decoration: underline; text-underline-offset: 0.15em; }
.actions { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: center; margin: 1rem 0; }
form.search { max-width: none; display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: 0 1rem; align-items: end; margin-bottom: 1rem; }
form.search .field { margin-bottom: 0.5rem; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(27rem, 100%), 1fr)); gap: 0 1.5rem; }
.tasks { list-style: none; padding: 0; }
.tasks > li { max-width: none; padding: 0.6rem 0; border-bottom: 1px solid var(--line); display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: center; justify-content: space-between; }
form.editor { max-width: none; }
.quartet, .row, .questions { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr)); gap: 0 1rem; align-items: end; }
.questions { grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); align-items: stretch; }
.row > button { margin-bottom: 1rem; justify-self: start; }
.row .field { margin-bottom: 1rem; }
.editor > section { border-top: 1px solid var(--line); }
.editor > .actions:last-child { max-width: none; padding-top: 1rem; border-top: 2px solid var(--line); }
.card { margin: 0 0 1.25rem; padding: 0.25rem 1rem 0.5rem; border: 1px solid var(--line); border-left-width: 0.5rem; }
.card h3 { margin-top: 0.75rem; }
.nested h2 { font-size: 1.1rem; }
.todo { padding: 0.25rem 1rem; background: var(--warn); color: var(--warn-ink); }
.todo a, .todo summary { color: inherit; }
output { font-weight: 700; }
.loud { margin: 1rem 0; padding: 0.75rem 1rem; background: var(--urgent); color: var(--urgent-ink); }
.loud > :first-child { margin-top: 0; }
.loud > :last-child { margin-bottom: 0; }
.loud a { color: inherit; }
.loud :focus-visible, .loud:focus-visible { outline-color: var(--ink); }
.said { padding-left: 0.75rem; border-left: 0.35rem solid var(--line); }
.subject { font-size: 1.15rem; font-weight: 700; }
.figure { font-size: 1.25rem; }
.bad { color: var(--urgent); }
.deeds { display: flex; flex-direction: column; align-items: flex-start; gap: 0.25rem; }
.deeds a { padding: 0.15rem 0.25rem; }
ul.lines { margin: 0; padding: 0; list-style: none; }
blockquote { margin: 1rem 0; padding-left: 0.75rem; border-left: 0.35rem solid var(--line); }
iframe.letter { display: block; width: 100%; height: 36rem; border: 2px solid var(--line); background: #fff; }
progress { width: 7rem; height: 0.9rem; accent-color: var(--link); }
code.detail { overflow-wrap: anywhere; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
@media print { .places, .person { display: none; } }
`;
