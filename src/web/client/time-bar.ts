/** Turns the days of the as-of bar into a slider: dragging names the day, letting go opens the page as of then. */
const bar = document.querySelector<HTMLFormElement>('form.time');
const days = (bar?.dataset['days'] ?? '').split(' ').filter((day) => day !== '');
const date = bar?.querySelector<HTMLInputElement>('input[name="asof"]');

if (bar && date && days.length > 1) {
  const slider = document.createElement('input');
  slider.type = 'range';
  slider.min = '0';
  slider.max = String(days.length - 1);
  slider.setAttribute('aria-label', bar.dataset['label'] ?? '');
  const last = days.length - 1;
  const after = days.findIndex((day) => day > (date.value || '9999'));
  slider.value = String(after < 0 ? last : Math.max(0, after - 1));
  const name = (): void => {
    date.value = days[Number(slider.value)] ?? '';
    slider.setAttribute('aria-valuetext', date.value);
  };
  slider.setAttribute('aria-valuetext', date.value || (days[last] ?? ''));
  slider.addEventListener('input', name);
  // Keys move it day by day; only leaving it, Enter or letting go of it opens the page.
  slider.addEventListener('pointerup', () => bar.requestSubmit());
  slider.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') bar.requestSubmit();
  });
  bar.querySelector('.slider')?.append(slider);
}

export {};
