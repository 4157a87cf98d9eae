//! The witness shield (`F8`): every name, address and number of a person replaced by a stable label, wherever the window shows one.
//!
//! There is one place where it happens: rooms, panel, history, palette and menus are handed [`Shown`] instead of the case, the analysis and the charts,
//! in which nobody is named, so that none of them can show, copy or export what it never had. What they ask for in labels is translated back in
//! [`Shown::unmasked`]. Until the veiled view is ready nothing is shown. While the shield is up the case cannot be changed: labels must not be written
//! into it.

pub mod mask;
mod walk;

use super::command::Command;
use super::errors;
use super::jobs::{Job, Poll, Wake};
use super::room::{LinkKey, Selection};
use super::session::{Session, Steps};
use crate::analysis::Analysis;
use crate::case::{Case, Deed, Record, Step, Veil};
use crate::chart::matrix::Matrix;
use crate::chart::timeline::Timeline;
use crate::model::{Contents, Language, Marks, PersonId, RecipientId, Snapshot, Thing};
use crate::words::Words;
use mask::{Kind, Mask};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What a veiled view was made from.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Key {
    revision: u64,
    digest: Option<String>,
    steps: usize,
    language: Language,
}

/// The case as it may be shown.
pub struct Shown {
    /// The case, with a veil before its rows.
    pub case: Case,
    /// The analysis; none if there is none, or if it could not be veiled.
    pub analysis: Option<Analysis>,
    /// The timeline.
    pub timeline: Timeline,
    /// The matrix.
    pub matrix: Option<Matrix>,
    /// The steps of the case.
    pub steps: Steps,
    /// Stars, tags and notes of everything.
    pub marks: Marks,
    mask: Arc<Mask>,
}

/// What a thread needs to show things as the rooms know them.
#[derive(Clone)]
pub struct Face {
    case: Case,
    mask: Arc<Mask>,
}

impl Face {
    /// The case, with a veil before its rows.
    pub fn case(&self) -> &Case {
        &self.case
    }

    /// A thing, as the rooms know it.
    pub fn thing(&self, thing: &Thing) -> Thing {
        match thing {
            Thing::Recipient(id) => Thing::Recipient(self.mask.recipient(id)),
            Thing::Person(id) => Thing::Person(self.mask.person(id)),
            other => other.clone(),
        }
    }
}

/// The shield while it is up.
#[derive(Default)]
pub struct Shield {
    key: Option<Key>,
    job: Option<Job<Result<Shown, String>>>,
    shown: Option<Shown>,
    failed: Option<String>,
}

struct MaskVeil(Arc<Mask>);

impl Veil for MaskVeil {
    fn cell(&self, snapshot: &Snapshot, column: usize, value: &str) -> String {
        self.0.cell(snapshot, column, value)
    }

    fn key(&self, value: &str) -> String {
        self.0.label(Kind::Value, value)
    }
}

impl Shield {
    /// The veiled view of what the session shows now; `None` until it is ready.
    pub fn shown(&self) -> Option<&Shown> {
        self.shown.as_ref()
    }

    /// Why there will be none.
    pub fn failed(&self) -> Option<&str> {
        self.failed.as_deref()
    }

    /// Makes the view anew when what is behind it has changed. The old one goes at once: it may name who has been put in since.
    pub fn tend(&mut self, session: &Session, language: Language, wake: &Wake) {
        let key = Key {
            revision: session.case().revision(),
            digest: session.analysis().map(|analysis| analysis.digest.clone()),
            steps: session.steps().list().len(),
            language,
        };
        if self.key.as_ref() != Some(&key) {
            *self = Self { key: Some(key), ..Self::default() };
            let (case, analysis, steps) = (session.case().clone(), session.shared_analysis(), session.steps().clone());
            self.job = Job::start("shield", Arc::clone(wake), move |_| build(&case, analysis.as_deref(), &steps, language)).ok();
        }
        match self.job.as_ref().map(Job::poll) {
            Some(Poll::Running) | None => return,
            Some(Poll::Done(Ok(shown))) => self.shown = Some(shown),
            Some(Poll::Done(Err(why))) => self.failed = Some(why),
            Some(Poll::Lost) => self.failed = Some(Words::new(language).text("window-error-defect")),
        }
        self.job = None;
    }
}

fn build(case: &Case, analysis: Option<&Analysis>, steps: &Steps, language: Language) -> Result<Shown, String> {
    let words = Words::new(language);
    let salt = case.birthmark().map_err(|error| errors::after(words.text("errors-shield"), &error, &words))?;
    let mask = Arc::new(Mask::new(case.contents(), salt, &words));
    let mut contents: Contents = walk::masked(case.contents(), &mask).map_err(|error| errors::after(words.text("errors-shield"), &error, &words))?;
    named_anew(&mut contents, case.contents(), &mask);
    // Lists are in the order of their ids, and some of those are new.
    contents.recipients.sort_by(|a, b| a.id.cmp(&b.id));
    let analysis = analysis.and_then(|analysis| walk::masked(analysis, &mask).ok()).map(|mut analysis: Analysis| {
        analysis.recipients.sort_by(|a, b| a.id.cmp(&b.id));
        analysis
    });
    let timeline = Timeline::build(&contents, analysis.as_ref(), &words);
    let matrix = analysis.as_ref().map(|analysis| Matrix::build(&contents, analysis, &words));
    let steps = Steps::from_list(steps.list().iter().map(|step| veiled(step, &mask)).collect());
    let case = case.veiled(contents, Arc::new(MaskVeil(Arc::clone(&mask))));
    let marks = Marks::of(case.contents());
    Ok(Shown { case, analysis, timeline, matrix, steps, marks, mask })
}

/// The case and its files are called by neutral names: a title or a file name may name somebody the case does not know.
fn named_anew(contents: &mut Contents, own: &Contents, mask: &Mask) {
    mask.title().clone_into(&mut contents.incident.title);
    for (evidence, own) in contents.evidence.iter_mut().zip(&own.evidence) {
        evidence.name = mask.evidence(own.id, &own.name);
    }
    for (report, own) in contents.imports.iter_mut().zip(&own.imports) {
        report.file = own.evidence.map_or_else(|| mask.file(&own.file), |id| mask.evidence(id, &own.file));
    }
}

/// A step in which nobody is named. A record that cannot be veiled is left out of it.
fn veiled(step: &Step, mask: &Mask) -> Step {
    let record = |record: &Option<Box<Record>>| {
        let mut record = record.as_ref().and_then(|record| walk::masked(record.as_ref(), mask).ok())?;
        if let Record::Incident(incident) = &mut record {
            mask.title().clone_into(&mut incident.title);
        }
        Some(Box::new(record))
    };
    let files = |files: &[String]| files.iter().map(|file| mask.file(file)).collect();
    let deed = |deed: &Deed| match deed {
        Deed::Record { before, after } => Deed::Record { before: record(before), after: record(after) },
        Deed::Import { import, files: names } => Deed::Import { import: *import, files: files(names) },
        Deed::Withdraw { import, files: names } => Deed::Withdraw { import: *import, files: files(names) },
        Deed::Restore { import, files: names } => Deed::Restore { import: *import, files: files(names) },
    };
    Step { deeds: step.deeds.iter().map(deed).collect(), ..step.clone() }
}

impl Shown {
    /// Text that was not made from the veiled case: what the log says, a title, a path.
    pub fn text(&self, text: &str) -> String {
        self.mask.told(text)
    }

    /// What a thread needs to show things.
    pub fn face(&self) -> Face {
        Face { case: self.case.clone(), mask: Arc::clone(&self.mask) }
    }

    /// What is selected, as the rooms know it.
    pub fn selection(&self, selection: &Selection) -> Selection {
        match selection {
            Selection::Recipient(id) => Selection::Recipient(self.mask.recipient(id)),
            Selection::Person(id) => Selection::Person(self.mask.person(id)),
            Selection::Evidence(_) | Selection::Message(_) | Selection::Mark(_) | Selection::Row(..) | Selection::Note(_) => selection.clone(),
        }
    }

    /// What a room asked for in labels, in the names of the case.
    pub fn unmasked(&self, command: Command) -> Command {
        match command {
            Command::Select(selection) => Command::Select(self.unmasked_selection(selection)),
            Command::Show(room, selection) => Command::Show(room, self.unmasked_selection(selection)),
            Command::ReviewLink(link) => Command::ReviewLink(LinkKey { recipient: self.recipient(&link.recipient), ..link }),
            other => other,
        }
    }

    fn unmasked_selection(&self, selection: Selection) -> Selection {
        match selection {
            Selection::Recipient(id) => Selection::Recipient(self.recipient(&id)),
            Selection::Person(id) => Selection::Person(PersonId::from(self.mask.unmasked(id.as_str()))),
            other => other,
        }
    }

    fn recipient(&self, id: &RecipientId) -> RecipientId {
        self.mask.unmasked(id.as_str()).into()
    }

    /// Everything about people that must not be seen: for tests, which search the window for it.
    pub fn hidden(contents: &Contents) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        for recipient in &contents.recipients {
            let it = &recipient.identity;
            let all = [&it.name, &it.first_name, &it.last_name, &it.email, &it.phone, &it.street, &it.identifier, &recipient.rendered_name];
            found.extend(all.into_iter().cloned());
        }
        for message in &contents.messages {
            let all = message.from.iter().chain(&message.to).chain(&message.cc).chain(&message.delivered_to);
            found.extend(all.flat_map(|it| [it.name.clone(), it.address.clone()]));
        }
        found.extend(contents.posts.iter().map(|post| post.person.0.clone()));
        found.extend(contents.accesses.iter().map(|access| access.person.0.clone()));
        found.retain(|text| text.trim().chars().count() > 3);
        found
    }
}
