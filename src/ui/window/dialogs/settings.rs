//! What is assumed about the incident as a whole: its title, whom an unrelated mailing could have reached, the last day looked at. One step of the history.

use super::{Answer, buttons, problem};
use crate::case::{Edit, Record};
use crate::model::{Incident, UncertainDay};
use crate::ui::window::kit;
use crate::ui::window::theme::tokens;
use crate::words::{Words, format};
use egui::{Label, RichText, TextEdit, Ui};

/// Settings of the incident while they are written.
pub struct CaseSettings {
    before: Incident,
    title: String,
    pool: String,
    until: String,
    fingerprints: bool,
    problem: Option<&'static str>,
    is_new: bool,
}

impl CaseSettings {
    /// The settings as they are.
    pub fn of(incident: &Incident, words: &Words) -> Self {
        Self {
            title: incident.title.clone(),
            pool: format::count(incident.pool, words.language()),
            until: incident.until.map(|day| kit::short_day(&UncertainDay::exact(day), words.language())).unwrap_or_default(),
            fingerprints: incident.fingerprints,
            before: incident.clone(),
            problem: None,
            is_new: true,
        }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, words: &Words) -> Option<Answer> {
        ui.heading(words.text("frame-settings-title"));
        ui.add_space(6.0);
        let first = field(ui, words, "frame-settings-name", None, &mut self.title);
        if std::mem::take(&mut self.is_new) {
            first.request_focus();
        }
        field(ui, words, "frame-settings-pool", Some("frame-settings-pool-what"), &mut self.pool);
        field(ui, words, "frame-settings-until", Some("frame-settings-until-what"), &mut self.until);
        ui.checkbox(&mut self.fingerprints, words.text("frame-settings-prints"));
        ui.add_space(6.0);
        ui.weak(words.text_with("frame-settings-zone", &crate::args! { "zone" => self.before.timezone.as_str() }));
        problem(ui, self.problem, words);
        match buttons(ui, &words.text("frame-settings-save"), words) {
            Some(true) => match self.read() {
                Ok(incident) if incident == self.before => Some(Answer::Dismiss),
                Ok(incident) => Some(Answer::Edit(Edit::Put { record: Box::new(Record::Incident(incident)) })),
                Err(problem) => {
                    self.problem = Some(problem);
                    None
                }
            },
            Some(false) => Some(Answer::Dismiss),
            None => None,
        }
    }

    /// What was written, or the id of what is wrong with it.
    fn read(&self) -> Result<Incident, &'static str> {
        let pool = people(&self.pool).ok_or("frame-settings-wrong-pool")?;
        let until = match self.until.trim() {
            "" => None,
            typed => Some(typed.parse::<UncertainDay>().ok().and_then(|day| day.day()).ok_or("frame-settings-wrong-day")?),
        };
        Ok(Incident { title: self.title.trim().to_owned(), pool, until, fingerprints: self.fingerprints, ..self.before.clone() })
    }
}

/// A number of people, at least one, its thousands set apart or not.
fn people(text: &str) -> Option<u64> {
    let mut groups = text.trim().split(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | '\'' | '’'));
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let holds = rest.iter().all(|group| group.len() == 3) && (rest.is_empty() || first.len() <= 3);
    let digits = [first].into_iter().chain(rest).collect::<String>();
    let is_number = holds && digits.chars().all(|c| c.is_ascii_digit());
    digits.parse().ok().filter(|people| is_number && *people > 0)
}

fn field(ui: &mut Ui, words: &Words, name: &str, what: Option<&str>, text: &mut String) -> egui::Response {
    let label = ui.label(words.text(name));
    let response = ui.add(TextEdit::singleline(text).desired_width(f32::INFINITY)).labelled_by(label.id);
    if let Some(what) = what {
        ui.add(Label::new(RichText::new(words.text(what)).small().color(tokens(ui).text_weak)).wrap());
    }
    ui.add_space(6.0);
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Day, Language};

    fn settings(pool: &str, until: &str) -> Result<Incident, &'static str> {
        let mut settings = CaseSettings::of(&Incident::default(), &Words::new(Language::Fr));
        (settings.pool, settings.until) = (pool.to_owned(), until.to_owned());
        settings.read()
    }

    #[test]
    fn numbers_and_days_are_read_as_people_write_them_and_nothing_is_guessed() {
        assert_eq!(settings("130\u{202f}000", "").unwrap().pool, 130_000);
        assert_eq!(settings("130,000", "").unwrap().pool, 130_000);
        assert_eq!(settings("10 000", "01/03/2011").unwrap().until, Some(Day::constant(2011, 3, 1)));
        assert_eq!(settings("0", ""), Err("frame-settings-wrong-pool"));
        assert_eq!(settings("12,5", ""), Err("frame-settings-wrong-pool"), "half a person is nobody");
        assert_eq!(settings("+5", ""), Err("frame-settings-wrong-pool"));
        assert_eq!(settings("-5", ""), Err("frame-settings-wrong-pool"));
        assert_eq!(settings("beaucoup", ""), Err("frame-settings-wrong-pool"));
        assert_eq!(settings("5", "2011-03"), Err("frame-settings-wrong-day"), "a month is not a day");
        assert_eq!(settings("5", "demain"), Err("frame-settings-wrong-day"));
    }

    #[test]
    fn what_is_shown_is_read_back_as_it_was() {
        let incident = Incident { pool: 130_000, until: Some(Day::constant(2011, 3, 1)), fingerprints: false, ..Incident::default() };
        for language in [Language::Fr, Language::En] {
            assert_eq!(CaseSettings::of(&incident, &Words::new(language)).read().as_ref(), Ok(&incident));
        }
    }
}
