//! What the answers say: the pair decided last with what the program thought of it, and the estimate of precision and recall.

use crate::chart::waterfall::say;
use crate::link::review::{Estimate, Measure};
use crate::model::Answer;
use crate::ui::window::inspector::link_detail;
use crate::ui::window::kit;
use crate::ui::window::room::{LinkKey, RoomContext};
use crate::ui::window::rooms::recipients::{links, name_of};
use crate::ui::window::theme::tokens;
use crate::words::{Words, format};
use egui::{Label, RichText, Ui};

/// An interval wider than this says nothing, and then nothing is claimed.
const WIDEST: f64 = 0.5;

/// The pair decided last: the answer, and the score that was hidden.
pub fn last(ui: &mut Ui, ctx: &RoomContext<'_>, link: &LinkKey, answer: Answer) {
    let words = ctx.words;
    let name = ctx.case.contents().recipient(&link.recipient).map(name_of).filter(|name| !name.is_empty());
    let found = ctx.analysis.and_then(|analysis| links::item(analysis, link));
    let args = crate::args! {
        "name" => name.unwrap_or_else(|| link.recipient.to_string()),
        "answer" => link_detail::answer(answer, words),
        "label" => found.as_ref().map(|item| say::label(item.label, words)).unwrap_or_default(),
        "p" => found.as_ref().map(|item| say::probability(item.probability, words)).unwrap_or_default(),
    };
    let id = if found.is_some() { "links-review-last" } else { "links-review-last-unscored" };
    ui.add(Label::new(RichText::new(words.text_with(id, &args)).color(tokens(ui).text_weak)).wrap());
}

/// What can be said of all links from those decided, with what it means. Nothing before the first decision.
pub fn estimate(ui: &mut Ui, ctx: &RoomContext<'_>, estimate: &Estimate) {
    if estimate.decided == 0 {
        return;
    }
    let words = ctx.words;
    ui.add_space(8.0);
    kit::card(ui, |ui| {
        ui.set_width(ui.available_width());
        kit::section(ui, &words.text_with("links-estimate-title", &counted(u64::from(estimate.decided), words)));
        for (measure, name, meaning) in [
            (estimate.precision, "links-estimate-precision", "links-estimate-precision-meaning"),
            (estimate.recall, "links-estimate-recall", "links-estimate-recall-meaning"),
        ] {
            let Some(measure) = measure else { continue };
            let is_known = measure.hi - measure.lo <= WIDEST;
            ui.horizontal_wrapped(|ui| {
                ui.label(RichText::new(words.text(name)).strong());
                let text = if is_known { RichText::new(share(measure, words)).strong() } else { RichText::new(words.text("links-estimate-unknown")) };
                ui.label(text);
            });
            if !is_known {
                continue;
            }
            let bounds = crate::args! { "lo" => in_hundred(measure.lo), "hi" => in_hundred(measure.hi) };
            ui.add(Label::new(RichText::new(words.text_with(meaning, &bounds)).color(tokens(ui).text_weak)).wrap());
        }
        let unchecked: u64 = estimate.unchecked().map(|stratum| u64::from(stratum.links)).sum();
        if unchecked > 0 {
            ui.add(Label::new(words.text_with("links-estimate-unchecked", &counted(unchecked, words))).wrap());
        }
    });
}

fn counted(n: u64, words: &Words) -> crate::words::Args<'static> {
    crate::args! { "n" => n, "count" => format::count(n, words.language()) }
}

/// « 96 % (88 à 99 %) ».
fn share(measure: Measure, words: &Words) -> String {
    let language = words.language();
    let (mean, lo, hi) = (format::percent(measure.mean, language), format::percent(measure.lo, language), format::percent(measure.hi, language));
    words.text_with("rooms-share", &crate::args! { "mean" => mean, "lo" => lo, "hi" => hi })
}

fn in_hundred(share: f64) -> String {
    format!("{:.0}", share * 100.0)
}
