// Entries that could not be sent stay on this phone until they are. Each is kept under the id that its form came with, so
// one that is sent twice is one entry. Nothing in them tells whom they are about; who wrote them is kept, so that nobody
// else who signs in here sends or sees them.
(() => {
  const bar = document.getElementById("unsent");
  if (!bar) return;
  const PREFIX = "feverline.entry.";
  const SOON = 5000;
  const LATEST = 300000;
  const PATIENCE = 20000;
  const COUNTY = 8 * 3600000; // Asia/Shanghai is always that far ahead of UTC
  const ON_THE_WAY = 10000;
  const words = bar.dataset;
  // A phone's clock may be wrong, the server's is not; what a page takes to come is no error.
  const error = Date.now() - Date.parse(words.now);
  const now = () => Date.now() - (Math.abs(error) > ON_THE_WAY ? error : 0);
  const count = bar.querySelector(".count");
  const part = (name) => bar.querySelector(name);
  let wait = SOON;
  let timer = 0;
  let run = null;

  const keep = (entry) => localStorage.setItem(PREFIX + entry.id, JSON.stringify(entry));
  const drop = (entry) => localStorage.removeItem(PREFIX + entry.id);
  const kept = () => Object.keys(localStorage)
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => JSON.parse(localStorage.getItem(key)))
    .filter((entry) => entry.worker === words.worker)
    .sort((a, b) => a.at - b.at);
  // Not so when it was written anew while it was on its way, or deleted.
  const stands = ({ id, at, body }) => kept().some((each) => each.id === id && each.at === at && each.body === body);

  // What its writer wrote anew meanwhile is of what was just taken, which was theirs.
  const goOn = ({ id }, seen) => {
    const anew = kept().find((each) => each.id === id);
    if (!anew) return;
    const fields = new URLSearchParams(anew.body);
    fields.set("seen", seen);
    keep({ ...anew, body: fields.toString() });
  };

  // ---- sending: "sent", "refused" for a reason that waiting does not change, "signed-out", or "offline"
  const send = async (entry) => {
    try {
      const answer = await fetch(entry.action, {
        method: "POST", redirect: "manual", headers: { "HX-Request": "true" },
        body: new URLSearchParams(entry.body), signal: AbortSignal.timeout(PATIENCE),
      });
      if (answer.ok) {
        if (stands(entry)) drop(entry);
        else goOn(entry, answer.headers.get("ETag"));
        return "sent";
      }
      if (answer.type === "opaqueredirect" || answer.status === 401) return "signed-out";
      if (answer.status >= 500 || answer.status === 408 || answer.status === 429) return "offline";
      const problem = (await answer.text()) || "HTTP " + answer.status;
      if (stands(entry)) keep({ ...entry, problem });
      return "refused";
    } catch {
      return "offline";
    }
  };

  // One after the other until none is left, also of those that are written meanwhile: their writing waits for the same run.
  const sendAll = () => run ??= sendEach().finally(() => { run = null; });

  const sendEach = async () => {
    clearTimeout(timer);
    let outcome = "sent";
    let any = false;
    let entry;
    while ((entry = kept().find((each) => !each.problem))) {
      outcome = await send(entry);
      any ||= outcome === "sent";
      if (outcome === "offline" || outcome === "signed-out") break;
    }
    show(outcome, any);
    if (outcome === "offline") {
      timer = setTimeout(sendAll, wait);
      wait = Math.min(wait * 2, LATEST);
    } else {
      wait = SOON;
    }
  };

  // ---- what is shown
  const show = (outcome, any) => {
    const entries = kept();
    bar.hidden = entries.length === 0 && !any;
    bar.classList.toggle("done", entries.length === 0);
    count.textContent = entries.length === 0 ? words.allSent : words.count.replace("#", entries.length);
    part(".offline").hidden = outcome !== "offline";
    part(".signed-out").hidden = outcome !== "signed-out";
    const refused = entries.filter((each) => each.problem);
    part(".refused").hidden = refused.length === 0;
    part(".refused ul").replaceChildren(...refused.map(line));
  };

  const line = (entry) => {
    const item = part("template").content.cloneNode(true);
    item.querySelector(".what").textContent = entry.text;
    item.querySelector(".problem").textContent = entry.problem;
    item.querySelector("a").href = entry.action.replace(/\/entries$/, "#" + entry.id);
    item.querySelector(".again").addEventListener("click", () => {
      keep({ ...entry, problem: undefined });
      sendAll();
    });
    item.querySelector(".discard").addEventListener("click", () => {
      if (confirm(words.discard)) {
        drop(entry);
        show("sent", false);
      }
    });
    return item;
  };

  // ---- writing
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.matches("form.entry")) return;
    const fields = new URLSearchParams(new FormData(form));
    if (!fields.get("takenAt")) {
      fields.set("takenAt", new Date(now() + COUNTY).toISOString().slice(0, 19));
    }
    const entry = {
      id: fields.get("entry"), worker: words.worker, action: new URL(form.action).pathname, body: fields.toString(),
      text: told(form, fields), at: Date.now(),
    };
    try {
      keep(entry);
    } catch {
      return; // no room: the browser sends the form, as it does without this script
    }
    event.preventDefault();
    const correction = fields.has("seen");
    form.reset();
    if (!correction) form.elements.entry.value = crypto.randomUUID();
    const said = form.querySelector("output");
    said.textContent = words.sending;
    await sendAll();
    const left = kept().find((each) => each.id === entry.id);
    said.textContent = left ? (left.problem ?? words.kept) : words.sent;
    // The page of one follow-up shows its entries.
    if (!left && document.querySelector("[data-shows-entries]")) location.replace(location.pathname);
  });

  const told = (form, fields) => [
    fields.get("takenAt").slice(5, 16).replace("T", " "),
    fields.get("temperature") + " ℃",
    ...[...form.querySelectorAll("[name=symptom]:checked")].map((box) => box.closest("label").textContent.trim()),
    fields.get("note"),
  ].filter(Boolean).join(" · ");

  // ---- putting right: the link of one that was refused leads to its follow-up, where it is in the form again
  const putBack = () => {
    const entry = kept().find((each) => location.hash === "#" + each.id);
    if (!entry) return;
    const forms = [...document.querySelectorAll("form.entry")]
      .filter((form) => new URL(form.action).pathname === entry.action);
    const form = forms.find((each) => each.elements.entry.value === entry.id) ?? forms[0];
    if (!form) return;
    const fields = new URLSearchParams(entry.body);
    for (const name of ["entry", "temperature", "note", "takenAt"]) form.elements[name].value = fields.get(name) ?? "";
    for (const box of form.querySelectorAll("[name=symptom]")) box.checked = fields.getAll("symptom").includes(box.value);
    const folded = form.closest("details");
    if (folded) folded.open = true;
    form.elements.temperature.focus();
    history.replaceState(null, "", location.pathname); // so that the link leads here once more
  };

  addEventListener("online", () => {
    wait = SOON;
    sendAll();
  });
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) sendAll();
  });
  addEventListener("hashchange", putBack);
  putBack();
  sendAll();
})();
