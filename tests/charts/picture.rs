//! A chart taken apart, its texts measured by resvg as they will be seen.

use cadrage::charts::font;
use resvg::usvg::{self, Group, Node, Rect, roxmltree};

pub struct Picture {
    pub texts: Vec<String>,
    /// Texts as laid out: what is written and where.
    pub boxes: Vec<(String, Rect)>,
    /// `data-row`, `data-column` and words of every mark.
    pub marks: Vec<(usize, usize, String)>,
    pub title: String,
    pub description: String,
    pub size: (f32, f32),
}

impl Picture {
    pub fn of(svg: &str) -> Picture {
        let document = roxmltree::Document::parse(svg).expect("well-formed XML");
        let root = document.root_element();
        assert_eq!(root.attribute("role"), Some("img"));
        assert_eq!(root.attribute("width"), Some("100%"));
        let child = |name: &str| {
            let node = root.children().find(|n| n.has_tag_name(name)).expect(name);
            let id = node.attribute("id").expect("an id");
            let labelled = root.attribute("aria-labelledby").unwrap_or_default();
            assert!(labelled.split(' ').any(|part| part == id));
            node.text().unwrap_or_default().to_owned()
        };
        let own_text = |node: roxmltree::Node| {
            let pieces = node.children().filter(|n| n.is_text());
            pieces.filter_map(|n| n.text()).collect::<String>()
        };
        let number = |node: roxmltree::Node, name: &str| -> usize { node.attribute(name).and_then(|v| v.parse().ok()).expect(name) };
        let mut boxes = Vec::new();
        let tree = tree(svg);
        collect(tree.root(), &mut boxes);
        Picture {
            texts: root.descendants().filter(|n| n.has_tag_name("text")).map(own_text).collect(),
            boxes,
            marks: root
                .descendants()
                .filter(|n| n.attribute("class") == Some("mark"))
                .map(|n| {
                    let words = n.first_element_child().and_then(|t| t.text());
                    (number(n, "data-row"), number(n, "data-column"), words.unwrap_or_default().to_owned())
                })
                .collect(),
            title: child("title"),
            description: child("desc"),
            size: (tree.size().width(), tree.size().height()),
        }
    }

    pub fn has(&self, text: &str) -> bool {
        self.texts.iter().any(|t| t == text)
    }

    /// No text leaves the picture, and no two texts touch.
    pub fn assert_readable(&self) {
        for (i, (text, place)) in self.boxes.iter().enumerate() {
            assert!(
                place.left() >= 0.0 && place.top() >= 0.0 && place.right() <= self.size.0 && place.bottom() <= self.size.1,
                "{text:?} leaves the picture {:?}: {place:?}",
                self.size
            );
            for (other, taken) in &self.boxes[..i] {
                let apart = place.left() >= taken.right()
                    || taken.left() >= place.right()
                    || place.top() >= taken.bottom()
                    || taken.top() >= place.bottom();
                assert!(apart, "{text:?} {place:?} lies on {other:?} {taken:?}");
            }
        }
    }
}

fn tree(svg: &str) -> usvg::Tree {
    // The same font as the PNG, so that what is measured is what is seen.
    let mut options = usvg::Options::default();
    let database = options.fontdb_mut();
    for name in ["Regular", "Bold"] {
        let path = format!("{}/src/charts/fonts/NotoSans-{name}.ttf", env!("CARGO_MANIFEST_DIR"));
        database.load_font_data(std::fs::read(path).expect("the embedded font"));
    }
    options.font_family = font::FAMILY.to_owned();
    usvg::Tree::from_str(svg, &options).expect("a readable SVG")
}

fn collect(group: &Group, boxes: &mut Vec<(String, Rect)>) {
    for node in group.children() {
        match node {
            Node::Group(group) => collect(group, boxes),
            Node::Text(text) => {
                let written = text.chunks().iter().map(|c| c.text()).collect();
                // The ink itself, not the line box: descenders of one line may share the band of
                // the accents of the next.
                let ink = text.flattened().abs_bounding_box();
                boxes.push((written, ink));
            }
            _ => {}
        }
    }
}
