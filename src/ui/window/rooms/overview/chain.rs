//! The chain at a glance: messages, recipients, sources, copy date, people with access, as connected cards.

use crate::analysis::Analysis;
use crate::model::{Contents, Day, SourceKind};
use crate::ui::window::command::Command;
use crate::ui::window::icons::{self, Icon};
use crate::ui::window::room::Room;
use crate::ui::window::theme::{self, tokens};
use crate::words::{Words, format};
use egui::{CornerRadius, FontId, Rect, Sense, Stroke, StrokeKind, TextStyle, Ui, WidgetInfo, pos2, vec2};
use std::collections::BTreeSet;

/// Width between two cards, where the arrow stands.
const ARROW: f32 = 20.0;
const HEIGHT: f32 = 118.0;
/// People whose access covers less than this share of the copy date are not counted in the card; the room lists them all.
const NEGLIGIBLE: f64 = 0.01;

/// Size of a card's title, in points.
const TITLE: f32 = 13.5;
/// The title of a card is never smaller.
const TITLE_LEAST: f32 = 10.5;

/// One card.
struct Link {
    room: Room,
    title: String,
    /// The large text: a number or a date.
    main: String,
    /// What stands below it.
    below: String,
}

/// The cards, in order.
#[derive(Default)]
pub struct Chain {
    links: Vec<Link>,
}

impl Chain {
    /// What the case and its analysis say, in five cards.
    pub fn of(contents: &Contents, analysis: Option<&Analysis>, words: &Words) -> Self {
        let language = words.language();
        let count = |n: usize| format::count(n as u64, language);
        let copies = contents.messages.iter().filter(|message| message.duplicate_of.is_some()).count();
        let received = contents.recipients.iter().filter(|recipient| recipient.received).count();
        let declared = contents.sources.iter().filter(|source| source.kind != SourceKind::Held).count();
        let campaign = analysis.and_then(|analysis| analysis.campaigns.first());
        let best = campaign.and_then(|campaign| campaign.verdict.best.as_ref());
        let score = campaign.and_then(|campaign| campaign.attribution.candidates.iter().find(|candidate| Some(&candidate.id) == best));
        let copy = score.and_then(|score| score.copy_date.as_ref());
        let (date, date_below) = match copy.and_then(|copy| Some((copy.set95.first()?.from, copy.set95.last()?.to))) {
            Some((from, to)) => (span(from, to, words), words.text("window-chain-set95")),
            None if analysis.is_none() => ("…".to_owned(), String::new()),
            None if best.is_none() => ("—".to_owned(), words.text("window-chain-no-source")),
            None => ("—".to_owned(), words.text("window-chain-undated")),
        };
        let people: BTreeSet<_> = contents.posts.iter().map(|post| &post.person).chain(contents.accesses.iter().map(|a| &a.person)).collect();
        let opportunity = campaign.and_then(|campaign| campaign.opportunity.iter().find(|o| Some(&o.source) == best));
        let (who, who_below) = match opportunity.filter(|_| copy.is_some()) {
            Some(opportunity) => {
                let known = || opportunity.people.iter().filter(|person| person.person.is_some());
                let possible = known().filter(|person| person.possible >= NEGLIGIBLE).count();
                let certain = known().filter(|person| person.certain >= NEGLIGIBLE).count();
                let args = crate::args! { "n" => certain, "certain" => count(certain), "all" => count(people.len()) };
                (count(possible), words.text_with("window-chain-people-access", &args))
            }
            None => (count(people.len()), words.text("window-chain-people-known")),
        };
        let link = |room: Room, main: String, below: String| Link { room, title: words.text(room.name_id()), main, below };
        let copies = words.text_with("window-chain-copies", &crate::args! { "n" => copies, "count" => count(copies) });
        let controls = words.text_with(
            "window-chain-controls",
            &crate::args! { "n" => contents.recipients.len() - received, "count" => count(contents.recipients.len() - received) },
        );
        let states = crate::args! { "n" => contents.snapshots.len(), "states" => count(contents.snapshots.len()), "declared" => declared };
        Self {
            links: vec![
                link(Room::Messages, count(contents.messages.iter().filter(|m| m.duplicate_of.is_none()).count()), copies),
                link(Room::Recipients, count(received), controls),
                link(Room::Sources, count(contents.sources.len()), words.text_with("window-chain-states", &states)),
                Link { room: Room::Timeline, title: words.text("window-chain-copy"), main: date, below: date_below },
                link(Room::People, who, who_below),
            ],
        }
    }

    /// Draws the cards; each leads to its room.
    pub fn ui(&self, ui: &mut Ui, words: &Words, commands: &mut Vec<Command>) {
        let count = self.links.len().max(1) as f32;
        let width = ((ui.available_width() - ARROW * (count - 1.0)) / count).max(110.0);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            for (at, link) in self.links.iter().enumerate() {
                if at > 0 {
                    let (rect, _) = ui.allocate_exact_size(vec2(ARROW, HEIGHT), Sense::hover());
                    icons::paint(ui.painter(), Rect::from_center_size(rect.center(), vec2(14.0, 14.0)), Icon::Next, tokens(ui).text_weak);
                }
                if card(ui, link, width, words) {
                    commands.push(Command::GoTo(link.room));
                }
            }
        });
    }
}

fn card(ui: &mut Ui, link: &Link, width: f32, words: &Words) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::click());
    let read = words.text_with(
        "window-chain-card",
        &crate::args! { "title" => link.title.as_str(), "main" => link.main.as_str(), "below" => link.below.as_str() },
    );
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &read));
    let t = tokens(ui);
    let is_lit = response.hovered() || response.has_focus();
    let radius = CornerRadius::same(theme::RADIUS);
    ui.painter().rect(rect, radius, t.surface, Stroke::new(1.0, if is_lit { t.accent } else { t.line }), StrokeKind::Inside);
    let inner = rect.shrink2(vec2(11.0, 10.0));
    let icon = Rect::from_min_size(inner.min, vec2(16.0, 16.0));
    let sign = if link.room == Room::Timeline { Room::Timeline } else { link.room };
    icons::paint(ui.painter(), icon, Icon::Room(sign), t.accent);
    let small = TextStyle::Small.resolve(ui.style());
    let clipped = ui.painter().with_clip_rect(inner);
    // A long title takes smaller letters rather than being cut.
    let left = icon.right() + 6.0;
    let in_size = |size| clipped.layout_no_wrap(link.title.clone(), FontId::proportional(size), t.text_weak);
    let mut title = in_size(TITLE);
    if title.size().x > inner.right() - left {
        title = in_size((TITLE * (inner.right() - left) / title.size().x).max(TITLE_LEAST));
    }
    clipped.galley(pos2(left, icon.center().y - title.size().y / 2.0), title, t.text_weak);
    // A date needs more room than a number; it takes a smaller size rather than being cut.
    let size = if link.main.chars().count() > 8 { 14.5 } else { 25.0 };
    let main = clipped.layout(link.main.clone(), FontId::proportional(size), t.text, inner.width());
    let top = inner.top() + 23.0;
    let below_top = top + main.size().y + 2.0;
    clipped.galley(pos2(inner.left(), top), main, t.text);
    let below = clipped.layout(link.below.clone(), small, t.text_weak, inner.width());
    clipped.galley(pos2(inner.left(), below_top), below, t.text_weak);
    response.on_hover_text(read).clicked()
}

/// « du 3 mai au 12 juin 2010 », or one day.
fn span(from: Day, to: Day, words: &Words) -> String {
    if from == to {
        return format::day(from, words.language());
    }
    let args = crate::args! { "from" => format::day(from, words.language()), "to" => format::day(to, words.language()) };
    words.text_with("window-chain-span", &args)
}
