/** What every demo page has: the choice of colours and of language, and a word when the kit itself is missing. */
const trouble = document.querySelector('#trouble');

export function tell(text) {
  trouble.textContent = text;
  trouble.hidden = !text;
}

// A script that doesn't load tells nobody but itself, so it is listened for on the way down.
addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLScriptElement)
      tell(`${target.src} did not load. "npm start" builds it and serves this page.`);
  },
  true,
);

document.querySelector('#scheme')?.addEventListener('change', ({ target }) => {
  document.documentElement.dataset.scheme = target.value;
});

document.querySelector('#language')?.addEventListener('change', ({ target }) => {
  document.querySelector('sobot-agent').lang = target.value;
});
