//! One file on the desk: what the user says about it, and what a look into it showed.

use super::guess::{guess, is_table, source_and_day, whom};
use crate::import::sealed::{is_sealed_header, read_key};
use crate::import::{ImportError, Preview, ReadOptions, Recipients, Request, preview};
use crate::model::{CampaignId, Channel, FoundBy, ImportKind, Mapping, Said, Seal, SourceId, UncertainDay};
use crate::ui::window::errors;
use crate::ui::window::jobs::{Job, Poll, Wake};
use crate::words::Words;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How people were found, as it is chosen on the desk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Found {
    /// Anybody could come forward.
    #[default]
    OpenCall,
    /// Everybody mailed is known.
    CompleteList,
    /// Among the members of a source.
    Circle,
}

/// What a look into a file showed.
#[derive(Default)]
pub struct Look {
    /// What was understood. With a mapping that does not hold this is only the header, so that it can be mended.
    pub preview: Option<Preview>,
    /// Why it cannot be imported as it is.
    pub problem: Option<String>,
}

impl Look {
    fn at(request: &Request, words: &Words) -> Self {
        match preview(request) {
            Ok(seen) => Self { preview: Some(seen), problem: None },
            Err(error) => {
                let problem = Some(errors::render(&error, words));
                let ImportError::Mapping { found, .. } = error else { return Self { preview: None, problem } };
                Self { preview: Some(Preview { header: found, mapping: request.mapping.clone(), ..Preview::default() }), problem }
            }
        }
    }
}

/// Where a file on the desk stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is being looked into for the first time.
    Looking,
    /// It can come in as it is.
    Ready,
    /// Something must be said about it first.
    Incomplete,
    /// It cannot be read as what it is said to be.
    Unusable,
}

impl State {
    /// Id of the text that says it, with the kind of the file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Looking => "window-desk-state-looking",
            Self::Ready => "window-desk-state-ready",
            Self::Incomplete => "window-desk-state-incomplete",
            Self::Unusable => "window-desk-state-unusable",
        }
    }
}

/// A text on the desk that is in no file.
#[derive(Clone, Debug, Default)]
pub struct Pasted {
    /// As pasted or typed.
    pub text: String,
    /// Its kind is proposed as it is typed: the user has not said it.
    pub is_kind_open: bool,
    /// It is to be typed or pasted next.
    pub wants_focus: bool,
}

/// A file on the desk.
pub struct Item {
    /// Which file; the name of a text that was pasted.
    pub path: PathBuf,
    /// The text, if it was pasted.
    pub pasted: Option<Pasted>,
    /// As what; `None` until the user or its name says.
    pub kind: ImportKind,
    /// How its bytes are read, where the user overrules.
    pub reading: ReadOptions,
    /// Columns the user chose.
    pub mapping: Mapping,
    /// How it was obtained.
    pub method: String,
    /// Which source it is a state of.
    pub source: String,
    /// The day whose state it shows.
    pub as_of: String,
    /// Only keyed hashes are to be kept.
    pub is_sealed: bool,
    /// Where the key is.
    pub key_file: String,
    /// The key, once the file at `key_file` holds one; else why not, if a file is named.
    pub seal: Result<Seal, Option<Said>>,
    /// Which mailing.
    pub campaign: String,
    /// How its people were found.
    pub found: Found,
    /// In which circle.
    pub circle: String,
    /// How strong the circle is.
    pub sigma: String,
    /// When it was sent, if it does not say.
    pub sent_at: String,
    /// Who sent it, if it does not say.
    pub sender: String,
    /// How it travelled, if it does not say.
    pub channel: Option<Channel>,
    /// A table of the people it reached, if it does not say.
    pub recipients: String,
    look: Option<Job<Look>>,
    seen: Option<Look>,
    is_stale: bool,
}

/// Something is missing or cannot be read; id of the sentence.
pub type Problem = &'static str;

impl Item {
    /// A file about which nothing is said yet but what its name suggests.
    pub fn new(path: PathBuf, kind: Option<ImportKind>) -> Self {
        let kind = kind.unwrap_or_else(|| guess(&path));
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let (source, as_of) = source_and_day(&stem);
        Self {
            path,
            pasted: None,
            kind,
            reading: ReadOptions::default(),
            mapping: Mapping::default(),
            method: String::new(),
            source,
            as_of,
            is_sealed: false,
            key_file: String::new(),
            seal: Err(None),
            campaign: String::new(),
            found: Found::default(),
            circle: String::new(),
            sigma: String::new(),
            sent_at: String::new(),
            sender: String::new(),
            channel: None,
            recipients: String::new(),
            look: None,
            seen: None,
            is_stale: true,
        }
    }

    /// A text that was pasted, under this name.
    pub fn pasted(name: String, text: String, kind: Option<ImportKind>) -> Self {
        let mut item = Self::new(name.into(), Some(kind.unwrap_or(ImportKind::Messages)));
        item.source = String::new();
        item.pasted = Some(Pasted { wants_focus: text.is_empty(), text, is_kind_open: kind.is_none() });
        item.retyped();
        item
    }

    /// The text has changed: it is looked into again, and taken for what it looks like until the user says what it is.
    pub fn retyped(&mut self) {
        if let Some(Pasted { text, is_kind_open: true, .. }) = &self.pasted {
            self.kind = if is_table(text) { ImportKind::Recipients } else { ImportKind::Messages };
        }
        self.touch();
    }

    /// What is to be looked into, without anything the user said about it.
    fn bare(&self) -> Request {
        let text = self.pasted.as_ref().map(|pasted| Arc::from(pasted.text.as_bytes()));
        Request { text, reading: self.reading.clone(), mapping: self.mapping.clone(), ..Request::new(&self.path, self.kind) }
    }

    /// Its name without the folder.
    pub fn name(&self) -> String {
        self.path.file_name().map_or_else(|| self.path.display().to_string(), |name| name.to_string_lossy().into_owned())
    }

    /// What the preview shows must be looked up again.
    pub fn touch(&mut self) {
        self.is_stale = true;
    }

    /// Looks for the key again: the path has changed. Not done while drawing otherwise, because it reads the file.
    pub fn read_key(&mut self) {
        self.seal = match self.key_file.trim() {
            "" => Err(None),
            path => read_key(Path::new(path)).map(|key| Seal { key }).map_err(Some),
        };
    }

    /// Whether what was seen in it is a table of keyed hashes.
    pub fn is_hashed(&self) -> bool {
        self.seen().and_then(|look| look.preview.as_ref()).is_some_and(|seen| is_sealed_header(&seen.header))
    }

    /// What was seen in it last; `None` until the first look ends.
    pub fn seen(&self) -> Option<&Look> {
        self.seen.as_ref()
    }

    /// Where it stands.
    pub fn state(&self) -> State {
        match &self.seen {
            None => State::Looking,
            Some(look) if look.problem.is_some() => State::Unusable,
            Some(_) if self.request().is_err() => State::Incomplete,
            Some(_) => State::Ready,
        }
    }

    /// Whether it is being looked into.
    pub fn is_looking(&self) -> bool {
        self.look.is_some()
    }

    /// Whether it must be looked into and nobody does yet.
    pub fn is_waiting(&self) -> bool {
        self.is_stale && self.look.is_none()
    }

    /// Collects a look into the file, and starts one if it `may`. Never waits.
    pub fn tend(&mut self, may: bool, wake: &Wake, words: &Words) {
        match self.look.as_ref().map(Job::poll) {
            Some(Poll::Done(seen)) => {
                self.seen = Some(seen);
                self.look = None;
            }
            Some(Poll::Lost) => {
                self.seen = Some(Look { preview: None, problem: Some(words.text("window-error-defect")) });
                self.look = None;
            }
            Some(Poll::Running) | None => {}
        }
        if may && self.is_waiting() {
            self.is_stale = false;
            let request = self.bare();
            let language = words.language();
            self.look = Job::start("preview", Arc::clone(wake), move |_| Look::at(&request, &Words::new(language))).ok();
        }
    }

    /// The import this file asks for.
    ///
    /// # Errors
    /// The sentence that says what is missing.
    pub fn request(&self) -> Result<Request, Problem> {
        let some = |text: &str| (!text.trim().is_empty()).then(|| text.trim().to_owned());
        let mut request = self.bare();
        if self.pasted.as_ref().is_some_and(|pasted| pasted.text.trim().is_empty()) {
            return Err("window-problem-no-text");
        }
        self.method.trim().clone_into(&mut request.method);
        match self.kind {
            ImportKind::Source => {
                request.source = Some(SourceId(some(&self.source).ok_or("window-problem-no-source")?));
                if let Some(day) = some(&self.as_of) {
                    // Why a text is no day is said by the remedy in the sentence.
                    request.as_of = Some(day.parse::<UncertainDay>().ok().ok_or("window-problem-as-of")?);
                }
                if self.is_sealed {
                    // Why a file holds no key is said beside the field.
                    request.seal = Some(self.seal.clone().ok().ok_or("sealed-problem-key")?);
                }
            }
            ImportKind::Messages | ImportKind::Recipients => {
                request.campaign = some(&self.campaign).map(CampaignId);
                request.found_by = match self.found {
                    Found::OpenCall => FoundBy::OpenCall,
                    Found::CompleteList => FoundBy::CompleteList,
                    Found::Circle => FoundBy::Circle(SourceId(some(&self.circle).ok_or("window-problem-no-circle")?)),
                };
                if let (Found::Circle, Some(sigma)) = (self.found, some(&self.sigma)) {
                    let sigma = sigma.replace(',', ".").parse::<f64>().ok().filter(|sigma| *sigma >= 1.0 && sigma.is_finite());
                    request.sigma = Some(sigma.ok_or("window-problem-sigma")?);
                }
                if self.kind == ImportKind::Messages {
                    request.sent_at = some(&self.sent_at);
                    request.sender = some(&self.sender);
                    request.channel = self.channel;
                    request.recipients = some(&self.recipients).map_or(Recipients::InDocument, |text| whom(&text));
                }
            }
            ImportKind::Roster | ImportKind::Statements | ImportKind::AccessLog | ImportKind::Events => {}
        }
        Ok(request)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_text_is_rows_of_a_spreadsheet_or_a_message() {
        let kind = |text: &str| Item::pasted("t.txt".into(), text.into(), None).kind;
        assert_eq!(kind("Nom\tCourriel\nAda Vance\tada@valmont.example\n"), ImportKind::Recipients);
        assert_eq!(kind("Nom\tCourriel\n"), ImportKind::Messages);
        assert_eq!(kind("Bonjour,\n\tvotre loyer"), ImportKind::Messages);
        assert_eq!(Item::pasted("t.txt".into(), " \n".into(), None).request().unwrap_err(), "window-problem-no-text");
    }

    #[test]
    fn a_source_without_an_id_and_a_wrong_day_are_refused_with_a_reason() {
        let mut item = Item::new("a-2010-05-14.csv".into(), Some(ImportKind::Source));
        assert!(item.request().is_ok());
        item.as_of = "30/02/2010".into();
        assert_eq!(item.request().unwrap_err(), "window-problem-as-of");
        item.source = " ".into();
        assert_eq!(item.request().unwrap_err(), "window-problem-no-source");
    }

    #[test]
    fn a_circle_keeps_its_strength_with_a_decimal_comma() {
        let mut item = Item::new("d.csv".into(), Some(ImportKind::Recipients));
        item.found = Found::Circle;
        assert_eq!(item.request().unwrap_err(), "window-problem-no-circle");
        item.circle = "adherents".into();
        item.sigma = "12,5".into();
        assert_eq!(item.request().unwrap().sigma, Some(12.5));
        item.sigma = "0,5".into();
        assert_eq!(item.request().unwrap_err(), "window-problem-sigma");
    }
}
