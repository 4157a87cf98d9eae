//! What the program says, in French and English: one Fluent bundle per language.
//!
//! On the bottom floor, because charts, reports and both faces speak with the same sentences. Texts are data files in `assets/i18n`, one per area;
//! nothing visible is written in code. Numbers and dates are written by [`mod@format`] as the language writes them.

pub mod format;
mod said;
pub mod scale;
pub mod system;

use crate::model::Language;
use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use std::sync::atomic::{AtomicBool, Ordering};

/// What stands around every text of words made after [`mark_texts`]: marks without a shape, which open and close like brackets.
pub const MARKS: [char; 2] = ['\u{2068}', '\u{2069}'];

static MARKING: AtomicBool = AtomicBool::new(false);

/// From now on this process puts every text between [`MARKS`]: for the test that looks for visible strings from anywhere else, in a process of its own.
pub fn mark_texts() {
    MARKING.store(true, Ordering::Relaxed);
}

pub use said::{english, rejection};

pub use fluent_bundle::{FluentArgs as Args, FluentValue as Value};

/// The texts of one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    is_marking: bool,
}

/// One text file per area and language, one line an area. Ids are `area-thing`, so that two areas never define the same one.
macro_rules! areas {
    ($($area:literal)+) => {
        fn resources(language: Language) -> impl Iterator<Item = &'static str> {
            let texts = [$((include_str!(concat!("../../assets/i18n/fr/", $area, ".ftl")), include_str!(concat!("../../assets/i18n/en/", $area, ".ftl")))),+];
            texts.into_iter().map(move |(fr, en)| match language {
                Language::Fr => fr,
                Language::En => en,
            })
        }
    };
}

areas! {
    "analysis"
    "campaign"
    "chart"
    "cli"
    "common"
    "errors"
    "findings"
    "frame"
    "import"
    "links"
    "list"
    "notes"
    "origin"
    "panes"
    "prints"
    "questions"
    "remarks"
    "report"
    "rivals"
    "rooms"
    "sealed"
    "search"
    "sources"
    "timeline"
    "window"
}

/// Every text of `language` as it stands in its file, with its id; variants are given one by one.
pub fn texts(language: Language) -> Vec<(&'static str, &'static str)> {
    let mut found = Vec::new();
    for file in resources(language) {
        let mut id = "";
        for line in file.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
            let text = match line.split_once(" =") {
                Some((name, text)) if !line.starts_with(' ') => {
                    id = name;
                    text.trim_start_matches(' ')
                }
                // « [one] … », « *[other] … », or a text that goes on.
                _ => line.trim(),
            };
            found.push((id, text));
        }
    }
    found
}

impl Words {
    /// The texts of `language`.
    ///
    /// # Panics
    /// If a text file that is compiled in is not valid Fluent; a test reads them all.
    pub fn new(language: Language) -> Self {
        let id = match language {
            Language::Fr => unic_langid::langid!("fr-FR"),
            Language::En => unic_langid::langid!("en-GB"),
        };
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Isolation marks would stand in file names, CSV and SVG.
        bundle.set_use_isolating(false);
        for text in resources(language) {
            let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(_, errors)| panic!("text file: {errors:?}"));
            bundle.add_resource(resource).unwrap_or_else(|errors| panic!("text file: {errors:?}"));
        }
        Self { language, bundle, is_marking: MARKING.load(Ordering::Relaxed) }
    }

    /// Which language this is.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The text `id`. A missing one shows as `‹id›`, and a test fails.
    pub fn text(&self, id: &str) -> String {
        self.fill(id, None)
    }

    /// The text `id` with its blanks filled in, see [`args!`](crate::args).
    pub fn text_with(&self, id: &str, args: &FluentArgs<'_>) -> String {
        self.fill(id, Some(args))
    }

    /// Whether there is a text `id`.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    fn fill(&self, id: &str, args: Option<&FluentArgs<'_>>) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else { return format!("‹{id}›") };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, args, &mut errors);
        debug_assert!(errors.is_empty(), "text {id}: {errors:?}");
        if self.is_marking {
            let [open, close] = MARKS;
            return format!("{open}{text}{close}");
        }
        text.into_owned()
    }
}

/// Blanks of a text: `args! { "name" => person, "n" => 3 }`.
#[macro_export]
macro_rules! args {
    ($($name:literal => $value:expr),* $(,)?) => {{
        let mut args = $crate::words::Args::new();
        $( args.set($name, $value); )*
        args
    }};
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn ids(language: Language) -> BTreeSet<String> {
        let lines = resources(language).flat_map(str::lines);
        lines
            .filter_map(|line| line.split_once(" ="))
            .map(|(id, _)| id)
            .filter(|id| !id.starts_with([' ', '#', '-', '.', '*', '[']))
            .map(str::to_owned)
            .collect()
    }

    #[test]
    fn both_languages_have_the_same_texts() {
        let (fr, en) = (ids(Language::Fr), ids(Language::En));
        assert!(!fr.is_empty());
        assert_eq!(fr.difference(&en).collect::<Vec<_>>(), Vec::<&String>::new(), "missing in English");
        assert_eq!(en.difference(&fr).collect::<Vec<_>>(), Vec::<&String>::new(), "missing in French");
    }

    #[test]
    fn every_field_of_a_table_has_its_name() {
        for language in [Language::Fr, Language::En] {
            let words = Words::new(language);
            for field in crate::model::Field::ALL {
                let id = format!("rooms-field-{}", field.key().replace('_', "-"));
                assert!(words.has(&id), "{id}");
            }
        }
    }

    #[test]
    fn every_text_file_is_valid() {
        for language in [Language::Fr, Language::En] {
            let words = Words::new(language);
            for id in ids(language) {
                assert!(words.has(&id), "{id}");
            }
        }
    }
}
