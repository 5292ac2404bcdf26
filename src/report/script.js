// A number leads to its sentences: open the block it points to, and those around it.
function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let box = target; box; box = box.parentElement) if (box.tagName === "DETAILS") box.open = true;
  if (target) target.scrollIntoView({ block: "start" });
}
addEventListener("hashchange", openTarget);
// The same number may be clicked twice.
document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (link && link.getAttribute("href") === location.hash) openTarget();
});
if (location.hash) openTarget();
