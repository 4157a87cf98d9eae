//! Tests of reading days: every form, every refusal, and that nothing panics.

use super::*;
use proptest::prelude::*;

/// `earliest..latest` and the flags, as one word.
fn read(text: &str) -> String {
    match text.parse::<UncertainDay>() {
        Ok(read) => {
            assert_eq!(read.raw, text.trim());
            let limit = |day: Option<Day>| day.map_or(String::new(), |day| day.to_string());
            let flags = [(read.approximate, "~"), (read.doubtful, "?")].into_iter().filter(|flag| flag.0).map(|flag| flag.1);
            let days = if read.earliest == read.latest { limit(read.earliest) } else { format!("{}..{}", limit(read.earliest), limit(read.latest)) };
            days + &flags.collect::<String>()
        }
        Err(DateError::Empty) => "empty".to_owned(),
        Err(DateError::Form { .. }) => "form".to_owned(),
        Err(DateError::NoSuchDay { .. }) => "no such day".to_owned(),
    }
}

fn all_read(expected: &[(&str, &str)]) {
    for (text, meaning) in expected {
        assert_eq!(read(text), *meaning, "{text}");
    }
}

#[test]
fn edtf_of_level_one_is_read() {
    all_read(&[
        (" 2010-05-14 ", "2010-05-14"),
        ("2010", "2010-01-01..2010-12-31"),
        ("2010-02", "2010-02-01..2010-02-28"),
        ("2011-03~", "2011-03-01..2011-03-31~"),
        ("2011?", "2011-01-01..2011-12-31?"),
        ("2010-05%", "2010-05-01..2010-05-31~?"),
        ("2010-05-14~", "2010-05-14~"),
        ("2010/2011", "2010-01-01..2011-12-31"),
        ("2010-01-15/2010-03", "2010-01-15..2010-03-31"),
        ("2010?/2011-03~", "2010-01-01..2011-03-31~?"),
        ("../2010-05", "..2010-05-31"),
        ("2010-05/..", "2010-05-01.."),
        ("/2010", "..2010-12-31"),
        ("2010/", "2010-01-01.."),
        ("201X", "2010-01-01..2019-12-31"),
        ("20XX", "2000-01-01..2099-12-31"),
        ("2010-XX", "2010-01-01..2010-12-31"),
        ("2010-XX-XX", "2010-01-01..2010-12-31"),
        ("2010-05-XX", "2010-05-01..2010-05-31"),
        ("2010-21", "2010-03-01..2010-06-21"),
        ("2010-22", "2010-06-01..2010-09-23"),
        ("2010-23", "2010-09-01..2010-12-22"),
        ("2010-24", "2010-12-01..2011-03-20?"),
        ("20180904", "2018-09-04"),
        ("2011/2010", "form"),
        ("/", "form"),
        ("XXXX", "form"),
    ]);
}

#[test]
fn a_time_of_day_is_left_off_and_the_day_is_the_one_written() {
    all_read(&[
        ("2018-09-03T08:00", "2018-09-03"),
        ("2018-09-03T23:59:59Z", "2018-09-03"),
        ("2018-09-03T00:30:00.5+02:00", "2018-09-03"),
        ("2018-09-03T00:30:00-05:00", "2018-09-03"),
        ("20180903T080000Z", "2018-09-03"),
        ("2018-09-03 08:00:00", "2018-09-03"),
        ("03/09/2018 08:00", "2018-09-03"),
        ("03/09/2018 à 8h30", "2018-09-03"),
        ("2018-09-03T25:00", "form"),
        ("2010 2011", "form"),
    ]);
}

#[test]
fn french_figures_are_day_month_year() {
    all_read(&[
        ("15/01/2010", "2010-01-15"),
        ("15-01-2010", "2010-01-15"),
        ("15.01.2010", "2010-01-15"),
        ("15 / 01 / 2010", "2010-01-15"),
        ("5/1/2010", "2010-01-05"),
        ("15/01/10", "2010-01-15?"),
        ("15/01/69", "2069-01-15?"),
        ("15/01/70", "1970-01-15?"),
        ("01/2010", "2010-01-01..2010-01-31"),
        ("01-2010", "2010-01-01..2010-01-31"),
        ("2010/01/15", "2010-01-15"),
        ("2010/05", "2010-05-01..2010-05-31"),
        ("2010–2011", "2010-01-01..2011-12-31"),
        ("30/02/2010", "no such day"),
        ("29/02/2012", "2012-02-29"),
        ("01/15/2010", "no such day"),
        ("2010-02-30", "no such day"),
        ("2010-13", "no such day"),
    ]);
}

#[test]
fn days_in_words_are_read_in_french_and_english() {
    all_read(&[
        ("1er mars 2021", "2021-03-01"),
        ("lundi 1er mars 2021", "2021-03-01"),
        ("le 3 août 2010", "2010-08-03"),
        ("3 sept. 2010", "2010-09-03"),
        ("3-mai-2010", "2010-05-03"),
        ("3 mai 10", "2010-05-03?"),
        ("March 3, 2021", "2021-03-03"),
        ("3rd of March 2021", "2021-03-03"),
        ("mars 2021", "2021-03-01..2021-03-31"),
        ("avril 2021 ?", "2021-04-01..2021-04-30?"),
        ("mi-mars 2021", "2021-03-11..2021-03-20"),
        ("à la mi-mars 2021", "2021-03-11..2021-03-20"),
        ("début mars 2021", "2021-03-01..2021-03-10"),
        ("fin février 2021", "2021-02-21..2021-02-28"),
        ("début 2021", "2021-01-01..2021-04-30"),
        ("mi-2021", "2021-05-01..2021-08-31"),
        ("fin 2021", "2021-09-01..2021-12-31"),
        ("late March 2021", "2021-03-21..2021-03-31"),
        ("printemps 2010", "2010-03-01..2010-06-21"),
        ("à l’été 2010", "2010-06-01..2010-09-23"),
        ("hiver 2010-2011", "2010-12-01..2011-03-20"),
        ("1er trimestre 2010", "2010-01-01..2010-03-31"),
        ("2e semestre 2010", "2010-07-01..2010-12-31"),
        ("années 2010", "2010-01-01..2019-12-31"),
        ("courant mars 2021", "2021-03-01..2021-03-31"),
        ("30 février 2010", "no such day"),
        ("3 mai", "form"),
        ("mai", "form"),
    ]);
}

#[test]
fn words_in_front_open_close_or_loosen_the_limits() {
    all_read(&[
        ("vers 2010", "2010-01-01..2010-12-31~"),
        ("env. 15/01/2010", "2010-01-15~"),
        ("vers le 3 mai 2010", "2010-05-03~"),
        ("~2010-05", "2010-05-01..2010-05-31~"),
        ("avant le 15/01/2010", "..2010-01-14"),
        ("avant 2010", "..2009-12-31"),
        ("après le 15 janvier 2010", "2010-01-16.."),
        ("après mars 2010", "2010-04-01.."),
        ("depuis mars 2010", "2010-03-01.."),
        ("depuis environ mars 2010", "2010-03-01..~"),
        ("à partir du 3 mai 2010", "2010-05-03.."),
        ("jusqu’au 3 mai 2010", "..2010-05-03"),
        ("jusqu'à fin mars 2010", "..2010-03-31"),
        ("until March 2010", "..2010-03-31"),
        ("du 3 au 5 mai 2010", "2010-05-03..2010-05-05"),
        ("entre mars et mai 2010", "2010-03-01..2010-05-31"),
        ("avant ../2010", "form"),
    ]);
}

#[test]
fn what_is_no_date_is_refused() {
    all_read(&[
        ("", "empty"),
        (" \u{A0} ", "empty"),
        ("40193", "form"),
        ("40193.5", "form"),
        ("0639980012", "form"),
        ("?", "form"),
        ("inconnue", "form"),
        ("-", "form"),
        ("\0", "form"),
    ]);
}

#[test]
fn nested_words_do_not_take_for_ever() {
    let text = format!("{}{}2010", "de ".repeat(18), "a ".repeat(18));
    assert_eq!(read(&text), "form");
}

fn texts() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "le", "vers", "avant", "après", "jusqu'au", "entre", "et", "du", "au", "mi-", "début", "fin", "mars", "février", "2010", "10", "31", "30",
        "1er", "/", "-", ".", "..", "~", "?", "XX", "T08:00", " ", " ", " ", "été", "9999", "0000", "🦀", "Ж",
    ]);
    prop_oneof!["\\PC{0,30}", ".{0,30}", "[0-9/.XT?~% -]{0,16}", prop::collection::vec(word, 0..8).prop_map(|words| words.concat())]
}

proptest! {
    #[test]
    fn reading_never_panics_keeps_the_words_and_reads_them_alike_again(text in texts()) {
        if let Ok(read) = text.parse::<UncertainDay>() {
            prop_assert_eq!(read.raw.as_str(), text.trim());
            prop_assert_eq!(read.raw.parse::<UncertainDay>(), Ok(read.clone()));
            if let (Some(first), Some(last)) = (read.earliest, read.latest) {
                prop_assert!(first <= last);
            }
        }
    }

    #[test]
    fn every_day_is_read_as_itself_in_every_notation(number in 0..60_000_i32) {
        let day = crate::model::dates::day_from_number(number).unwrap();
        let (y, m, d) = (day.year(), day.month(), day.day());
        for text in [day.to_string(), format!("{d}/{m}/{y}"), format!("{d:02}.{m:02}.{y}"), format!("{y}{m:02}{d:02}"), format!("{day}T12:00:00Z")] {
            prop_assert_eq!(text.parse::<UncertainDay>().unwrap().day(), Some(day));
        }
    }
}
