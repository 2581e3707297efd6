/** The only script of this page: it tells the phone who a number belongs to. Everything else is markup and CSS. */
const people = new Map(
  [...document.querySelectorAll('.people li')].map((item) => [
    item.querySelector('.muted').textContent,
    item.querySelector('b').textContent,
  ]),
);

document.querySelector('sobot-agent').partyResolver = async (number) => ({ name: people.get(number) });
