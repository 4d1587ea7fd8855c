// The board's life: rows as the stream sends them, once each and none missed, whatever happens to the connection.
(() => {
  const board = document.getElementById("board");
  if (!board) return;
  const live = document.getElementById("live");
  const empty = document.getElementById("empty");
  const SILENCE = 40000; // more than two heartbeats
  const RETRY = 1000;
  const PATIENCE = 10000;
  const COUNT_EVERY = 300000; // also when nothing happens: who asks for nothing has no session in the morning
  let after = board.dataset.after;
  let source = null;
  let heard = Date.now();
  let tried = 0;
  let retry = 0;

  // ---- the stream
  const open = () => {
    tried = Date.now();
    source = new EventSource(board.dataset.stream + after);
    source.addEventListener("open", alive);
    source.addEventListener("beat", heed);
    source.addEventListener("other", heed);
    source.addEventListener("alert", (event) => {
      heed(event);
      take(event.data);
    });
    // What was told last is not in the database any more: a backup was restored.
    source.addEventListener("reset", () => location.reload());
    source.addEventListener("error", reconnect);
  };
  const heed = (event) => {
    alive();
    after = event.lastEventId;
  };
  const reconnect = () => {
    source.close();
    live.hidden = true;
    window.feverline.markStale(heard);
    retry ||= setTimeout(reopen, RETRY);
  };
  // A server that wants a sign-in sends the page to it, which comes back; one that is not there is waited for.
  const reopen = async () => {
    try {
      const answer = await fetch("/duty/counts", {
        method: "HEAD", redirect: "manual", headers: { "X-Requested-With": "JavaScript" },
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (answer.type === "opaqueredirect" || answer.status === 499 || answer.status === 401) {
        location.reload();
        return;
      }
      retry = 0;
      open();
    } catch {
      retry = setTimeout(reopen, RETRY);
    }
  };
  const alive = () => {
    heard = Date.now();
    if (live.hidden) recount();
    live.hidden = false;
    window.feverline.markCurrent();
  };
  setInterval(() => {
    if (!retry && Date.now() - Math.max(heard, tried) > SILENCE) reconnect();
  }, 5000);

  // ---- the rows, in bodies of about a hundred, of which the browser lays out those that are seen
  const FULL_BODY = 100;
  const MOST_ROWS = 150;
  const HIDDEN_BODIES = 3;
  const SOON = 5000;
  const parse = document.createElement("template");
  const bodies = () => [...board.tBodies].filter((body) => !body.classList.contains("more"));
  const take = (html) => {
    parse.innerHTML = html;
    const row = parse.content.firstElementChild;
    const old = document.getElementById(row.id);
    meanwhile?.push(html);
    if ("over" in row.dataset) {
      if (old) remove(old);
    } else if (old) {
      const focused = old === document.activeElement || old.contains(document.activeElement);
      old.replaceWith(row);
      if (focused) row.focus();
      enliven(row);
      if (Number(row.dataset.urgency) > Number(old.dataset.urgency)) announce(row);
    } else {
      insert(row);
    }
    empty.hidden = bodies().some((body) => body.rows.length > 0);
    if (document.hidden) forget();
    recount();
  };
  const remove = (row) => {
    const body = row.parentElement;
    row.remove();
    if (body.rows.length === 0 && bodies().length > 1) body.remove();
  };
  const insert = (row) => {
    const order = Number(row.dataset.order);
    const all = bodies();
    const last = all[all.length - 1];
    const body = all.find((each) => Number(each.lastElementChild?.dataset.order) <= order) ?? last;
    let next = body.firstElementChild;
    while (next && Number(next.dataset.order) > order) next = next.nextElementSibling;
    // Older than what is loaded: it comes with the rest of the list.
    if (!next && body.rows.length > 0 && body === last && board.querySelector("tbody.more")) return;
    if (body === all[0] && next === body.firstElementChild && body.rows.length >= FULL_BODY) {
      // The newest of all begins another body: to part a full one lays out a hundred rows anew.
      const newest = document.createElement("tbody");
      newest.append(row);
      body.before(newest);
    } else {
      body.insertBefore(row, next);
      if (body.rows.length > MOST_ROWS) part(body);
    }
    mark(row);
    enliven(row);
    if ("open" in row.dataset) announce(row);
  };
  const part = (body) => {
    const newer = document.createElement("tbody");
    newer.append(...[...body.rows].slice(0, MOST_ROWS / 2));
    body.before(newer);
    window.feverline.times(newer);
  };
  // What is new is marked for some seconds, if somebody looks. Marks go together, when ages change anyway.
  const NEW = 3000;
  const marked = [];
  const mark = (row) => {
    if (document.hidden) return;
    row.classList.add("fresh");
    marked.push({ row, until: Date.now() + NEW });
  };
  setInterval(() => {
    while (marked[0]?.until < Date.now()) marked.shift().row.classList.remove("fresh");
  }, 1000);
  const enliven = (row) => {
    window.htmx.process(row);
    window.feverline.times(row);
  };
  // What is told while more of the list is on its way may be newer than what is on its way: it is told again then.
  let meanwhile = null;
  document.addEventListener("htmx:beforeRequest", ({ target }) => {
    if (target.matches("#board > .more")) meanwhile = [];
  });
  document.addEventListener("htmx:load", ({ target }) => {
    if (!meanwhile || !target.matches("#board > tbody")) return;
    [...target.rows].filter((row) => row.id && document.getElementById(row.id) !== row).forEach((row) => row.remove());
    const told = meanwhile;
    meanwhile = null;
    told.forEach(take);
  });
  document.addEventListener("htmx:afterRequest", ({ target, detail }) => {
    if (detail.successful || !target.matches("#board > .more")) return;
    meanwhile = null;
    setTimeout(() => {
      const again = target.cloneNode(true);
      target.replaceWith(again);
      window.htmx.process(again);
    }, SOON);
  });
  // What comes while nobody looks costs no memory: the oldest rows go, and come again when somebody scrolls to them.
  const forget = () => {
    const kept = bodies().slice(0, HIDDEN_BODIES);
    if (bodies().length === kept.length) return;
    meanwhile = null;
    const last = kept[kept.length - 1];
    while (last.nextElementSibling) last.nextElementSibling.remove();
    const more = board.createTBody();
    more.className = "more";
    more.setAttribute("hx-get", "/duty/alerts?cursor=" + last.lastElementChild.dataset.cursor);
    more.setAttribute("hx-trigger", "intersect once");
    more.setAttribute("hx-swap", "outerHTML");
    more.insertRow().insertCell().setAttribute("aria-busy", "true");
    window.htmx.process(more);
  };

  // ---- how many there are: of all, so the server says, a second after something happened at the latest
  const title = document.title;
  let counting = null;
  const recount = () => {
    counting ??= setTimeout(() => {
      counting = null;
      window.htmx.trigger("#counts", "told");
    }, 1000);
  };
  const entitle = () => {
    const waiting = Number(document.getElementById("counts").dataset.unacknowledged);
    document.title = waiting > 0 ? "(" + waiting + ") " + title : title;
  };
  document.addEventListener("htmx:load", entitle);
  entitle();
  setInterval(recount, COUNT_EVERY);

  // ---- for who does not see it come, or get worse; the last of many that come at once
  const told = document.getElementById("told");
  const announce = (row) => {
    told.textContent = [...row.cells].slice(0, 5).map((cell) => cell.textContent.trim()).join(" ");
    if (!("historic" in row.dataset)) beep(row.dataset.severity);
  };

  // ---- sound, for who wants it; two tones for what is critical
  const sound = document.getElementById("sound");
  let audio = null;
  sound.addEventListener("change", () => {
    audio = sound.checked ? audio ?? new AudioContext() : null;
    if (audio) beep("low");
  });
  const beep = (severity) => {
    if (!audio) return;
    const tones = severity === "critical" ? [880, 1175, 880] : severity === "high" ? [880, 880] : [660];
    tones.forEach((hertz, index) => {
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      const begin = audio.currentTime + index * 0.22;
      tone.frequency.value = hertz;
      volume.gain.setValueAtTime(0.2, begin);
      volume.gain.exponentialRampToValueAtTime(0.001, begin + 0.2);
      tone.connect(volume).connect(audio.destination);
      tone.start(begin);
      tone.stop(begin + 0.2);
    });
  };

  // ---- the keyboard, for who has not switched it off: letters may be somebody's commands to other software
  const keyboard = document.getElementById("keyboard");
  const KEYBOARD_OFF = "feverline.keyboard-off";
  keyboard.checked = !(KEYBOARD_OFF in localStorage);
  keyboard.addEventListener("change", () => {
    if (keyboard.checked) localStorage.removeItem(KEYBOARD_OFF);
    else localStorage.setItem(KEYBOARD_OFF, "");
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    const row = document.activeElement?.closest("#board tbody tr[id]");
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (key.length === 1 && !keyboard.checked) return;
    const body = row?.parentElement;
    const next = () => row.nextElementSibling ?? body.nextElementSibling?.firstElementChild;
    const previous = () => row.previousElementSibling ?? body.previousElementSibling?.lastElementChild;
    const first = board.querySelector("tbody tr[id]");
    if (key === "j") move(row ? next() : first);
    else if (key === "k") move(row ? previous() : first);
    else if (row && key === "ArrowDown") move(next());
    else if (row && key === "ArrowUp") move(previous());
    else if (row && key === "a" && !event.repeat) row.querySelector("button.act")?.click();
    else if (row === document.activeElement && key === "Enter") row?.querySelector("a").click();
    else return;
    event.preventDefault();
  });
  const move = (to) => {
    if (!to?.id) return;
    to.focus();
    to.scrollIntoView({ block: "nearest" });
  };

  open();
})();
