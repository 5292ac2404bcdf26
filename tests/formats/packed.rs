//! What is compressed: all of it is read, and what is damaged gives what was whole before.

use crate::files::{Files, gzip, zstd};

/// Articles as JSON lines that do not shrink to nothing.
fn lines(numbers: std::ops::Range<u64>) -> Vec<u8> {
    let noise = |n: u64| (0..40).map(|at| format!("{:x} ", (n * 40 + at + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15))).collect::<String>();
    numbers.map(|n| format!("{{\"id\": {n}, \"texte\": \"Le pont {n} tient : {}\"}}\n", noise(n))).collect::<String>().into_bytes()
}

/// A frame of zstd that holds nothing but a note.
fn skippable(note: &[u8]) -> Vec<u8> {
    [&0x184d_2a50_u32.to_le_bytes()[..], &(note.len() as u32).to_le_bytes(), note].concat()
}

#[test]
fn all_frames_of_zstd_are_read() {
    let (first, second) = (zstd(&lines(0..30)), zstd(&lines(30..50)));
    let frames = [skippable(b"note"), first, skippable(b""), second, skippable(b"fin")].concat();
    assert_eq!(Files::new(&[("a.jsonl.zst", &frames)]).articles("a.jsonl.zst").len(), 50);
    let nothing = Files::new(&[("a.jsonl.zst", &skippable(b"note"))]).refused("a.jsonl.zst").1;
    assert!(nothing.len() == 1 && nothing[0].contains("vide"), "{nothing:?}");
}

#[test]
fn what_follows_the_last_frame_and_frames_cut_off_are_damage() {
    let frame = zstd(&lines(0..30));
    for (tail, why) in [(&b"\0\0\0\0\0\0\0\0"[..], "no zstd frame"), (b"(\xb5/", "Magic"), (&skippable(b"a note")[..10], "skippable")] {
        let (read, messages) = Files::new(&[("a.jsonl.zst", &[&frame, tail].concat())]).refused("a.jsonl.zst");
        assert_eq!((read, messages.len()), (30, 1), "{messages:?}");
        assert!(messages[0].contains("abîmé") && messages[0].contains(why), "{messages:?}");
    }
}

#[test]
fn a_wrong_checksum_is_damage() {
    for (name, mut bytes, from_end) in [("a.jsonl.zst", zstd(&lines(0..30)), 2), ("a.jsonl.gz", gzip(&lines(0..30)), 6)] {
        let at = bytes.len() - from_end;
        bytes[at] ^= 1;
        let (read, messages) = Files::new(&[(name, &bytes)]).refused(name);
        assert_eq!((read, messages.len()), (30, 1), "{messages:?}");
        assert!(messages[0].contains("abîmé"), "{messages:?}");
        let whole = name.replace("jsonl", "txt");
        assert_eq!(Files::new(&[(&whole, &bytes)]).refused(&whole).0, 0, "a text is whole or not read");
    }
}

#[test]
fn what_was_whole_before_the_break_is_read() {
    // zstd unpacks blocks of 128 kB at a time, gzip byte by byte.
    for (name, articles, whole) in [("a.jsonl.gz", 30, 25), ("a.jsonl.gz", 900, 890), ("a.jsonl.zst", 900, 500)] {
        let lines = lines(0..articles);
        let packed = if name.ends_with("gz") { gzip(&lines) } else { zstd(&lines) };
        let (read, messages) = Files::new(&[(name, &packed[..packed.len() - 40])]).refused(name);
        assert!(messages.len() == 1 && messages[0].contains("abîmé"), "{messages:?}");
        assert!((whole..articles as usize).contains(&read), "{name}: {read} of {articles}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_fails_is_no_damage() {
    use std::os::unix::fs::symlink;
    for name in ["a.jsonl.zst", "a.jsonl.gz", "a.txt.zst"] {
        let files = Files::new(&[]);
        symlink("/proc/self/mem", files.path().join(name)).expect("a link");
        let (_, messages) = files.refused(name);
        assert!(messages.len() == 1 && messages[0].contains("a échoué en route"), "{messages:?}");
    }
}
