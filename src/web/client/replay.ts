/** The arrow keys lead to the step before and after, unless something is being written or moved. */
document.addEventListener('keydown', (event) => {
  const target = event.target;
  const isBusy = target instanceof HTMLElement && target.closest('input, select, textarea') !== null;
  if (isBusy || event.altKey || event.ctrlKey || event.metaKey) return;
  document
    .querySelector<HTMLAnchorElement>(`a[data-key="${event.key === 'ArrowLeft' || event.key === 'ArrowRight' ? event.key : ''}"]`)
    ?.click();
});

export {};
