'use strict';
// Keeps the parts of the page that are marked as live up to date, and copies text. Everything works without it.
(() => {
  const interval = 1500;
  const toggle = document.getElementById('live-toggle');
  const status = document.getElementById('live-status');
  let version = document.body.dataset.version;
  let paused = false;

  function prepare(root) {
    for (const button of root.querySelectorAll('[data-copy]')) button.hidden = false;
  }

  document.addEventListener('click', async event => {
    const button = event.target.closest('[data-copy]');
    if (!button) return;
    const source = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(source.textContent);
      status.textContent = 'Copied.';
    } catch {
      getSelection().selectAllChildren(source);
      status.textContent = 'Selected. Press Ctrl+C to copy.';
    }
  });

  function isBusy() {
    const selection = getSelection();
    return !selection.isCollapsed && selection.anchorNode?.parentElement?.closest('[data-live]');
  }

  function replace(next) {
    const focused = document.activeElement?.closest('[data-live]') ? document.activeElement.getAttribute('href') : null;
    for (const part of document.querySelectorAll('[data-live]')) {
      const fresh = next.getElementById(part.id);
      if (!fresh || fresh.innerHTML === part.innerHTML) continue;
      part.replaceChildren(...fresh.childNodes);
      prepare(part);
    }
    if (focused && document.activeElement === document.body)
      [...document.querySelectorAll('[data-live] a')].find(link => link.getAttribute('href') === focused)?.focus();
  }

  async function look() {
    if (paused || document.hidden || isBusy()) return;
    try {
      const answer = await (await fetch('/_emulator/console/version')).json();
      const now = document.getElementById('now');
      now.lastChild.textContent = answer.now;
      const clock = document.getElementById('clock');
      if (clock) clock.textContent = answer.now;
      if (status.dataset.lost) {
        status.textContent = '';
        delete status.dataset.lost;
      }
      if (String(answer.version) === version) return;
      // The address without the notice of an action.
      const page = await fetch(location.pathname + location.search.replace(/[?&]done=[a-z]*/, ''));
      replace(new DOMParser().parseFromString(await page.text(), 'text/html'));
      version = String(answer.version);
    } catch {
      status.textContent = 'The emulator does not answer.';
      status.dataset.lost = 'true';
    }
  }

  async function keepLooking() {
    await look();
    setTimeout(keepLooking, interval);
  }

  toggle.addEventListener('click', () => {
    paused = !paused;
    toggle.textContent = paused ? 'Resume updates' : 'Pause updates';
    if (!paused) look();
  });
  toggle.hidden = false;
  prepare(document);
  keepLooking();
})();
