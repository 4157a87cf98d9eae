//! On the bottom floor: what was kept as a [`Said`], in words.
//!
//! A blank that holds a number or a list can be chosen by: beside `$rows` there is `$rows-n`, which is how many.

use super::{Args, Words, format};
use crate::model::{Arg, Language, Message, Rejection, Said};
use std::borrow::Cow;
use std::sync::LazyLock;

static ENGLISH: LazyLock<Words> = LazyLock::new(|| Words::new(Language::En));

/// The sentence in English, as scripts and logs read it.
pub fn english(said: &Said) -> String {
    ENGLISH.said(said)
}

/// Something that was found in a file: the sentence in English, and what it says for every other language.
pub fn rejection(line: Option<u64>, said: Said) -> Rejection {
    Rejection { line, reason: english(&said), said: Some(said) }
}

impl Words {
    /// The sentence in this language.
    pub fn said(&self, said: &Said) -> String {
        let mut args = Args::new();
        for (name, value) in &said.args {
            match value {
                Arg::Number(number) => args.set(format!("{name}-n"), *number),
                Arg::List(list) => args.set(format!("{name}-n"), list.len()),
                _ => {}
            }
            args.set(name.clone(), self.blank(value));
        }
        self.text_with(&said.id, &args)
    }

    /// Why something was not taken over, in this language; in English if it comes from a case that kept only that.
    pub fn reason<'a>(&self, rejection: &'a Rejection) -> Cow<'a, str> {
        match &rejection.said {
            Some(said) if self.knows(said) => Cow::Owned(self.said(said)),
            _ => Cow::Borrowed(&rejection.reason),
        }
    }

    /// What is said of a message, in this language; in English if it comes from a case that kept only that.
    pub fn remarks_of(&self, message: &Message) -> Vec<String> {
        let is_known = message.said.len() == message.warnings.len() && message.said.iter().all(|said| self.knows(said));
        if is_known { message.said.iter().map(|said| self.said(said)).collect() } else { message.warnings.clone() }
    }

    /// Whether there is a text for all of it: a later version of the program may have said it.
    pub fn knows(&self, said: &Said) -> bool {
        self.has(&said.id) && said.args.values().all(|value| self.knows_value(value))
    }

    fn knows_value(&self, value: &Arg) -> bool {
        match value {
            Arg::Said(said) => self.knows(said),
            Arg::List(list) => list.iter().all(|one| self.knows_value(one)),
            Arg::Number(_) | Arg::Text(_) | Arg::Quoted { .. } | Arg::Field { .. } | Arg::Day { .. } => true,
        }
    }

    fn blank(&self, value: &Arg) -> String {
        let is_french = self.language() == Language::Fr;
        match value {
            Arg::Number(number) => format::count(*number, self.language()),
            Arg::Text(text) => text.clone(),
            Arg::Quoted { quoted } if is_french => format!("«\u{a0}{quoted}\u{a0}»"),
            Arg::Quoted { quoted } => format!("{quoted:?}"),
            // In English the name is the one mapping files use.
            Arg::Field { field } if is_french => format!("«\u{a0}{}\u{a0}»", self.text(&format!("rooms-field-{}", field.key().replace('_', "-")))),
            Arg::Field { field } => field.key().to_owned(),
            Arg::Day { day } => format::day(*day, self.language()),
            Arg::Said(said) => self.said(said),
            Arg::List(list) => list.iter().map(|one| self.blank(one)).collect::<Vec<_>>().join(", "),
        }
    }
}
