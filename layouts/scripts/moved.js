// A page at an old address: goes on to the same place of the page it leads to. A refresh
// by <meta> would forget the place.

const { to } = document.currentScript.dataset;
location.replace(to + location.hash);
