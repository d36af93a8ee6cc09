/** Keys of the review: j and k lead to the next and the previous reading, a accepts, r rejects; what the form still lacks is asked for. */
const items = [...document.querySelectorAll<HTMLElement>('#queue > li')];

function currentAt(): number {
  return items.findIndex((item) => item.contains(document.activeElement));
}

document.addEventListener('keydown', (event) => {
  const target = event.target;
  const isBusy = target instanceof HTMLElement && target.closest('input, select, textarea') !== null;
  if (isBusy || event.altKey || event.ctrlKey || event.metaKey) return;
  const at = currentAt();
  const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
  if (step !== 0) {
    const next = items[Math.max(0, Math.min(items.length - 1, at + step))];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
    return;
  }
  const action = event.key === 'a' ? 'accept' : event.key === 'r' ? 'reject' : null;
  if (action === null) return;
  // Otherwise the letter would stand in the field that is asked for.
  event.preventDefault();
  items[Math.max(0, at)]?.querySelector<HTMLButtonElement>(`button[value="${action}"]`)?.click();
});

export {};
