//! Rendering rules, as data: how a mail tool turns the cells of a row into what stands on a label, in a salutation or in `To:`.
//!
//! Which rule a mailing followed is found by [`super::fit`]; nothing here looks at more than one row.

use super::letters::{cut, without_accents};
use super::pieces::{join, pieces};
use crate::model::Identity;
use crate::normalise::fold;
use serde::{Deserialize, Serialize};

/// What a message renders of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rendered {
    /// The name beside the address in `To:`.
    DisplayName,
    /// Who the opening line addresses; greetings such as « Cher » are taken off before comparing.
    Salutation,
    /// The line of a label with the name.
    NameLine,
    /// The line with building, stairs, flat.
    ExtraLine,
    /// The line with number and street.
    StreetLine,
    /// The line with postcode and town.
    PlaceLine,
    /// The address written to: its capitals and its tag.
    Address,
}

impl Rendered {
    /// Every field.
    pub const ALL: [Self; 7] =
        [Self::DisplayName, Self::Salutation, Self::NameLine, Self::ExtraLine, Self::StreetLine, Self::PlaceLine, Self::Address];

    /// Whether it renders a name.
    pub fn is_name(self) -> bool {
        matches!(self, Self::DisplayName | Self::Salutation | Self::NameLine)
    }

    fn layouts(self) -> &'static [Layout] {
        match self {
            Self::DisplayName | Self::Salutation | Self::NameLine => {
                &[Layout::Whole, Layout::FirstLast, Layout::LastFirst, Layout::LastCommaFirst, Layout::First, Layout::Last, Layout::CivilityOnly]
            }
            Self::ExtraLine => &[Layout::Extra],
            Self::StreetLine => &[Layout::NumberStreet, Layout::NumberCommaStreet],
            Self::PlaceLine => &[Layout::PostcodeCity, Layout::CityPostcode, Layout::City],
            Self::Address => &[Layout::Email],
        }
    }

    fn letters(self) -> &'static [Letters] {
        match self {
            Self::Address => &[Letters::AsWritten, Letters::Lower, Letters::Upper],
            Self::ExtraLine | Self::StreetLine | Self::PlaceLine => {
                &[Letters::AsWritten, Letters::Upper, Letters::Lower, Letters::Title, Letters::TitleAtSpaces]
            }
            Self::DisplayName | Self::Salutation | Self::NameLine => &[
                Letters::AsWritten,
                Letters::Upper,
                Letters::Lower,
                Letters::Title,
                Letters::TitleAtSpaces,
                Letters::LastUpper,
                Letters::LastUpperRestTitle,
            ],
        }
    }
}

/// Which cells, in which order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layout {
    /// The cell that holds the whole name.
    Whole,
    /// First name, last name.
    FirstLast,
    /// Last name, first name.
    LastFirst,
    /// Last name, comma, first name.
    LastCommaFirst,
    /// The first name alone.
    First,
    /// The last name alone.
    Last,
    /// The civility alone.
    CivilityOnly,
    /// What completes the address.
    Extra,
    /// Number and street.
    NumberStreet,
    /// Number, comma, street.
    NumberCommaStreet,
    /// Postcode and town.
    PostcodeCity,
    /// Town and postcode.
    CityPostcode,
    /// The town alone.
    City,
    /// The e-mail address.
    Email,
}

/// A civility put in front of a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Civility {
    /// None.
    #[default]
    Absent,
    /// As the file has it.
    AsWritten,
    /// « M. », « Mme ».
    Short,
    /// « Monsieur », « Madame ».
    InFull,
}

/// What happens to capitals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Letters {
    /// As is.
    #[default]
    AsWritten,
    /// All capitals.
    Upper,
    /// All small.
    Lower,
    /// A capital after everything that is no letter.
    Title,
    /// A capital after spaces only.
    TitleAtSpaces,
    /// The last name in capitals, the rest as is.
    LastUpper,
    /// The last name in capitals, the rest in title case.
    LastUpperRestTitle,
}

/// How a row is rendered. The order of rules is that of the fixed list and decides between equals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Rule {
    /// Which cells, in which order.
    pub layout: Layout,
    /// The civility put in front.
    pub civility: Civility,
    /// What happens to capitals.
    pub letters: Letters,
    /// Accents are dropped, œ and æ written out.
    pub drops_accents: bool,
    /// Cut at this many characters.
    pub cut: Option<u32>,
}

impl Rule {
    /// Cells as they are, in this layout.
    pub fn as_is(layout: Layout) -> Self {
        Self { layout, civility: Civility::Absent, letters: Letters::AsWritten, drops_accents: false, cut: None }
    }

    /// How many things the rule does to the cells; between rules that explain as much the one that does least is taken.
    pub fn steps(&self) -> u32 {
        let civility = match self.civility {
            Civility::Absent => 0,
            Civility::AsWritten => 1,
            Civility::Short | Civility::InFull => 2,
        };
        let letters = match self.letters {
            Letters::AsWritten => 0,
            Letters::Upper | Letters::Lower | Letters::Title => 1,
            Letters::TitleAtSpaces | Letters::LastUpper | Letters::LastUpperRestTitle => 2,
        };
        civility + letters + u32::from(self.drops_accents) + 2 * u32::from(self.cut.is_some())
    }

    /// What the rule makes of a row; `None` if the row has none of the cells it is about.
    pub fn render(&self, written: &Identity) -> Option<String> {
        let pieces = pieces(self.layout, self.civility, written)?;
        let mut text = join(&pieces, self.letters);
        if self.drops_accents {
            text = without_accents(&text);
        }
        let text = super::letters::clean(&text);
        let text = self.cut.map_or(text.as_str(), |most| cut(&text, most as usize)).to_owned();
        (!text.is_empty()).then_some(text)
    }

    /// The cells the rule reads, as written in the file.
    pub fn cells(&self, written: &Identity) -> String {
        let civility = if self.civility == Civility::Absent { Civility::Absent } else { Civility::AsWritten };
        pieces(self.layout, civility, written).map(|pieces| join(&pieces, Letters::AsWritten)).unwrap_or_default()
    }
}

/// Every rule of the fixed list that could have made `observed` (a cleaned text) out of a row; `longest` is the length at which a cut is tried.
pub(super) fn rules_for(field: Rendered, written: &Identity, observed: &str, longest: u32) -> Vec<Rule> {
    let mut found = Vec::new();
    let folded = fold(observed);
    for &layout in field.layouts() {
        for civility in civilities(field, layout) {
            let Some(pieces) = pieces(layout, civility, written) else { continue };
            // Nothing a rule does to letters survives folding, so most layouts are out at once.
            if !fold(&join(&pieces, Letters::AsWritten)).starts_with(&folded) {
                continue;
            }
            for &letters in field.letters() {
                for drops_accents in [false, true] {
                    if drops_accents && field == Rendered::Address {
                        continue;
                    }
                    for cut in [None, Some(longest)] {
                        let rule = Rule { layout, civility, letters, drops_accents, cut };
                        if rule.render(written).as_deref() == Some(observed) {
                            found.push(rule);
                        }
                    }
                }
            }
        }
    }
    found
}

fn civilities(field: Rendered, layout: Layout) -> impl Iterator<Item = Civility> {
    let all = [Civility::Absent, Civility::AsWritten, Civility::Short, Civility::InFull];
    all.into_iter().filter(move |civility| match (*civility, layout) {
        (Civility::Absent, layout) => layout != Layout::CivilityOnly,
        _ => field.is_name(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn row() -> Identity {
        Identity {
            first_name: "Élodie".into(),
            last_name: "Castanvère".into(),
            civility: "Mme".into(),
            email: "Elodie+Parti@boite.example".into(),
            street_number: "12 bis".into(),
            street: "rue de l’Horloge".into(),
            postcode: "01234".into(),
            city: "Valmont".into(),
            ..Identity::default()
        }
    }

    #[test]
    fn each_part_of_a_rule_does_what_it_says() {
        let row = row();
        let render = |rule: Rule| rule.render(&row).unwrap();
        let last_first = Rule::as_is(Layout::LastFirst);
        assert_eq!(render(last_first), "Castanvère Élodie");
        assert_eq!(render(Rule { letters: Letters::LastUpper, ..last_first }), "CASTANVÈRE Élodie");
        assert_eq!(render(Rule { letters: Letters::Upper, drops_accents: true, ..last_first }), "CASTANVERE ELODIE");
        assert_eq!(render(Rule { cut: Some(11), ..last_first }), "Castanvère");
        assert_eq!(render(Rule { civility: Civility::InFull, ..Rule::as_is(Layout::Last) }), "Madame Castanvère");
        assert_eq!(render(Rule { civility: Civility::Short, letters: Letters::Upper, ..Rule::as_is(Layout::CivilityOnly) }), "MME");
        assert_eq!(render(Rule::as_is(Layout::LastCommaFirst)), "Castanvère, Élodie");
        assert_eq!(render(Rule::as_is(Layout::NumberStreet)), "12 bis rue de l'Horloge");
        assert_eq!(render(Rule::as_is(Layout::PostcodeCity)), "01234 Valmont");
        assert_eq!(render(Rule { letters: Letters::Lower, ..Rule::as_is(Layout::Email) }), "elodie+parti@boite.example");
        assert_eq!(Rule::as_is(Layout::Whole).render(&row), None);
        assert_eq!(Rule { letters: Letters::Upper, ..last_first }.cells(&row), "Castanvère Élodie");
    }

    #[test]
    fn only_rules_that_make_the_text_are_offered() {
        let found = rules_for(Rendered::DisplayName, &row(), "CASTANVERE Elodie", 40);
        let wanted = Rule { letters: Letters::LastUpper, drops_accents: true, ..Rule::as_is(Layout::LastFirst) };
        assert!(found.contains(&wanted), "{found:?}");
        assert!(found.iter().all(|rule| rule.layout == Layout::LastFirst && rule.drops_accents));
        assert!(rules_for(Rendered::DisplayName, &row(), "Castanvert Élodie", 40).is_empty());
    }

    proptest! {
        #[test]
        fn no_row_panics_and_every_rule_offered_makes_the_text(
            (name, first, last) in ("\\PC{0,16}|.{0,16}", "\\PC{0,8}", ".{0,8}|[A-ZÀ-Ÿ' -]{0,8}"),
            civility in "M\\.|Mme|Dr|.{0,4}",
            longest in 0_u32..20,
        ) {
            let row = Identity { name, first_name: first, last_name: last, civility, email: "É@b.example".into(), ..Identity::default() };
            for field in Rendered::ALL {
                let as_is: Vec<String> = field.layouts().iter().filter_map(|layout| Rule::as_is(*layout).render(&row)).collect();
                for observed in as_is {
                    for rule in rules_for(field, &row, &observed, longest) {
                        let made = rule.render(&row);
                        prop_assert_eq!(made.as_deref(), Some(observed.as_str()));
                    }
                }
            }
        }
    }
}
