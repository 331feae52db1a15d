"use strict";
const boxes = [...document.querySelectorAll("select[data-by]")];
const articles = [...document.querySelectorAll("main article")];
const count = document.querySelector("form output");
function filter() {
  const asked = boxes.filter(box => box.value).map(box => [box.dataset.by, box.value]);
  let shown = 0;
  for (const article of articles) {
    article.hidden = !asked.every(([by, value]) => article.dataset[by].split("\t").includes(value));
    shown += !article.hidden;
  }
  count.textContent = shown + " of " + articles.length;
}
for (const box of boxes) box.addEventListener("change", filter);
filter();
