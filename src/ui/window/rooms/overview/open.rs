//! Open questions: what has not been looked at yet, and what would make the answer firmer. Facts about the case, with the way to each.

use crate::analysis::Analysis;
use crate::model::{Contents, EventKind, FoundBy, ImportKind, ImportReport, SourceKind};
use crate::ui::window::command::Command;
use crate::ui::window::icons::{self, Icon};
use crate::ui::window::room::Room;
use crate::ui::window::theme::tokens;
use crate::words::{Words, format};
use egui::{Label, Ui};

/// One open question and where it is worked on.
pub struct Question {
    /// The question, in a sentence.
    pub text: String,
    /// What to do about it.
    pub command: Command,
}

impl Question {
    /// Draws it as a line with a link.
    pub fn ui(&self, ui: &mut Ui, words: &Words, commands: &mut Vec<Command>) {
        ui.horizontal_top(|ui| {
            icons::show(ui, 16.0, Icon::Next, tokens(ui).accent);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::TOP), |ui| {
                let response = ui.link(self.command.text(words)).on_hover_text(self.command.tooltip(words));
                if response.clicked() {
                    commands.push(self.command.clone());
                }
                ui.with_layout(egui::Layout::left_to_right(egui::Align::TOP), |ui| ui.add(Label::new(&self.text).wrap()));
            });
        });
    }
}

/// Everything that is open, in the order of the path of an inquiry.
pub fn questions(contents: &Contents, analysis: Option<&Analysis>, words: &Words) -> Vec<Question> {
    let mut out = Vec::new();
    let mut ask = |id: &str, n: usize, command: Command| {
        let args = crate::args! { "n" => n, "count" => format::count(n as u64, words.language()) };
        out.push(Question { text: words.text_with(id, &args), command });
    };
    let rejected: u64 = contents.imports.iter().map(ImportReport::rejected).sum();
    if rejected > 0 {
        ask("window-open-rejected", rejected as usize, Command::GoTo(Room::Evidence));
    }
    let untold = contents.evidence.iter().filter(|evidence| evidence.method.is_empty()).count();
    if untold > 0 {
        ask("window-open-method", untold, Command::GoTo(Room::Evidence));
    }
    if contents.messages.is_empty() {
        ask("window-open-no-messages", 0, Command::AddFiles(Some(ImportKind::Messages)));
    }
    let is_complete = !contents.recipients.is_empty() && contents.recipients.iter().all(|r| r.found_by == FoundBy::CompleteList);
    if !is_complete && contents.recipients.iter().all(|recipient| recipient.received) {
        ask("window-open-no-controls", 0, Command::AddFiles(Some(ImportKind::Recipients)));
    }
    if contents.sources.len() < 2 {
        ask("window-open-one-source", contents.sources.len(), Command::AddFiles(Some(ImportKind::Source)));
    }
    let once = contents.sources.iter().filter(|source| source.kind == SourceKind::Held && contents.snapshots_of(&source.id).len() == 1).count();
    if once > 0 {
        ask("window-open-one-state", once, Command::AddFiles(Some(ImportKind::Source)));
    }
    // Nobody has said another number: it carries weight, and only who knows the case can say it.
    if contents.incident.pool == crate::model::Incident::default().pool {
        ask("window-open-pool", contents.incident.pool as usize, Command::CaseSettings);
    }
    let undated = contents.snapshots.iter().filter(|snapshot| snapshot.as_of.is_none()).count();
    if undated > 0 {
        ask("window-open-undated", undated, Command::GoTo(Room::Sources));
    }
    if contents.posts.is_empty() {
        ask("window-open-no-posts", 0, Command::AddFiles(Some(ImportKind::Roster)));
    }
    let unproved = contents.posts.iter().filter(|post| post.source.is_some() && post.proof.is_empty()).count();
    if unproved > 0 {
        ask("window-open-unproved", unproved, Command::GoTo(Room::People));
    }
    let endless = contents.posts.iter().filter(|post| post.source.is_some() && post.to.is_none()).count();
    if endless > 0 {
        ask("window-open-endless", endless, Command::GoTo(Room::People));
    }
    if contents.accesses.is_empty() && !contents.sources.is_empty() {
        ask("window-open-no-log", 0, Command::AddFiles(Some(ImportKind::AccessLog)));
    }
    if !contents.events.iter().any(|event| event.kind == EventKind::Request) {
        ask("window-open-no-request", 0, Command::AddFiles(Some(ImportKind::Events)));
    }
    if let Some(analysis) = analysis {
        let received = |id| contents.recipient(id).is_some_and(|recipient| recipient.received);
        let nowhere = analysis.recipients.iter().filter(|recipient| !recipient.is_linked() && received(&recipient.id)).count();
        if nowhere > 0 {
            ask("window-open-nowhere", nowhere, Command::GoTo(Room::Recipients));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Language, Source};

    #[test]
    fn an_empty_case_asks_for_messages_sources_and_people() {
        let words = Words::new(Language::Fr);
        let open = questions(&Contents::default(), None, &words);
        let asks = |command: &Command| open.iter().any(|question| format!("{:?}", question.command) == format!("{command:?}"));
        assert!(asks(&Command::AddFiles(Some(ImportKind::Messages))));
        assert!(asks(&Command::AddFiles(Some(ImportKind::Source))));
        assert!(asks(&Command::AddFiles(Some(ImportKind::Roster))));
        assert!(open.iter().all(|question| !question.text.contains('‹')));
    }

    #[test]
    fn a_second_source_answers_the_question_for_a_rival() {
        let words = Words::new(Language::En);
        let source = |id: &str| Source { id: id.into(), ..Source::default() };
        let asks_for_rival = |sources: Vec<Source>| {
            let contents = Contents { sources, ..Contents::default() };
            let text = words.text_with("window-open-one-source", &crate::args! { "n" => contents.sources.len(), "count" => "1" });
            questions(&contents, None, &words).iter().any(|question| question.text == text)
        };
        assert!(asks_for_rival(vec![source("a")]));
        assert!(!asks_for_rival(vec![source("a"), source("b")]));
    }
}
