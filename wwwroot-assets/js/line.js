// Opens the line to the server while the page is still being read; boot.js hands it to Blazor. Saves Blazor asking for an
// address and opening it only then: two round trips, or more where the line is encrypted.
window.studioLine = new WebSocket(new URL('_blazor', document.baseURI).href.replace(/^http/, 'ws'));
