// Times as the viewer's clock has them, with their offset; ages that count. The server writes each as <time datetime>.
(() => {
  const language = document.documentElement.lang;
  const today = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false });
  const other = new Intl.DateTimeFormat(language, { month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hour12: false });
  const whole = new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "long" });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "always", style: "short" });

  // What nobody can see need not count: a table of thousands would keep the processor busy. Of tables whole bodies are
  // watched, as to watch thousands would keep it busy too.
  const counting = new Set();
  const ages = (part) => part.matches("time") ? [part] : part.querySelectorAll("time.age");
  const count = (part) => ages(part).forEach((element) => age(element, new Date(element.dateTime)));
  const seen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) {
        counting.add(target);
        count(target);
      } else {
        counting.delete(target);
      }
    }
  });

  const show = (element) => {
    const at = new Date(element.dateTime);
    if (Number.isNaN(at.getTime())) return;
    element.title = whole.format(at);
    if (element.classList.contains("age")) {
      age(element, at);
      seen.observe(element.closest("tbody") ?? element);
    } else {
      element.textContent = (at.toDateString() === new Date().toDateString() ? today : other).format(at);
    }
  };

  const age = (element, at) => {
    const seconds = Math.max(0, Math.round((Date.now() - at.getTime()) / 1000));
    const text = seconds < 60 ? relative.format(-seconds, "second")
      : seconds < 3600 ? relative.format(-Math.floor(seconds / 60), "minute")
      : seconds < 86400 ? relative.format(-Math.floor(seconds / 3600), "hour")
      : relative.format(-Math.floor(seconds / 86400), "day");
    if (element.textContent !== text) element.textContent = text;
  };

  const all = (root) => root.querySelectorAll("time").forEach(show);

  // What is wider than the window can be scrolled by keyboard, too.
  const reach = () => document.querySelectorAll(".scroll").forEach((region) =>
    region.scrollWidth > region.clientWidth ? region.tabIndex = 0 : region.removeAttribute("tabindex"));

  // Lists ask for themselves every ten seconds while somebody looks. Not by htmx, which tells each of thousands of nodes
  // that it goes.
  const refresh = async (list) => {
    const answer = await fetch(location.href, { headers: { "X-Requested-With": "JavaScript" } });
    const page = answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
    const fresh = page?.getElementById(list.id);
    if (!fresh) return;
    const focused = list.contains(document.activeElement) ? document.activeElement.id : "";
    list.replaceWith(fresh);
    all(fresh);
    reach();
    if (focused) document.getElementById(focused)?.focus();
  };
  setInterval(() => {
    if (!document.hidden) document.querySelectorAll("[data-refresh]").forEach((list) => refresh(list).catch(() => {}));
  }, 10000);
  window.feverline = { times: all, refresh };

  document.addEventListener("DOMContentLoaded", () => { all(document); reach(); });
  document.addEventListener("htmx:load", (event) => { all(event.target); reach(); });
  window.addEventListener("resize", reach);
  setInterval(() => {
    if (!document.hidden) counting.forEach(count);
  }, 1000);

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("[data-print]").forEach((button) => {
      button.hidden = false;
      button.addEventListener("click", () => window.print());
    });
  });
})();
