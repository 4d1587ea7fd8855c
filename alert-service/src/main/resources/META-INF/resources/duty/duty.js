// The board's life: rows as the stream sends them, once each and none missed, whatever happens to the connection.
(() => {
  const board = document.getElementById("board");
  if (!board) return;
  const stale = document.getElementById("stale");
  const live = document.getElementById("live");
  const empty = document.getElementById("empty");
  const failed = document.getElementById("failed");
  const SILENCE = 40000; // more than two heartbeats
  const RETRY = 1000;
  let after = board.dataset.after;
  let source = null;
  let heard = Date.now();

  // ---- the stream
  const open = () => {
    if (source) source.close();
    source = new EventSource(board.dataset.stream + after);
    source.addEventListener("open", alive);
    source.addEventListener("beat", alive);
    source.addEventListener("alert", (event) => {
      alive();
      after = event.lastEventId;
      take(event.data);
    });
    source.addEventListener("other", (event) => {
      alive();
      after = event.lastEventId;
    });
    source.addEventListener("error", () => {
      lost();
      source.close();
      setTimeout(reopen, RETRY);
    });
  };
  // A server that wants a sign-in sends the page to it, which comes back; one that is not there is waited for.
  const reopen = async () => {
    try {
      const answer = await fetch("/duty", {
        method: "HEAD", redirect: "manual", headers: { "X-Requested-With": "JavaScript" },
      });
      if (answer.type === "opaqueredirect" || answer.status === 499 || answer.status === 401) {
        location.reload();
        return;
      }
      open();
    } catch {
      setTimeout(reopen, RETRY);
    }
  };
  const alive = () => {
    heard = Date.now();
    if (!stale.hidden) recount();
    stale.hidden = true;
    live.hidden = false;
  };
  const lost = () => {
    if (!stale.hidden) return;
    const time = stale.querySelector("time");
    time.dateTime = new Date(heard).toISOString();
    stale.hidden = false;
    live.hidden = true;
    window.feverline.times(stale);
  };
  setInterval(() => {
    if (Date.now() - heard > SILENCE) {
      heard = Date.now() - SILENCE;
      lost();
      source.close();
      reopen();
    }
  }, 5000);

  // ---- the rows, in bodies of about a hundred, of which the browser lays out those that are seen
  const FULL_BODY = 100;
  const MOST_ROWS = 150;
  const HIDDEN_BODIES = 3;
  const parse = document.createElement("template");
  const bodies = () => [...board.tBodies].filter((body) => !body.classList.contains("more"));
  const take = (html) => {
    parse.innerHTML = html;
    const row = parse.content.firstElementChild;
    const old = document.getElementById(row.id);
    if ("over" in row.dataset) {
      if (old) remove(old);
    } else if (old) {
      const focused = old === document.activeElement || old.contains(document.activeElement);
      old.replaceWith(row);
      if (focused) row.focus();
      enliven(row);
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
    row.classList.add("fresh");
    enliven(row);
    if ("open" in row.dataset) {
      tell(row);
      beep(row.dataset.severity);
    }
  };
  const part = (body) => {
    const newer = document.createElement("tbody");
    newer.append(...[...body.rows].slice(0, MOST_ROWS / 2));
    body.before(newer);
    window.feverline.times(newer);
  };
  const enliven = (row) => {
    window.htmx.process(row);
    window.feverline.times(row);
  };
  // What comes while nobody looks costs no memory: the oldest rows go, and come again when somebody scrolls to them.
  const forget = () => {
    const kept = bodies().slice(0, HIDDEN_BODIES);
    if (bodies().length === kept.length) return;
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

  // ---- for who does not see it come; the last of many that come at once
  const told = document.getElementById("told");
  const tell = (row) => {
    told.textContent = [...row.cells].slice(0, 3).map((cell) => cell.textContent.trim()).join(" ");
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

  // ---- the keyboard
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    const row = document.activeElement?.closest("#board tbody tr");
    const move = (to) => {
      if (to && to.id) {
        to.focus();
        to.scrollIntoView({ block: "nearest" });
      }
    };
    const first = board.querySelector("tbody tr");
    const body = row?.parentElement;
    if (event.key === "j" || event.key === "ArrowDown") {
      move(row ? row.nextElementSibling ?? body.nextElementSibling?.firstElementChild : first);
    } else if (event.key === "k" || event.key === "ArrowUp") {
      move(row ? row.previousElementSibling ?? body.previousElementSibling?.lastElementChild : first);
    }
    else if (event.key === "a" && row) row.querySelector("button.act")?.click();
    else if (event.key === "Enter" && row === document.activeElement) row.querySelector("a")?.click();
    else return;
    event.preventDefault();
  });

  // ---- what did not work
  document.addEventListener("htmx:responseError", (event) => {
    failed.querySelector("span").textContent = event.detail.xhr.responseText;
    failed.hidden = false;
    setTimeout(() => { failed.hidden = true; }, 8000);
  });

  open();
})();
