//! The painted timeline, as pictures.

use super::stage::Stage;
use egui::{Theme, vec2};
use sourcier::model::Language;
use sourcier::ui::window::rooms::timeline::TimelineRoom;

#[test]
fn dev_pictures() {
    let dir = std::env::var("SHOTS").unwrap_or_default();
    if dir.is_empty() {
        return;
    }
    macro_rules! save {
        ($code:expr, $name:expr, $image:expr) => {
            $image.save(format!("{dir}/{}-{}.png", $name, $code)).unwrap()
        };
    }
    use egui_kittest::kittest::Queryable as _;
    use sourcier::ui::window::rooms::*;
    for (language, code) in [(Language::Fr, "fr"), (Language::En, "en")] {
        let stage = Stage::full(language);
        save!(code, "recipients", stage.play(recipients::RecipientsRoom::default()).render().unwrap());
        save!(code, "sources", stage.play(sources::SourcesRoom::default()).render().unwrap());
        let people = Stage::full(language)
            .selecting(sourcier::ui::window::room::Selection::Mark(sourcier::chart::timeline::Target::Post(sourcier::model::PostId(1))));
        let mut h = people.play(people::PeopleRoom::default());
        save!(code, "people", h.render().unwrap());
        h.get_by_label(&people.text("rooms-people-persons")).click();
        h.run();
        save!(code, "people-persons", h.render().unwrap());
        h.get_by_label(&people.text("rooms-people-log")).click();
        h.run();
        save!(code, "people-log", h.render().unwrap());
        let mut h = stage.play(timeline::TimelineRoom::default());
        save!(code, "timeline", h.render().unwrap());
        h.get_by_label(&stage.text("rooms-as-table")).click();
        h.run();
        save!(code, "timeline-table", h.render().unwrap());
        let mut h = stage.play_in(timeline::TimelineRoom::default(), vec2(860.0, 560.0), Theme::Dark);
        save!(code, "timeline-dark", h.render().unwrap());
        if std::env::var("ORIGIN").is_ok() {
            let mut h = stage.play(origin::OriginRoom::default());
            save!(code, "origin", h.render().unwrap());
            for tab in ["copy-date", "pairs", "recipients"] {
                h.get_by_label(&stage.text(&format!("rooms-origin-{tab}"))).click();
                h.run();
                save!(code, format!("origin-{tab}"), h.render().unwrap());
            }
        }
    }
}
