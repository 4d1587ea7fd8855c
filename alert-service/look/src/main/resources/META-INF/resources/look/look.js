// Times as the viewer's clock has them, with their offset; ages that count. The server writes each as <time datetime>.
// Pages that ask for themselves say when what they show is not the newest, and why something was not done.
(() => {
  const language = document.documentElement.lang;
  const today = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
  const other = new Intl.DateTimeFormat(language, { month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const paper = new Intl.DateTimeFormat(language, { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
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

  let day = new Date().toDateString();
  const show = (element) => {
    const at = new Date(element.dateTime);
    if (Number.isNaN(at.getTime())) return;
    element.title = whole.format(at);
    if (element.classList.contains("age")) {
      age(element, at);
      seen.observe(element.closest("tbody") ?? element);
    } else {
      // On paper today is soon another day.
      const form = element.classList.contains("paper") ? paper : at.toDateString() === day ? today : other;
      element.textContent = form.format(at);
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

  // ---- what is not as it should be
  const part = (id) => document.getElementById(id);
  let current = Date.now();
  const markCurrent = () => {
    current = Date.now();
    part("stale").hidden = true;
  };
  const markStale = (since = current) => {
    const stale = part("stale");
    if (!stale.hidden) return;
    stale.querySelector("time").dateTime = new Date(since).toISOString();
    stale.hidden = false;
    all(stale);
  };
  const isSignedOut = (status) => status === 401 || status === 499;
  const askToSignIn = (needed) => {
    part("signed-out").hidden = !needed;
  };
  let hiding = 0;
  const sayFailed = (why) => {
    const failed = part("failed");
    failed.querySelector("span").textContent = why || failed.dataset.unsent;
    failed.hidden = false;
    clearTimeout(hiding);
    hiding = setTimeout(() => { failed.hidden = true; }, 8000);
  };
  document.addEventListener("htmx:afterRequest", ({ detail }) => {
    const { elt, verb } = detail.requestConfig;
    const { status, responseText } = detail.xhr;
    if (isSignedOut(status)) {
      askToSignIn(true);
    } else if (detail.successful) {
      askToSignIn(false);
      if (elt.matches('[hx-trigger^="every"]')) markCurrent();
    } else if (verb === "get") {
      markStale();
    } else {
      sayFailed(responseText);
    }
  });

  // Lists ask for themselves every ten seconds while somebody looks. Not by htmx, which tells each of thousands of nodes
  // that it goes.
  const PATIENCE = 9000;
  const refresh = async (list) => {
    const answer = await fetch(location.href, {
      headers: { "X-Requested-With": "JavaScript" }, signal: AbortSignal.timeout(PATIENCE),
    });
    askToSignIn(isSignedOut(answer.status));
    if (!answer.ok) throw new Error("HTTP " + answer.status);
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(list.id);
    const focused = list.contains(document.activeElement) ? document.activeElement.id : "";
    list.replaceWith(fresh);
    all(fresh);
    reach();
    if (focused) document.getElementById(focused)?.focus();
  };
  setInterval(() => {
    if (document.hidden) return;
    document.querySelectorAll("[data-refresh]").forEach((list) => refresh(list).then(markCurrent, () => markStale()));
  }, 10000);
  window.feverline = { times: all, refresh, markCurrent, markStale };

  document.addEventListener("DOMContentLoaded", () => { all(document); reach(); });
  document.addEventListener("htmx:load", (event) => { all(event.target); reach(); });
  window.addEventListener("resize", reach);
  setInterval(() => {
    if (document.hidden) return;
    counting.forEach(count);
    if (day === new Date().toDateString()) return;
    day = new Date().toDateString();
    all(document);
  }, 1000);

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("[data-print]").forEach((button) => {
      button.hidden = false;
      button.addEventListener("click", () => window.print());
    });
  });
})();
