//! Numbers as a reader of the language writes them: `12 345`, `3,2`, `75 %`.

use crate::lang::Lang;

const NBSP: char = '\u{a0}';
const NARROW_NBSP: char = '\u{202f}';

/// Counts from here on are written as `1,8e19`: no label has room for twenty digits.
const TOO_LONG: u64 = 1_000_000_000_000;

/// A count with its thousands set apart.
pub fn count(n: u64, lang: Lang) -> String {
    if n >= TOO_LONG {
        let exponent = n.ilog10();
        let mantissa = n as f64 / 10f64.powi(exponent as i32);
        return format!("{}e{exponent}", decimal(mantissa, 1, lang));
    }
    grouped(&n.to_string(), lang)
}

/// A number with a fixed number of decimals; `–` where there is none.
pub fn decimal(x: f64, places: usize, lang: Lang) -> String {
    if !x.is_finite() {
        return "–".to_owned();
    }
    if x.abs() >= TOO_LONG as f64 {
        return format!("{x:.1e}").replace('.', lang.pick(",", "."));
    }
    let plain = format!("{:.places$}", x.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let sign = if x < 0.0 && plain.bytes().any(|b| b.is_ascii_digit() && b != b'0') { "-" } else { "" };
    let mut out = format!("{sign}{}", grouped(whole, lang));
    if !fraction.is_empty() {
        out.push_str(lang.pick(",", "."));
        out.push_str(fraction);
    }
    out
}

/// A rate: one decimal, two below 0.1, and never a zero for what is not zero.
pub fn rate(x: f64, lang: Lang) -> String {
    if x == 0.0 {
        "0".to_owned()
    } else if x > 0.0 && x < 0.005 {
        format!("<{NBSP}{}", decimal(0.01, 2, lang))
    } else if x.abs() < 0.095 {
        decimal(x, 2, lang)
    } else if x.abs() < 99.95 {
        decimal(x, 1, lang)
    } else {
        decimal(x, 0, lang)
    }
}

/// A share in whole percent; `< 1 %` and `> 99 %` where rounding would say none or all.
pub fn percent(part: u64, whole: u128, lang: Lang) -> String {
    let unit = lang.pick("\u{a0}%", "%");
    if whole == 0 {
        return format!("–{unit}");
    }
    let share = 100.0 * part as f64 / whole as f64;
    if part > 0 && share < 0.5 {
        format!("<{NBSP}1{unit}")
    } else if u128::from(part) < whole && share >= 99.5 {
        format!(">{NBSP}99{unit}")
    } else {
        // Half a percent goes up, as readers round.
        format!("{}{unit}", (share + 0.5).floor())
    }
}

fn grouped(digits: &str, lang: Lang) -> String {
    let separator = lang.pick(NARROW_NBSP, ',');
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_both_languages() {
        let cases = [
            (count(0, Lang::Fr), "0"),
            (count(1_234_567, Lang::Fr), "1\u{202f}234\u{202f}567"),
            (count(1_234_567, Lang::En), "1,234,567"),
            (count(u64::MAX, Lang::Fr), "1,8e19"),
            (rate(3.21, Lang::Fr), "3,2"),
            (rate(0.04, Lang::En), "0.04"),
            (rate(0.001, Lang::Fr), "<\u{a0}0,01"),
            (rate(1234.5, Lang::Fr), "1\u{202f}234"),
            (rate(0.0, Lang::Fr), "0"),
            (rate(f64::NAN, Lang::Fr), "–"),
            (decimal(-0.04, 1, Lang::Fr), "0,0"),
            (percent(3, 4, Lang::Fr), "75\u{a0}%"),
            (percent(3, 4, Lang::En), "75%"),
            (percent(1, 8, Lang::En), "13%"),
            (percent(1, 1000, Lang::Fr), "<\u{a0}1\u{a0}%"),
            (percent(999, 1000, Lang::En), ">\u{a0}99%"),
            (percent(0, 0, Lang::Fr), "–\u{a0}%"),
        ];
        for (got, wanted) in cases {
            assert_eq!(got, wanted);
        }
    }
}
