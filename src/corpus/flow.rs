//! Text put together from marked-up pieces: white space of the source means nothing, paragraphs and line breaks do.

/// A text that grows.
#[derive(Debug, Default)]
pub(super) struct Flow {
    text: String,
    /// White space seen since the last letter.
    space: bool,
    /// Line ends owed before the next letter.
    breaks: usize,
}

impl Flow {
    /// Running text; no-break spaces stay.
    pub(super) fn push(&mut self, text: &str) {
        for c in text.chars() {
            if matches!(c, ' ' | '\t' | '\n' | '\r') {
                self.space = true;
            } else {
                self.settle();
                self.text.push(c);
            }
        }
    }

    fn settle(&mut self) {
        if self.breaks > 0 && !self.text.is_empty() {
            self.text.extend(std::iter::repeat_n('\n', self.breaks));
        } else if self.space && !self.text.is_empty() {
            self.text.push(' ');
        }
        (self.space, self.breaks) = (false, 0);
    }

    /// A word of a corpus cut into words: spaces as French sets them.
    pub(super) fn push_word(&mut self, word: &str) {
        let word = word.trim();
        let before = self.text.chars().next_back();
        let closes = word.starts_with([',', '.', ')', ']', '…']);
        let opened = matches!(before, Some('\'' | '’' | '(' | '['));
        self.space = !closes && !opened;
        for c in word.chars() {
            self.settle();
            self.text.push(c);
        }
        self.space = false;
    }

    /// A new line.
    pub(super) fn line(&mut self) {
        self.breaks = self.breaks.max(1);
    }

    /// A new paragraph.
    pub(super) fn paragraph(&mut self) {
        self.breaks = 2;
    }

    pub(super) fn finish(self) -> String {
        self.text
    }
}
