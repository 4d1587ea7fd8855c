// Draws the table of each <figure data-chart>: a row is a point in time, a column with data-series a line or bars. Whoever
// has no script, or cannot see it, has the table.
(() => {
  const language = document.documentElement.lang;
  const hour = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const colour = (look) => getComputedStyle(document.documentElement).getPropertyValue("--" + look).trim();
  const symbols = ["circle", "triangle", "diamond"];
  const resized = new ResizeObserver((entries) => {
    for (const entry of entries) window.echarts.getInstanceByDom(entry.target)?.resize();
  });

  const draw = (figure) => {
    if (figure.querySelector(".chart")) return;
    const table = figure.querySelector("table");
    const heads = [...table.tHead.rows[0].cells];
    const rows = [...table.tBodies[0].rows];
    const canvas = document.createElement("div");
    canvas.className = "chart";
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", figure.querySelector("figcaption").textContent.trim());
    figure.querySelector("figcaption").after(canvas);
    const series = heads.flatMap((head, column) => head.dataset.series ? [{
      type: head.dataset.series,
      name: head.textContent,
      color: colour(head.dataset.look),
      data: rows.map((row) => {
        const value = Number.parseFloat(row.cells[column].textContent);
        return Number.isNaN(value) ? null : value;
      }),
    }] : []);
    series.forEach((each, index) => Object.assign(each, { symbol: symbols[index % 3], symbolSize: 8 }));
    const chart = window.echarts.init(canvas);
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      grid: { left: 8, right: 8, top: 40, bottom: 8, containLabel: true },
      legend: { show: series.length > 1, top: 0 },
      // As HTML it would need styles inline, which the page's policy forbids.
      tooltip: { trigger: "axis", renderMode: "richText" },
      xAxis: { type: "category", data: rows.map((row) => hour.format(new Date(row.querySelector("time").dateTime))) },
      yAxis: { type: "value", minInterval: series[0].type === "bar" ? 1 : 0 },
      series,
    });
    resized.observe(canvas);
  };

  const all = (root) => root.querySelectorAll("figure[data-chart]").forEach(draw);
  // Of the whole page once, and of whatever htmx puts in its place.
  document.addEventListener("htmx:load", (event) => all(event.target));
  document.addEventListener("htmx:beforeCleanupElement", (event) => {
    if (!event.target.classList?.contains("chart")) return;
    resized.unobserve(event.target);
    window.echarts.getInstanceByDom(event.target)?.dispose();
  });
})();
