// Who signs out, on whichever page, is asked first if entries of theirs have not been sent; then those are deleted. What
// others wrote on this phone stays until they sign in again.
(() => {
  const { worker, leaving } = document.currentScript.dataset;
  const unsent = () => Object.keys(localStorage).filter((key) =>
    key.startsWith("feverline.entry.") && JSON.parse(localStorage.getItem(key)).worker === worker);

  for (const link of document.querySelectorAll('a[href$="/sign-out"]')) {
    link.addEventListener("click", (event) => {
      const keys = unsent();
      if (keys.length > 0 && !confirm(leaving)) {
        event.preventDefault();
      } else {
        keys.forEach((key) => localStorage.removeItem(key));
      }
    });
  }
})();
