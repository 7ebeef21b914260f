// Thumbnails bring their picture into view without moving the page.
export function startGallery(gallery) {
  const slides = gallery.querySelector(".slides");
  const thumbs = [...gallery.querySelectorAll(".thumbs a")];
  if (!slides || !thumbs.length) return;
  const mark = (index) =>
    thumbs.forEach((thumb, i) => (i === index ? thumb.setAttribute("aria-current", "true") : thumb.removeAttribute("aria-current")));
  thumbs.forEach((thumb, index) =>
    thumb.addEventListener("click", (event) => {
      event.preventDefault();
      const slide = slides.children[index];
      slides.scrollTo({ left: slide.offsetLeft - slides.children[0].offsetLeft, behavior: "smooth" });
      mark(index);
    }),
  );
  const seen = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) if (entry.isIntersecting) mark([...slides.children].indexOf(entry.target));
    },
    { root: slides, threshold: 0.6 },
  );
  for (const slide of slides.children) seen.observe(slide);
}
