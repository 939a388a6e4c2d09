// Left and right: the mail before and after. Frames are as high as their mail.
addEventListener('keydown', event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.tagName === 'SELECT') return;
  const rel = { ArrowLeft: 'prev', k: 'prev', ArrowRight: 'next', j: 'next', Escape: 'up' }[event.key];
  const link = rel && document.querySelector(`a[rel=${rel}]`);
  if (link) location = link.href;
});
const fit = frame => {
  const page = frame.contentDocument.documentElement;
  frame.style.height = page.scrollHeight + 2 + 'px';
  const button = page.querySelector('.btn')?.getBoundingClientRect().bottom;
  const wide = page.scrollWidth > page.clientWidth ? `, too wide: ${page.scrollWidth} px` : '';
  frame.previousElementSibling.textContent = `${frame.title}: button ends at ${Math.round(button)} px${wide}`;
};
for (const frame of document.querySelectorAll('.frames iframe')) {
  frame.addEventListener('load', () => fit(frame));
  if (frame.contentDocument?.readyState === 'complete') fit(frame);
}
for (const select of document.querySelectorAll('select')) select.addEventListener('change', () => select.form.submit());
