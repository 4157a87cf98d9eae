//! The verbal scale: from a likelihood ratio to words, and to a number that claims no more than it should.
//!
//! Bands, cap and the step lost without controls are data (`assets/data/verbal-scale.toml`), with a version that is printed in each report.

use crate::model::Language;
use crate::words::format;
use serde::Deserialize;
use std::sync::LazyLock;

/// The scale that is compiled in.
static SCALE: LazyLock<Scale> = LazyLock::new(|| {
    // The file is part of the program; a test reads it.
    Scale::read(include_str!("../../assets/data/verbal-scale.toml")).unwrap_or_else(|error| panic!("verbal-scale.toml: {error}"))
});

/// A versioned list of bands.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// Printed with every report.
    pub version: String,
    /// Name in French.
    pub name_fr: String,
    /// Name in English.
    pub name_en: String,
    /// Shown ratios stop here ("at least") unless a base-rate study is attached; > 1.
    pub cap: f64,
    /// Steps of the scale the words lose where nobody is known not to have received and the list is not complete.
    pub steps_lost_without_controls: usize,
    /// From the weakest to the strongest; the first begins at 1.
    #[serde(rename = "band")]
    pub bands: Vec<Band>,
}

/// A stretch of likelihood ratios and its words.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// Smallest ratio of the band, ≥ 1; the next band begins where it ends.
    pub from: f64,
    /// « soutien faible ».
    pub fr: String,
    /// "weak support".
    pub en: String,
}

impl Band {
    /// Its words in `language`.
    pub fn label(&self, language: Language) -> &str {
        match language {
            Language::Fr => &self.fr,
            Language::En => &self.en,
        }
    }
}

/// Why a scale cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ScaleError {
    /// Not the expected TOML.
    #[error("the scale cannot be read: {0}")]
    Toml(#[from] toml::de::Error),
    /// The cap is not above 1.
    #[error("the cap must be above 1; it is {0}")]
    Cap(f64),
    /// The bands do not rise from 1.
    #[error("the bands must begin at 1 and rise; see band {0}")]
    Order(usize),
}

impl Scale {
    /// The scale of this version of the program.
    pub fn current() -> &'static Self {
        &SCALE
    }

    /// Reads a scale and checks that its bands begin at 1 and rise.
    pub fn read(text: &str) -> Result<Self, ScaleError> {
        let scale: Self = toml::from_str(text)?;
        if scale.cap.is_nan() || scale.cap <= 1.0 {
            return Err(ScaleError::Cap(scale.cap));
        }
        let is_ordered = |at: usize| match at {
            0 => scale.bands.first().is_some_and(|band| band.from.to_bits() == 1.0_f64.to_bits()),
            at => scale.bands[at - 1].from < scale.bands[at].from,
        };
        (0..scale.bands.len().max(1)).find(|&at| !is_ordered(at)).map_or(Ok(()), |at| Err(ScaleError::Order(at + 1)))?;
        Ok(scale)
    }

    /// log₁₀ of the smallest ratio of each band; the first is 0.
    pub fn bounds(&self) -> Vec<f64> {
        self.bands.iter().map(|band| libm::log10(band.from)).collect()
    }

    /// Index of the band of `log10_lr` ≥ 0, lowered by `steps`; 0 = no support for one over the other.
    pub fn band(&self, log10_lr: f64, steps: usize) -> usize {
        // A hair of tolerance, so that a ratio of exactly 100 that was computed as a sum of logs is not put below it.
        let above = self.bands.iter().filter(|band| libm::log10(band.from) <= log10_lr + 1e-9).count();
        above.max(1).saturating_sub(1 + steps)
    }

    /// Name in `language`.
    pub fn name(&self, language: Language) -> &str {
        match language {
            Language::Fr => &self.name_fr,
            Language::En => &self.name_en,
        }
    }
}

/// A ratio ≥ 1 as a number: cut (not rounded up) to two significant digits, since more would claim too much.
pub fn times(log10_lr: f64, language: Language) -> String {
    if log10_lr >= 15.0 {
        return format!("10^{:.0}", libm::floor(log10_lr));
    }
    let ratio = libm::pow(10.0, log10_lr.max(0.0)) * (1.0 + 1e-9);
    if ratio < 10.0 {
        let tenths = libm::floor(ratio * 10.0);
        let decimals = usize::from(tenths % 10.0 != 0.0);
        return format::decimal(tenths / 10.0, decimals, language);
    }
    let unit = libm::pow(10.0, libm::floor(libm::log10(ratio)) - 1.0);
    format::count((libm::floor(ratio / unit) * unit) as u64, language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_band_begins_where_the_guideline_says() {
        let scale = Scale::current();
        let starts: Vec<_> = scale.bands.iter().map(|band| (band.from, band.fr.as_str(), band.en.as_str())).collect();
        let expected = [
            (1.0, "aucun soutien à une proposition plutôt qu’à l’autre", "no support for one proposition over the other"),
            (2.0, "soutien faible", "weak support"),
            (10.0, "soutien modéré", "moderate support"),
            (100.0, "soutien modérément fort", "moderately strong support"),
            (1_000.0, "soutien fort", "strong support"),
            (10_000.0, "soutien très fort", "very strong support"),
            (1_000_000.0, "soutien extrêmement fort", "extremely strong support"),
        ];
        assert_eq!(starts, expected);
        assert!((scale.cap - 10_000.0).abs() < 1e-9 && scale.steps_lost_without_controls == 1);
        assert!(scale.bounds().is_sorted() && scale.bounds()[0].abs() < 1e-12);
        assert!(!scale.version.is_empty());
    }

    #[test]
    fn each_ratio_falls_into_its_band() {
        let scale = Scale::current();
        for (ratio, band) in [
            (1.0, 0),
            (1.66, 0),
            (1.99, 0),
            (2.0, 1),
            (9.9, 1),
            (10.0, 2),
            (99.0, 2),
            (100.0, 3),
            (999.0, 3),
            (1000.0, 4),
            (1e4, 5),
            (999_999.0, 5),
            (1e6, 6),
            (1.4e17, 6),
        ] {
            assert_eq!(scale.band(libm::log10(ratio), 0), band, "{ratio}");
        }
        assert_eq!(scale.band(f64::INFINITY, 0), 6);
        assert_eq!(scale.band(f64::NAN, 0), 0);
        assert_eq!(scale.band(2.0 - 1e-13, 0), 3, "a sum of logs that should be 2");
    }

    #[test]
    fn one_step_less_never_goes_below_no_support() {
        let scale = Scale::current();
        assert_eq!(scale.band(4.0, 1), 4);
        assert_eq!(scale.band(0.5, 1), 0);
        assert_eq!(scale.band(0.1, 1), 0);
    }

    #[test]
    fn numbers_are_cut_to_two_significant_digits_and_never_rounded_into_the_next_band() {
        for (ratio, text) in [
            (1.0, "1"),
            (1.66, "1,6"),
            (3.0, "3"),
            (9.99, "9,9"),
            (10.0, "10"),
            (47.3, "47"),
            (99.9, "99"),
            (474.0, "470"),
            (9_999.0, "9\u{202f}900"),
        ] {
            assert_eq!(times(libm::log10(ratio), Language::Fr), text);
        }
        assert_eq!(times(libm::log10(12_345.0), Language::En), "12,000");
        assert_eq!(times(61.2, Language::En), "10^61");
    }

    #[test]
    fn a_scale_whose_bands_do_not_rise_is_refused() {
        let head = "version='x'\nname_fr=''\nname_en=''\ncap=10.0\nsteps_lost_without_controls=1\n";
        let band = |from: f64| format!("[[band]]\nfrom={from:?}\nfr=''\nen=''\n");
        assert!(Scale::read(&format!("{head}{}{}", band(1.0), band(2.0))).is_ok());
        assert!(matches!(Scale::read(&format!("{head}{}{}", band(2.0), band(3.0))), Err(ScaleError::Order(1))));
        assert!(matches!(Scale::read(&format!("{head}{}{}", band(1.0), band(1.0))), Err(ScaleError::Order(2))));
        assert!(Scale::read(head).is_err());
        let uncapped = head.replace("cap=10.0", "cap=1.0");
        assert!(matches!(Scale::read(&format!("{uncapped}{}", band(1.0))), Err(ScaleError::Cap(_))));
    }
}
