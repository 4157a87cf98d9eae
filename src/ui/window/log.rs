//! What the program told its user: kept in a list that can be copied, never a toast that vanishes.

/// How serious a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Level {
    Info,
    Error,
}

/// One message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// How serious.
    pub level: Level,
    /// Local time of day, `HH:MM:SS`.
    pub at: String,
    /// What was said.
    pub text: String,
    /// What it was about is no longer so: it stays in the list, but is not what was said last.
    pub is_over: bool,
}

/// More messages than this are forgotten, the oldest first.
const LIMIT: usize = 500;

/// The messages of this run, oldest first.
#[derive(Debug, Default)]
pub struct Log {
    entries: Vec<Entry>,
    unseen_errors: usize,
}

impl Log {
    /// Tells something.
    pub fn info(&mut self, text: impl Into<String>) {
        self.push(Level::Info, text.into());
    }

    /// Tells that something went wrong.
    pub fn error(&mut self, text: impl Into<String>) {
        self.unseen_errors += 1;
        self.push(Level::Error, text.into());
    }

    fn push(&mut self, level: Level, text: String) {
        let at = jiff::Zoned::now().strftime("%H:%M:%S").to_string();
        self.entries.push(Entry { level, at, text, is_over: false });
        if self.entries.len() > LIMIT {
            self.entries.remove(0);
        }
    }

    /// Everything, oldest first.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The newest message that is still so.
    pub fn last(&self) -> Option<&Entry> {
        self.entries.iter().rev().find(|entry| !entry.is_over)
    }

    /// What this text told of is no longer so, as why something was not possible.
    pub fn over(&mut self, text: &str) {
        for entry in self.entries.iter_mut().filter(|entry| entry.text == text) {
            entry.is_over = true;
        }
    }

    /// Errors nobody has looked at yet.
    pub fn unseen_errors(&self) -> usize {
        self.unseen_errors
    }

    /// The list was opened.
    pub fn seen(&mut self) {
        self.unseen_errors = 0;
    }

    /// The same messages in other words.
    #[must_use]
    pub fn shown_as(&self, say: impl Fn(&str) -> String) -> Self {
        let entries = self.entries.iter().map(|entry| Entry { text: say(&entry.text), ..entry.clone() }).collect();
        Self { entries, unseen_errors: self.unseen_errors }
    }

    /// The errors alone, as text.
    pub fn errors_as_text(&self) -> String {
        let errors = self.entries.iter().filter(|entry| entry.level == Level::Error);
        errors.flat_map(|entry| [entry.at.as_str(), " ", entry.text.as_str(), "\n"]).collect()
    }

    /// Everything as text, one message a paragraph.
    pub fn as_text(&self) -> String {
        self.entries.iter().flat_map(|entry| [entry.at.as_str(), " ", entry.text.as_str(), "\n"]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_stay_in_the_list_until_they_are_looked_at_and_after() {
        let mut log = Log::default();
        log.info("a");
        log.error("b");
        assert_eq!(log.unseen_errors(), 1);
        log.seen();
        assert_eq!(log.unseen_errors(), 0);
        assert!(log.as_text().contains(" b\n"));
        assert!(log.errors_as_text().contains(" b\n") && !log.errors_as_text().contains(" a\n"));
        assert_eq!(log.last().map(|entry| entry.level), Some(Level::Error));
        log.over("b");
        assert_eq!(log.last().map(|entry| entry.level), Some(Level::Info));
        assert!(log.as_text().contains(" b\n"));
    }
}
