// A page at an old address: goes on to the same place of the page it leads to. A refresh
// by <meta> would forget the place.

const { href } = document.querySelector('link[rel="canonical"]');
location.replace(href + location.hash);
