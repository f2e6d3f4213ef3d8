// @ts-check

for (const element of all("[data-script]", HTMLElement)) {
  element.removeAttribute("hidden");
}
for (const figures of all(".figures", HTMLElement)) {
  // The chips have them.
  figures.hidden = true;
}
theme();
languageTabs();
copyButtons();
resourceMap();
filtering();
