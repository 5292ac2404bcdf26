//! JSON, letter for letter as `serde_json` writes it. Records are mostly names of fields, which need no look, and short strings without anything to
//! escape, which eight bytes at a time tell of.

use serde::Serialize;
use serde::ser::{self, Error as _, Impossible, Serializer};
use serde_json::Error;

/// Adds a value to what is written. Keys of maps must be strings, variants of enums without fields of their own.
pub fn write(out: &mut Vec<u8>, value: &impl Serialize) -> Result<(), Error> {
    value.serialize(Writer(out))
}

/// True where a string stands in JSON as it is.
fn is_plain(text: &[u8]) -> bool {
    const EIGHT: usize = 8;
    let plain = |bytes: &[u8; EIGHT]| !has_special(u64::from_le_bytes(*bytes));
    match text.last_chunk() {
        Some(last) => plain(last) && text.as_chunks::<EIGHT>().0.iter().all(plain),
        // Spaces before so few.
        None => !has_special(text.iter().fold(u64::from_le_bytes([b' '; EIGHT]), |bytes, byte| bytes << 8 | u64::from(*byte))),
    }
}

/// One of eight bytes is a quotation mark, a backslash or a control character.
fn has_special(bytes: u64) -> bool {
    const ONES: u64 = u64::MAX / 255;
    // A byte that is less borrows from its highest bit: of the lowest such byte that is sure, and one is enough.
    let less = |bytes: u64, than: u8| bytes.wrapping_sub(ONES * u64::from(than)) & !bytes;
    let is = |byte: u8| less(bytes ^ (ONES * u64::from(byte)), 1);
    (less(bytes, b' ') | is(b'"') | is(b'\\')) & (ONES << 7) != 0
}

struct Writer<'o>(&'o mut Vec<u8>);

impl Writer<'_> {
    /// A string without anything to escape.
    fn plain(self, text: &str) -> Result<(), Error> {
        self.0.push(b'"');
        self.0.extend_from_slice(text.as_bytes());
        self.0.push(b'"');
        Ok(())
    }
}

/// A list or an object that is being written.
struct Parts<'o> {
    out: &'o mut Vec<u8>,
    begun: bool,
    close: u8,
}

impl<'o> Parts<'o> {
    fn open(out: &'o mut Vec<u8>, open: u8, close: u8) -> Self {
        out.push(open);
        Self { out, begun: false, close }
    }

    fn next(&mut self) -> Writer<'_> {
        if self.begun {
            self.out.push(b',');
        }
        self.begun = true;
        Writer(self.out)
    }

    fn end(self) -> Result<(), Error> {
        self.out.push(self.close);
        Ok(())
    }
}

macro_rules! as_serde_json {
    ($($name:ident: $type:ty),*) => {
        $(fn $name(self, value: $type) -> Result<(), Error> {
            serde_json::to_writer(self.0, &value)
        })*
    };
}

impl<'o> Serializer for Writer<'o> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Parts<'o>;
    type SerializeTuple = Parts<'o>;
    type SerializeTupleStruct = Parts<'o>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Parts<'o>;
    type SerializeStruct = Parts<'o>;
    type SerializeStructVariant = Impossible<(), Error>;

    as_serde_json!(
        serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_u8: u8,
        serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_f32: f32, serialize_f64: f64, serialize_char: char
    );

    fn serialize_str(self, text: &str) -> Result<(), Error> {
        if is_plain(text.as_bytes()) { self.plain(text) } else { serde_json::to_writer(self.0, text) }
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Result<(), Error> {
        self.collect_seq(bytes)
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.0.extend_from_slice(b"null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Error> {
        self.plain(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(self, _: &'static str, _: u32, _: &'static str, _: &T) -> Result<(), Error> {
        Err(no_such_enum())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Parts<'o>, Error> {
        Ok(Parts::open(self.0, b'[', b']'))
    }

    fn serialize_tuple(self, _: usize) -> Result<Parts<'o>, Error> {
        Ok(Parts::open(self.0, b'[', b']'))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Parts<'o>, Error> {
        Ok(Parts::open(self.0, b'[', b']'))
    }

    fn serialize_tuple_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Impossible<(), Error>, Error> {
        Err(no_such_enum())
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Parts<'o>, Error> {
        Ok(Parts::open(self.0, b'{', b'}'))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Parts<'o>, Error> {
        Ok(Parts::open(self.0, b'{', b'}'))
    }

    fn serialize_struct_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Impossible<(), Error>, Error> {
        Err(no_such_enum())
    }
}

fn no_such_enum() -> Error {
    Error::custom("an enum whose variants have fields")
}

macro_rules! lists {
    ($($kind:ident: $add:ident),*) => {
        $(impl ser::$kind for Parts<'_> {
            type Ok = ();
            type Error = Error;

            fn $add<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
                value.serialize(self.next())
            }

            fn end(self) -> Result<(), Error> {
                Parts::end(self)
            }
        })*
    };
}

lists!(SerializeSeq: serialize_element, SerializeTuple: serialize_element, SerializeTupleStruct: serialize_field);

impl ser::SerializeMap for Parts<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        key.serialize(self.next())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.out.push(b':');
        value.serialize(Writer(self.out))
    }

    fn end(self) -> Result<(), Error> {
        Parts::end(self)
    }
}

impl ser::SerializeStruct for Parts<'_> {
    type Ok = ();
    type Error = Error;

    // Where it is called the name is known, and copying it takes no call.
    #[inline(always)]
    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        self.out.extend_from_slice(if self.begun { b",\"" } else { b"\"" });
        self.begun = true;
        self.out.extend_from_slice(name.as_bytes());
        self.out.extend_from_slice(b"\":");
        value.serialize(Writer(self.out))
    }

    fn end(self) -> Result<(), Error> {
        Parts::end(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    #[derive(Debug, Serialize)]
    enum Kind {
        Some,
    }

    #[derive(Debug, Serialize)]
    struct Nothing;

    #[derive(Debug, Serialize)]
    struct One(f64);

    #[derive(Debug, Serialize)]
    struct Two(char, i8);

    #[derive(Debug, Serialize)]
    struct All<'t> {
        text: &'t str,
        option: Option<String>,
        numbers: Vec<(usize, i64)>,
        map: BTreeMap<String, Vec<bool>>,
        kind: Kind,
        nothing: (Nothing, ()),
        some: (One, Two),
        #[serde(skip_serializing_if = "str::is_empty")]
        skipped: &'t str,
    }

    proptest! {
        #[test]
        fn it_is_what_serde_json_writes(
            text in "[a-zé\"\\\\ \n\u{1f}\u{7f}€!#\\[\\]]{0,24}",
            numbers in prop::collection::vec(any::<(usize, i64)>(), 0..3),
            map in prop::collection::btree_map(".{0,9}", prop::collection::vec(any::<bool>(), 0..3), 0..3),
            number in any::<f64>(),
            option in prop::option::of(".{0,20}"),
        ) {
            let value = All { text: &text, option, numbers, map, kind: Kind::Some, nothing: (Nothing, ()), some: (One(number), Two('"', -3)), skipped: &text };
            let mut out = Vec::new();
            write(&mut out, &value).expect("a value without enums that hold fields");
            prop_assert_eq!(String::from_utf8(out).unwrap(), serde_json::to_string(&value).unwrap());
        }

        #[test]
        fn nothing_that_must_be_escaped_is_plain(text in "[a-zé ]{0,20}", special in prop::sample::select(b"\0\n\x1f\"\\\x20\x7f!".to_vec()), at in any::<prop::sample::Index>()) {
            let mut bytes = text.into_bytes();
            bytes.insert(at.index(bytes.len() + 1), special);
            prop_assert_eq!(is_plain(&bytes), !bytes.iter().any(|byte| *byte < 0x20 || matches!(byte, b'"' | b'\\')));
        }
    }
}
