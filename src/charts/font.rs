//! The embedded font: Noto Sans, reduced to Latin (licence in `fonts/OFL.txt`).

use std::sync::{Arc, OnceLock};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use plotters::style::{FontDesc, FontFamily, FontStyle, register_font};
use resvg::usvg::fontdb::Database;

/// Family that every chart asks for first.
pub const FAMILY: &str = "Noto Sans";
/// The `font-family` written into charts.
pub const FAMILY_LIST: &str = "Noto Sans, sans-serif";
/// Licence of the embedded font, to be handed on with it.
pub const LICENCE: &str = include_str!("fonts/OFL.txt");

const REGULAR: &[u8] = include_bytes!("fonts/NotoSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("fonts/NotoSans-Bold.ttf");

/// The two weights that are embedded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    Regular,
    Bold,
}

impl Weight {
    pub(super) fn style(self) -> FontStyle {
        match self {
            Weight::Regular => FontStyle::Normal,
            Weight::Bold => FontStyle::Bold,
        }
    }
}

/// The font for plotters, which scales it to `size`.
pub(super) fn plotters_font(size: f64, weight: Weight) -> FontDesc<'static> {
    static REGISTERED: OnceLock<()> = OnceLock::new();
    REGISTERED.get_or_init(|| {
        // A font that could not be read leaves widths to their estimate (see `text_width`).
        let _ = register_font(FAMILY, FontStyle::Normal, REGULAR);
        let _ = register_font(FAMILY, FontStyle::Bold, BOLD);
    });
    FontDesc::new(FontFamily::Name(FAMILY), size, weight.style())
}

/// The font for resvg.
pub(super) fn database() -> Arc<Database> {
    static DATABASE: OnceLock<Arc<Database>> = OnceLock::new();
    DATABASE
        .get_or_init(|| {
            let mut database = Database::new();
            database.load_font_data(REGULAR.to_vec());
            database.load_font_data(BOLD.to_vec());
            database.set_sans_serif_family(FAMILY);
            Arc::new(database)
        })
        .clone()
}

/// `@font-face` rules with the font inside, for a page or an SVG that travels alone.
pub fn css() -> String {
    let face = |weight: u32, bytes: &[u8]| {
        format!(
            "@font-face{{font-family:\"{FAMILY}\";font-weight:{weight};\
             src:url(data:font/ttf;base64,{}) format(\"truetype\")}}\n",
            BASE64.encode(bytes)
        )
    };
    face(400, REGULAR) + &face(700, BOLD)
}
