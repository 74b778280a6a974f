"use strict";
// Without this script all moments are shown, and the filters stay hidden.
const form = document.getElementById("filters");
const rows = [...document.querySelectorAll("li.moment")].map((item) => ({
  item,
  kind: item.dataset.kind,
  actors: item.dataset.actors.split(" "),
  words: [...item.querySelectorAll("p")].map((p) => p.textContent).join("\n").toLowerCase(),
}));
const periods = [...document.querySelectorAll("main section")].map((section) => ({
  section,
  link: document.querySelector(`nav a[href="#${section.id}"]`)?.parentElement,
}));

function apply() {
  const actor = form.elements.actor.value;
  const words = form.elements.words.value.trim().toLowerCase();
  const boxes = [...form.querySelectorAll("input[name=kind]")];
  const kinds = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  let shown = 0;
  for (const row of rows) {
    const wanted =
      kinds.has(row.kind) &&
      (actor === "" || row.actors.includes(actor)) &&
      row.words.includes(words);
    row.item.hidden = !wanted;
    shown += wanted;
  }
  for (const period of periods) {
    period.section.hidden = !period.section.querySelector("li.moment:not([hidden])");
    if (period.link) period.link.hidden = period.section.hidden;
  }
  document.getElementById("shown").textContent = `${shown} of ${rows.length} moments shown`;
}

form.addEventListener("input", apply);
form.addEventListener("submit", (event) => event.preventDefault());
// The fields have their values of before until the event is over.
form.addEventListener("reset", () => setTimeout(apply));
// Whoever comes back to the page finds the fields as they were left.
addEventListener("pageshow", apply);
form.hidden = false;
apply();
