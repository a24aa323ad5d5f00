/**
 * Follows dispatches: puts what the hub says into the parts of the page that it names. Without it, or where no
 * connection stays open, the page loads again by itself.
 */
export const watchScript = `
'use strict';
const live = document.querySelector('[data-live]');
if (live && 'EventSource' in window) {
  const status = live.querySelector('[role=status]');
  const source = new EventSource(live.dataset.live);
  source.addEventListener('open', () => {
    status.textContent = status.dataset.liveWords;
  });
  for (const part of document.querySelectorAll('[data-part]')) {
    source.addEventListener(part.dataset.part, (event) => {
      // Whoever stands on a link in it keeps standing there.
      if (part.contains(document.activeElement)) return;
      part.innerHTML = event.data;
    });
  }
  source.addEventListener('finished', () => {
    source.close();
    status.textContent = status.dataset.finished;
  });
}
`.trimStart();
