//! A filter of lists by star, tags and notes.

use crate::model::{Marks, Thing};
use crate::words::{Words, format};
use egui::Ui;
use std::collections::BTreeSet;

/// What must stand beside a thing so that it is kept. Several tags: any of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MarkFilter {
    is_starred: bool,
    has_note: bool,
    tags: BTreeSet<String>,
}

impl MarkFilter {
    /// Whether a thing is kept.
    pub fn keeps(&self, thing: &Thing, marks: &Marks) -> bool {
        if !self.is_on() {
            return true;
        }
        let Some(marked) = marks.get(thing) else { return false };
        (!self.is_starred || marked.is_starred)
            && (!self.has_note || !marked.notes.is_empty())
            && (self.tags.is_empty() || marked.tags.iter().any(|tag| self.tags.contains(tag)))
    }

    /// Whether it keeps anything out.
    pub fn is_on(&self) -> bool {
        *self != Self::default()
    }

    /// A button that opens the choices; it says what is chosen. Not there as long as nothing is marked.
    pub fn ui(&mut self, ui: &mut Ui, marks: &Marks, words: &Words) {
        if *marks == Marks::default() && !self.is_on() {
            return;
        }
        let mut chosen: Vec<String> = Vec::new();
        if self.is_starred {
            chosen.push(words.text("notes-filter-star"));
        }
        if self.has_note {
            chosen.push(words.text("notes-filter-note"));
        }
        chosen.extend(self.tags.iter().cloned());
        let text = if chosen.is_empty() {
            words.text("notes-filter")
        } else {
            words.text_with("notes-filter-on", &crate::args! { "what" => chosen.join(", ") })
        };
        let config = egui::containers::menu::MenuConfig::new().close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside);
        egui::containers::menu::MenuButton::new(text).config(config).ui(ui, |ui| {
            ui.set_min_width(200.0);
            ui.checkbox(&mut self.is_starred, words.text("notes-filter-star"));
            ui.checkbox(&mut self.has_note, words.text("notes-filter-note"));
            let known: BTreeSet<&str> = marks.tags().map(|(tag, _)| tag).collect();
            self.tags.retain(|tag| known.contains(tag.as_str()));
            if !known.is_empty() {
                ui.separator();
            }
            egui::ScrollArea::vertical().max_height(300.0).show(ui, |ui| {
                for (tag, count) in marks.tags() {
                    let mut is_chosen = self.tags.contains(tag);
                    let text = format!("{tag} · {}", format::count(count as u64, words.language()));
                    if ui.checkbox(&mut is_chosen, text).changed() {
                        if is_chosen {
                            self.tags.insert(tag.to_owned());
                        } else {
                            self.tags.remove(tag);
                        }
                    }
                }
            });
            if self.is_on() && ui.button(words.text("notes-filter-off")).clicked() {
                *self = Self::default();
                ui.close();
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Annotation, AnnotationId, Contents, EvidenceId, ImportId};

    #[test]
    fn stars_and_tags_narrow_and_several_tags_widen() {
        let thing = |id| Thing::Evidence(EvidenceId(id));
        let annotation = |id: i64, is_starred, tags: &[&str]| Annotation {
            id: AnnotationId(id),
            import: ImportId(0),
            about: thing(id),
            is_starred,
            tags: tags.iter().map(|&tag| tag.to_owned()).collect(),
        };
        let contents = Contents { annotations: vec![annotation(1, true, &["a"]), annotation(2, false, &["b"])], ..Contents::default() };
        let marks = Marks::of(&contents);
        let kept = |filter: &MarkFilter| (1..=3).filter(|&id| filter.keeps(&thing(id), &marks)).collect::<Vec<_>>();
        let tags = |tags: &[&str]| tags.iter().map(|&tag| tag.to_owned()).collect();
        assert_eq!(kept(&MarkFilter::default()), [1, 2, 3]);
        assert_eq!(kept(&MarkFilter { is_starred: true, ..MarkFilter::default() }), [1]);
        assert_eq!(kept(&MarkFilter { tags: tags(&["a", "b"]), ..MarkFilter::default() }), [1, 2]);
        assert_eq!(kept(&MarkFilter { is_starred: true, tags: tags(&["b"]), ..MarkFilter::default() }), Vec::<i64>::new());
        assert_eq!(kept(&MarkFilter { has_note: true, ..MarkFilter::default() }), Vec::<i64>::new());
    }
}
