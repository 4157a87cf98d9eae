//! Which number of a day is the month: shown before anything is stored, as the values say or as the user does, and held by everything that reads the file.

use crate::fixtures::Fixture;
use sourcier::case::Case;
use sourcier::import::mapping::OrderBy;
use sourcier::import::{Request, import, preview};
use sourcier::job::Unwatched;
use sourcier::model::{DateOrder, Day, Field, ImportKind, SourceId};
use std::path::PathBuf;

const HEADER: &str = "Nom;Courriel;Date de naissance;Date d'adhésion\n";

fn source(path: PathBuf) -> Request {
    Request { source: Some(SourceId::from("membres")), ..Request::new(path, ImportKind::Source) }
}

#[test]
fn a_file_that_writes_the_month_first_is_known_by_a_day_above_twelve_and_read_so_everywhere() {
    let mut fixture = Fixture::empty();
    let text = format!("{HEADER}Ada Vance;ada@valmont.example;03/09/1970;05/14/2010\nZoé Brun;zoe@valmont.example;12/31/1980;04/03/2011\n");
    let request = source(fixture.write("us.csv", text.as_bytes()));
    let seen = preview(&request).unwrap();
    assert_eq!((seen.dates.order, seen.dates.by), (DateOrder::MonthFirst, OrderBy::Values));
    assert!(seen.rejections.is_empty() && seen.warnings.is_empty(), "{:?}", seen.warnings);
    let reports = import(&mut fixture.file, &[request], &Unwatched).unwrap();
    assert!(reports[0].warnings.iter().any(|warning| warning.reason.contains("month first")), "{:?}", reports[0].warnings);
    let case = fixture.file.case();
    let contents = case.contents();
    let snapshot = &contents.snapshots[0];
    assert_eq!(snapshot.dates, DateOrder::MonthFirst);
    let segments = case.segments(snapshot.id).unwrap();
    let joined = segments[0].column("joined.earliest").unwrap().i32().unwrap().get(1).unwrap();
    assert_eq!(sourcier::model::dates::day_from_number(joined), Some(Day::constant(2011, 4, 3)));
    // As written it stays, and where it is compared the day comes first.
    let row = case.row(snapshot.id, 0).unwrap();
    let at = snapshot.place(Field::BirthDate).unwrap();
    assert_eq!(row[at], "03/09/1970");
    assert_eq!(snapshot.identity(&row).birth_date, "09/03/1970");
}

#[test]
fn a_file_that_fits_both_orders_is_read_with_the_day_first_and_the_user_is_told_and_can_choose() {
    let mut fixture = Fixture::empty();
    let text = format!("{HEADER}Ada Vance;ada@valmont.example;03/09/1970;04/03/2010\n");
    let mut request = source(fixture.write("both.csv", text.as_bytes()));
    let seen = preview(&request).unwrap();
    assert_eq!((seen.dates.order, seen.dates.by), (DateOrder::DayFirst, OrderBy::Supposed));
    assert!(seen.remarks.iter().any(|remark| sourcier::words::english(remark).contains("supposed")));
    request.reading.dates = Some(DateOrder::MonthFirst);
    import(&mut fixture.file, &[request], &Unwatched).unwrap();
    let joined = |case: &Case, at: usize| {
        let segments = case.segments(case.contents().snapshots[at].id).unwrap();
        let number = segments[0].column("joined.earliest").unwrap().i32().unwrap().get(0).unwrap();
        sourcier::model::dates::day_from_number(number).unwrap()
    };
    assert_eq!(joined(fixture.file.case(), 0), Day::constant(2010, 4, 3));
    // The next state of the same file does not tell either: it is read as the one before.
    let text = format!("{HEADER}Ada Vance;ada@valmont.example;03/09/1970;06/03/2010\n");
    let next = source(fixture.write("next.csv", text.as_bytes()));
    let reports = import(&mut fixture.file, &[next], &Unwatched).unwrap();
    assert_eq!(joined(fixture.file.case(), 1), Day::constant(2010, 6, 3));
    assert!(reports[0].warnings.iter().any(|warning| warning.reason.contains("as in the state before")), "{:?}", reports[0].warnings);
}

#[test]
fn dates_that_contradict_each_other_are_named_and_no_row_is_turned_round_in_silence() {
    let fixture = Fixture::empty();
    let text = "Nom;Courriel;Envoyé le\nAda Vance;ada@valmont.example;14/05/2010\nZoé Brun;zoe@valmont.example;05/15/2010\n";
    let request = Request::new(fixture.write("mixed.csv", text.as_bytes()), ImportKind::Recipients);
    let seen = preview(&request).unwrap();
    assert_eq!((seen.dates.by, seen.dates.example.as_str()), (OrderBy::Mixed, "05/15/2010"));
    assert_eq!(seen.rejections.iter().map(|one| one.line).collect::<Vec<_>>(), [Some(3)]);
    assert!(seen.rejections[0].reason.contains("05/15/2010"), "{}", seen.rejections[0].reason);
}
