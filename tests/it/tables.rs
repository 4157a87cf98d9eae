//! CSV and TSV tables as people send them: every file of `tests/data/tables`, and what is made here where a file would hide the point.

use proptest::prelude::*;
use sourcier::import::mapping::{DateOrders, Resolved, from_toml, resolve};
use sourcier::import::records::{self, Cells, RecipientDefaults};
use sourcier::import::{ImportError, Preview, ReadOptions, Request, Sheet, Sink, detect, preview, table_formats};
use sourcier::job::{Cancellable, Unwatched};
use sourcier::model::{AccessAction, CampaignId, Certainty, EventKind, Field, FoundBy, ImportKind, Mapping, Message, Rejection, Said};
use sourcier::words::{english, rejection};
use std::collections::BTreeSet;
use std::io::Cursor;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// Everything a format hands over.
#[derive(Debug, Default)]
pub struct Record {
    pub sheet: Option<Sheet>,
    pub rows: Vec<(u64, Vec<String>)>,
    pub rejections: Vec<Rejection>,
    pub warnings: Vec<Rejection>,
}

impl Sink for Record {
    fn message(&mut self, message: Message) -> ControlFlow<()> {
        panic!("a table gave a message: {message:?}")
    }

    fn sheet(&mut self, sheet: Sheet) -> ControlFlow<()> {
        assert!(self.sheet.replace(sheet).is_none(), "a table has one header");
        ControlFlow::Continue(())
    }

    fn row(&mut self, line: u64, cells: Vec<String>) -> ControlFlow<()> {
        assert_eq!(self.sheet.as_ref().map(|sheet| sheet.header.len()), Some(cells.len()), "a row has the cells of its header");
        self.rows.push((line, cells));
        ControlFlow::Continue(())
    }

    fn reject(&mut self, line: Option<u64>, reason: Said) -> ControlFlow<()> {
        self.rejections.push(rejection(line, reason));
        ControlFlow::Continue(())
    }

    fn warn(&mut self, line: Option<u64>, what: Said) {
        self.warnings.push(rejection(line, what));
    }
}

fn english_of(said: &[Said]) -> Vec<String> {
    said.iter().map(english).collect()
}

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/tables").join(name)
}

fn read_with(path: &Path, options: &ReadOptions) -> Result<Record, ImportError> {
    let format = detect(path, ImportKind::Source)?;
    let mut record = Record::default();
    format.read(&mut std::fs::File::open(path).unwrap(), options, &mut record, &Unwatched)?;
    Ok(record)
}

fn read(name: &str) -> Record {
    read_with(&data(name), &ReadOptions::default()).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn previewed(name: &str, kind: ImportKind) -> Preview {
    preview(&Request::new(data(name), kind)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn column(preview: &Preview, field: Field) -> Option<&str> {
    preview.mapping.column(field)
}

#[test]
fn the_same_people_are_read_from_every_encoding() {
    let expected = read("utf-8-mark.csv");
    assert_eq!(expected.rows[0].1[..3], ["Mme", "Hélène", "LEFÈVRE"]);
    for (name, format) in [
        ("utf-8-mark.csv", "CSV, UTF-8, « ; »"),
        ("windows-1252.csv", "CSV, windows-1252, « ; »"),
        ("utf-16le.csv", "CSV, UTF-16LE, « ; »"),
        ("utf-16be-no-mark.csv", "CSV, UTF-16BE, « ; »"),
        ("cp850.csv", "CSV, CP850, « ; »"),
        ("mac-roman.csv", "CSV, macintosh, « ; »"),
    ] {
        let found = read(name);
        let sheet = found.sheet.unwrap();
        assert_eq!(sheet.format, format, "{name}");
        assert_eq!(Some(sheet.header), expected.sheet.as_ref().map(|sheet| sheet.header.clone()), "{name}");
        assert_eq!(found.rows, expected.rows, "{name}");
        assert_eq!(found.warnings, [], "{name}");
    }
}

#[test]
fn an_encoding_that_is_forced_overrules_what_was_detected() {
    let options = ReadOptions { encoding: Some("cp850".to_owned()), ..ReadOptions::default() };
    let found = read_with(&data("windows-1252.csv"), &options).unwrap();
    assert_eq!(found.sheet.unwrap().format, "CSV, CP850, « ; »");
    assert_ne!(found.rows[0].1[1], "Hélène");
    let options = ReadOptions { encoding: Some("martien".to_owned()), ..ReadOptions::default() };
    let error = read_with(&data("windows-1252.csv"), &options).unwrap_err();
    assert!(error.to_string().contains("\"martien\" is not a known encoding"), "{error}");
}

#[test]
fn leading_zeros_live_and_brackets_in_a_file_name_are_no_pattern() {
    let found = read("export[1].csv");
    assert_eq!(found.rows[0].1[0], "00123");
    assert_eq!(found.rows[1].1[0], "00007");
    assert_eq!(read("windows-1252.csv").rows[0].1[5], "01000");
}

#[test]
fn separators_inside_quotes_and_tabs_are_understood() {
    let found = read("commas-in-quotes.csv");
    assert_eq!(found.rows[0].1, ["Dupont, Jean", "4; rue A; Valmont", "jean@exemple.test"]);
    assert_eq!(read("tabs.tsv").sheet.unwrap().format, "TSV, UTF-8");
    let options = ReadOptions { separator: Some(b'|'), ..ReadOptions::default() };
    assert_eq!(read_with(&data("commas-in-quotes.csv"), &options).unwrap().sheet.unwrap().header, ["name,address,email"]);
}

#[test]
fn short_rows_are_filled_up_long_rows_rejected_and_both_are_said_with_their_line() {
    let found = read("short-and-long-rows.csv");
    let rows: Vec<_> = found.rows.iter().map(|(line, cells)| (*line, cells[0].as_str(), cells[2].as_str())).collect();
    assert_eq!(rows, [(2, "DUPONT", ""), (4, "PETIT", "Valmont"), (6, "ROUX", "Valmont")]);
    let rejected: Vec<_> = found.rejections.iter().map(|rejection| rejection.line).collect();
    assert_eq!(rejected, [Some(3), Some(5)]);
    assert!(found.rejections[0].reason.contains("4 cells and the header 3"), "{:?}", found.rejections);
    assert!(found.rejections[1].reason.contains("empty"), "{:?}", found.rejections);
    assert_eq!(found.warnings[0].line, Some(2));
    assert!(found.warnings[0].reason.contains("2 cells and the header 3"), "{:?}", found.warnings);
    assert!(found.warnings[1].reason.contains("2 empty rows at the end"), "{:?}", found.warnings);
}

#[test]
fn line_numbers_are_those_of_the_file_whatever_quoted_cells_hold() {
    let found = read("quoted-newlines.csv");
    assert_eq!(found.rows[0].1[1], "4 rue A\r\nBâtiment B\r\nValmont");
    let lines: Vec<_> = found.rows.iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, [2, 6]);
}

#[test]
fn a_title_above_the_header_is_passed_over_and_said() {
    let found = read("title-above-the-header.csv");
    assert_eq!(found.sheet.unwrap().header, ["nom", "courriel", "ville"]);
    assert_eq!(found.rows[0].0, 4);
    assert_eq!(found.warnings[0].line, Some(1));
    assert!(found.warnings[0].reason.contains("Extraction du 12/03/2010"));
}

#[test]
fn a_quote_that_is_never_closed_is_named_with_the_line_it_opens_in() {
    let error = read_with(&data("unclosed-quote.csv"), &ReadOptions::default()).unwrap_err();
    assert!(matches!(&error, ImportError::Broken { line: Some(3), .. }), "{error:?}");
    assert!(error.to_string().contains("never closed"), "{error}");
}

#[test]
fn nul_bytes_ask_for_the_encoding_and_forcing_one_rejects_only_their_row() {
    let path = data("nul-bytes.csv");
    let mut record = Record::default();
    let csv = table_formats().pop().unwrap();
    let error = csv.read(&mut std::fs::File::open(&path).unwrap(), &ReadOptions::default(), &mut record, &Unwatched).unwrap_err();
    assert!(matches!(&error, ImportError::Broken { line: Some(3), what, .. } if english(what).contains("name the encoding")), "{error:?}");
    let error = preview(&Request::new(&path, ImportKind::Recipients)).unwrap_err().to_string();
    assert!(error.contains("name the encoding") && error.contains("(line 3)"), "{error}");
    let options = ReadOptions { encoding: Some("windows-1252".to_owned()), ..ReadOptions::default() };
    let forced = preview(&Request { reading: options.clone(), ..Request::new(&path, ImportKind::Recipients) }).unwrap();
    assert_eq!((forced.rows.len(), forced.rejections[0].line), (1, Some(3)));
    csv.read(&mut std::fs::File::open(&path).unwrap(), &options, &mut record, &Unwatched).unwrap();
    assert_eq!((record.rows.len(), record.rejections[0].line), (1, Some(3)));
}

#[test]
fn every_file_of_the_folder_is_read_or_refused_with_a_sentence() {
    let mut count = 0;
    for entry in std::fs::read_dir(data("")).unwrap() {
        count += 1;
        let path = entry.unwrap().path();
        if let Err(error) = read_with(&path, &ReadOptions::default()) {
            assert!(error.to_string().split(' ').count() > 6, "{}: {error}", path.display());
        }
    }
    assert!(count >= 16, "{count} files");
}

#[test]
fn a_missing_an_empty_and_a_wrong_file_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| {
        std::fs::write(folder.path().join(name), bytes).unwrap();
        preview(&Request::new(folder.path().join(name), ImportKind::Recipients)).unwrap_err()
    };
    assert!(matches!(preview(&Request::new(folder.path().join("none.csv"), ImportKind::Recipients)), Err(ImportError::Missing { .. })));
    assert!(matches!(write("empty.csv", b""), ImportError::Empty { .. }));
    let pdf = write("people.csv", b"%PDF-1.4\n%\xE2\xE3\n1 0 obj\n").to_string();
    assert!(pdf.contains("a PDF document") && pdf.contains("save the table as CSV"), "{pdf}");
    let mail = write("mail.csv", b"From: a@exemple.test\nTo: b@exemple.test\nSubject: x\n\nBonjour\n").to_string();
    assert!(mail.contains("an e-mail message") && mail.contains("import it as messages"), "{mail}");
    let table = preview(&Request::new(data("tabs.tsv"), ImportKind::Messages)).unwrap_err().to_string();
    assert!(table.contains("TSV table") && table.contains("recipients"), "{table}");
}

#[test]
fn columns_are_proposed_from_french_names_and_the_reasons_are_given() {
    let preview = previewed("windows-1252.csv", ImportKind::Source);
    let expected = [
        (Field::Civility, "Civilité"),
        (Field::FirstName, "Prénom"),
        (Field::LastName, "Nom"),
        (Field::Email, "Courriel"),
        (Field::Phone, "Téléphone"),
        (Field::Postcode, "Code postal"),
        (Field::City, "Ville"),
    ];
    for (field, name) in expected {
        assert_eq!(column(&preview, field), Some(name));
    }
    assert_eq!(preview.mapping.0.len(), expected.len());
    assert!(english_of(&preview.remarks).contains(&"Column \"Courriel\" is taken for email because of its name".to_owned()), "{:?}", preview.remarks);
    assert_eq!((preview.seen, preview.is_complete, preview.rows.len()), (3, true, 3));
    assert_eq!(preview.rejections, []);
}

#[test]
fn columns_with_names_that_say_nothing_are_proposed_from_their_values() {
    let preview = previewed("unknown-headers.csv", ImportKind::Recipients);
    for (field, name) in [(Field::Civility, "a"), (Field::Name, "b"), (Field::Email, "c"), (Field::Phone, "d"), (Field::Postcode, "e")] {
        assert_eq!(column(&preview, field), Some(name), "{field:?}");
    }
    assert!(english_of(&preview.remarks).iter().any(|remark| remark.contains("look like e-mail addresses")), "{:?}", preview.remarks);
}

#[test]
fn a_day_that_is_not_in_the_calendar_keeps_the_row_of_a_source_and_is_said() {
    let preview = previewed("export[1].csv", ImportKind::Source);
    assert_eq!(column(&preview, Field::Identifier), Some("numéro adhérent"));
    assert_eq!(column(&preview, Field::Joined), Some("date d'adhésion"));
    assert_eq!(preview.rejections, []);
    assert_eq!(preview.warnings[0].line, Some(3));
    assert!(preview.warnings[0].reason.contains("30/02/2010"), "{:?}", preview.warnings);
}

fn records_of<T>(name: &str, kind: ImportKind, read: impl Fn(Cells<'_>) -> Result<T, Said>) -> (Vec<T>, Vec<Rejection>) {
    let preview = previewed(name, kind);
    let resolved = resolve(&preview.header, &preview.rows, kind, &Mapping::default(), DateOrders::default()).unwrap();
    let read = preview.rows.iter().map(|row| read(Cells::new(&resolved, row)));
    (read.filter_map(Result::ok).collect(), preview.rejections)
}

#[test]
fn a_roster_is_read_and_its_impossible_dates_are_rejected() {
    let (posts, rejections) = records_of("roster.csv", ImportKind::Roster, records::post);
    assert_eq!(posts.len(), 2);
    assert_eq!((posts[0].person.as_str(), posts[0].certainty), ("Claire Vasseur", Certainty::Certain));
    let span = posts[0].interval();
    let day = |text: &str| text.parse().unwrap();
    assert!(span.certainly_contains(day("2010-09-30")) && !span.possibly_contains(day("2010-10-01")), "{span:?}");
    assert_eq!((posts[1].certainty, &posts[1].to), (Certainty::Possible, &None));
    let lines: Vec<_> = rejections.iter().map(|rejection| rejection.line).collect();
    assert_eq!(lines, [Some(4), Some(5)]);
    assert_eq!(rejections[0].reason, "In column \"Début\", there is no day \"30/02/2010\" in the calendar; correct it or leave the cell empty");
    assert!(rejections[1].reason.contains("before it begins"), "{}", rejections[1].reason);
}

#[test]
fn an_access_log_is_read_with_times_counts_and_french_actions() {
    let zone = jiff::tz::TimeZone::get("Europe/Paris").unwrap();
    let (accesses, rejections) = records_of("access-log.csv", ImportKind::AccessLog, |cells| records::access(cells, &zone));
    assert_eq!((accesses[0].action, accesses[0].rows), (AccessAction::Export, Some(4100)));
    assert_eq!(accesses[0].at.day().map(|day| day.to_string()).as_deref(), Some("2010-05-14"));
    assert_eq!((accesses[1].action, accesses[1].rows), (AccessAction::View, None));
    assert_eq!(rejections[0].line, Some(4));
    assert!(rejections[0].reason.contains("\"danse\" is not understood; write view, export, send or transfer"), "{}", rejections[0].reason);
}

#[test]
fn events_are_read_and_one_without_a_date_is_kept() {
    let zone = jiff::tz::TimeZone::get("Europe/Paris").unwrap();
    let (events, rejections) = records_of("events.csv", ImportKind::Events, |cells| records::event(cells, &zone));
    let kinds: Vec<_> = events.iter().map(|event| (event.kind, event.at.is_some())).collect();
    assert_eq!(kinds, [(EventKind::Election, true), (EventKind::Request, true), (EventKind::Decision, false)]);
    assert_eq!(rejections.iter().map(|rejection| rejection.line).collect::<Vec<_>>(), [Some(5)]);
}

#[test]
fn statements_are_read_with_french_decimals_and_days() {
    let (statements, rejections) = records_of("semicolons-decimal-commas.csv", ImportKind::Statements, records::statement);
    assert_eq!(statements.len(), 2);
    let (witness, statement) = &statements[0];
    assert_eq!(witness.email.as_deref(), Some("anne@exemple.test"));
    assert_eq!((statement.source.as_str(), statement.is_exclusive), ("adherents", true));
    assert!((statement.reliability - 0.9).abs() < 1e-12);
    assert_eq!(statement.given_on.as_ref().and_then(|day| day.earliest).map(|day| day.to_string()).as_deref(), Some("2009-03-01"));
    assert_eq!(rejections[0].line, Some(4));
    assert!(rejections[0].reason.contains("between 0 and 1"), "{}", rejections[0].reason);
}

#[test]
fn in_a_column_of_ticks_a_blank_is_a_no_and_makes_a_control() {
    let defaults = RecipientDefaults {
        zone: jiff::tz::TimeZone::get("Europe/Paris").unwrap(),
        campaign: CampaignId::from("rentree"),
        found_by: FoundBy::CompleteList,
        sigma: None,
        sent_at: Some("2018-09-04".to_owned()),
    };
    let (people, _) = records_of("controls.csv", ImportKind::Recipients, |cells| records::recipient(cells, &defaults));
    assert_eq!((people[0].id.as_str(), people[0].received), ("r1", true));
    assert_eq!(people[0].sent_at.map(|at| at.to_string()).as_deref(), Some("2018-09-03T06:00:00Z"));
    assert_eq!((people[1].id.as_str(), people[1].received), ("t1", false));
    assert_eq!(people[1].sent_on.as_ref().and_then(sourcier::model::UncertainDay::day).map(|day| day.to_string()).as_deref(), Some("2018-09-04"));
    assert_eq!((&people[1].campaign, &people[1].found_by), (&CampaignId::from("rentree"), &FoundBy::CompleteList));
}

fn mapped(header: &[&str], rows: &[&[&str]], kind: ImportKind, mapping: &str) -> Result<Resolved, ImportError> {
    let header: Vec<String> = header.iter().map(|&name| name.to_owned()).collect();
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|&cell| cell.to_owned()).collect()).collect();
    resolve(&header, &rows, kind, &from_toml(mapping).unwrap(), DateOrders::default())
}

#[test]
fn a_mapping_that_does_not_fit_says_what_is_wrong_and_what_is_near() {
    let header = ["Nom", "Courriel", "Mobile"];
    let refusal = |mapping: &str| mapped(&header, &[], ImportKind::Recipients, mapping).unwrap_err().to_string();
    let missing = refusal("email = \"Couriel\"");
    assert!(missing.contains("There is no column \"Couriel\" for email; did you mean \"Courriel\"?"), "{missing}");
    assert!(missing.contains("[\"Nom\", \"Courriel\", \"Mobile\"]"), "{missing}");
    let twice = refusal("email = \"Courriel\"\nphone = \"Courriel\"");
    assert!(twice.contains("mapped twice, to email and to phone"), "{twice}");
    let foreign = refusal("joined = \"Nom\"");
    assert!(foreign.contains("has no field \"joined\""), "{foreign}");
}

#[test]
fn what_the_user_maps_overrules_the_proposal_and_frees_the_other_column() {
    let resolved = mapped(&["Courriel", "Contact"], &[&["a@exemple.test", "b@exemple.test"]], ImportKind::Source, "email = \"Contact\"").unwrap();
    assert_eq!(resolved.mapping.column(Field::Email), Some("Contact"));
    assert_eq!(resolved.columns.get(&Field::Email), Some(&1));
}

#[test]
fn a_needed_field_without_a_column_is_named_with_what_was_found() {
    let error = mapped(&["Ville", "Code postal"], &[&["Valmont", "35000"]], ImportKind::Recipients, "").unwrap_err().to_string();
    assert!(error.contains("needs a column for email, phone, identifier, name or last_name"), "{error}");
    assert!(error.contains("postcode in \"Code postal\"") && error.contains("city in \"Ville\""), "{error}");
    let error = mapped(&["a@exemple.test", "06 39 98 00 12"], &[], ImportKind::Recipients, "").unwrap_err().to_string();
    assert!(error.contains("add a line with the names of the columns"), "{error}");
}

#[test]
fn columns_that_map_to_nothing_are_named_with_the_fields_that_are_needed() {
    let error = mapped(&["Couleur", "Taille"], &[&["bleu", "petite"], &["vert", "petite"]], ImportKind::Source, "").unwrap_err().to_string();
    assert_eq!(
        error,
        "The table of a source needs a column for email, phone, identifier, name, last_name or street; no column was recognised; \
         say which column it is, for instance email = \"Column\"; the header has [\"Couleur\", \"Taille\"]"
    );
    let resolved = mapped(&["Courriel", "Couleur", ""], &[&["a@exemple.test", "bleu", "x"]], ImportKind::Statements, "source = \"Couleur\"").unwrap();
    let left = english(resolved.reasons.last().unwrap());
    assert!(
        left.starts_with("Column no. 3 (without a name) is kept as written and read as no field; fields without a column: recipient_id, phone"),
        "{left}"
    );
}

#[test]
fn a_table_nobody_could_be_found_in_is_refused_with_what_was_found() {
    let rows: [&[&str]; 3] = [&["voir le site", "12"], &["", "x"], &["néant", ""]];
    let error = mapped(&["Courriel", "Ville"], &rows, ImportKind::Source, "email = \"Courriel\"\nphone = \"Ville\"").unwrap_err().to_string();
    assert_eq!(
        error,
        "The table of a source needs email, phone, identifier, name, last_name or street, and none of the 3 rows looked at can be used: \
         found were email in \"Courriel\" (of 2 values none can be used: \"voir le site\"), phone in \"Ville\" (of 2 values none can be used: \"12\"); \
         choose other columns, or correct the values; the header has [\"Courriel\", \"Ville\"]"
    );
    let empty = mapped(&["Courriel", "Ville"], &[&["", "Valmont"]], ImportKind::Recipients, "").unwrap_err().to_string();
    assert!(empty.contains("none of the 1 row looked at can be used: found was email in \"Courriel\" (empty)"), "{empty}");
    let header_only = mapped(&["Courriel", "Ville"], &[], ImportKind::Source, "");
    assert!(header_only.is_ok(), "a table without rows is empty and not wrong");
}

#[test]
fn rows_that_name_nobody_are_counted_before_and_at_the_import() {
    let rows: [&[&str]; 3] = [&["a@exemple.test", "Valmont"], &["", "Valmont"], &["?", "Valmont"]];
    let resolved = mapped(&["Courriel", "Ville"], &rows, ImportKind::Source, "").unwrap();
    let told = english_of(&resolved.remarks);
    let remark = told.iter().find(|remark| remark.contains("name nobody")).unwrap();
    assert_eq!(remark, "Of the 3 rows looked at, 2 name nobody: they have no email in \"Courriel\" that can be used");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("membres.csv");
    std::fs::write(&path, "Courriel;Nom;Ville\na@exemple.test;;Valmont\n;DUPONT;Valmont\n?;;Valmont\n").unwrap();
    let seen = preview(&Request::new(&path, ImportKind::Source)).unwrap();
    let told: Vec<&str> = seen.warnings.iter().map(|warning| warning.reason.as_str()).collect();
    assert_eq!(
        told,
        [
            "1 row names nobody: no e-mail address, telephone number, other number, name or street that can be read; they count as rows, and nobody is found in them"
        ]
    );
}

#[test]
fn a_column_mapped_twice_and_columns_of_one_name_are_said() {
    let header = ["Nom", "Courriel", "Courriel"];
    let twice = mapped(&header, &[], ImportKind::Statements, "email = \"Nom\"\nsource = \"Nom\"").unwrap_err().to_string();
    assert_eq!(
        twice,
        "Column \"Nom\" is mapped twice, to email and to source; keep one of them. A table of statements needs recipient_id, email or phone, and source; \
         the header has [\"Nom\", \"Courriel\", \"Courriel\"]"
    );
    let resolved = mapped(&header, &[&["DUPONT", "a@exemple.test", "b@exemple.test"]], ImportKind::Source, "").unwrap();
    let told = english_of(&resolved.remarks);
    let remark = told.iter().find(|remark| remark.contains("are called")).unwrap();
    assert_eq!(remark, "2 columns are called \"Courriel\"; give each a name of its own in the file, so that the right one is read");
}

#[test]
fn a_mapping_whose_values_do_not_fit_is_remarked_on() {
    let rows: [&[&str]; 3] = [&["DUPONT", "x"], &["MARTIN", "y"], &["PETIT", "z"]];
    let resolved = mapped(&["Nom", "Autre"], &rows, ImportKind::Source, "email = \"Nom\"\nname = \"Autre\"").unwrap();
    let told = english_of(&resolved.remarks);
    let remark = told.iter().find(|remark| remark.contains("does not fit")).unwrap();
    assert!(remark.contains("\"Nom\" is mapped to email") && remark.contains("of 3 values looked at, 0 are e-mail addresses"), "{remark}");
}

#[test]
fn proposals_are_the_same_every_time_and_no_column_serves_two_fields() {
    let header = [
        "Nom",
        "Prénom",
        "Email",
        "E-mail 2",
        "Tél. fixe",
        "Tél. portable",
        "Date d'adhésion",
        "Date de naissance",
        "Adresse",
        "CP",
        "Commune",
        "N° adhérent",
        "ID",
    ];
    let resolved = mapped(&header, &[], ImportKind::Source, "").unwrap();
    assert_eq!(resolved, mapped(&header, &[], ImportKind::Source, "").unwrap());
    let columns: BTreeSet<_> = resolved.columns.values().collect();
    assert_eq!(columns.len(), resolved.columns.len());
    for (field, name) in [
        (Field::LastName, "Nom"),
        (Field::Email, "Email"),
        (Field::Joined, "Date d'adhésion"),
        (Field::BirthDate, "Date de naissance"),
        (Field::Street, "Adresse"),
        (Field::Postcode, "CP"),
        (Field::City, "Commune"),
        (Field::Identifier, "N° adhérent"),
        (Field::RecordId, "ID"),
    ] {
        assert_eq!(resolved.mapping.column(field), Some(name), "{field:?}");
    }
}

#[test]
fn english_names_are_proposed_as_well() {
    let header = ["First name", "Last name", "E-mail address", "Mobile number", "Zip code", "Town", "Member since", "Membership number"];
    let resolved = mapped(&header, &[], ImportKind::Source, "").unwrap();
    assert_eq!(resolved.mapping.0.len(), header.len(), "{:?}", resolved.mapping);
    assert_eq!(resolved.mapping.column(Field::Joined), Some("Member since"));
}

#[test]
fn the_manifest_s_own_field_names_always_map_to_themselves() {
    for kind in [ImportKind::Recipients, ImportKind::Source, ImportKind::Roster, ImportKind::Statements, ImportKind::AccessLog, ImportKind::Events] {
        let fields = sourcier::import::mapping::fields(kind);
        let header: Vec<String> = fields.iter().map(|field| field.key().to_owned()).collect();
        let resolved = resolve(&header, &[], kind, &Mapping::default(), DateOrders::default()).unwrap();
        for field in fields {
            assert_eq!(resolved.mapping.column(field), Some(field.key()), "{kind:?}");
        }
    }
}

#[test]
fn reading_a_long_table_can_be_cancelled() {
    let text = format!("nom;courriel\n{}", "DUPONT;jean@exemple.test\n".repeat(20_000));
    let (progress, mut record) = (Cancellable::default(), Record::default());
    progress.cancel();
    let csv = table_formats().pop().unwrap();
    let outcome = csv.read(&mut Cursor::new(text), &ReadOptions::default(), &mut record, &progress);
    assert!(matches!(outcome, Err(ImportError::Cancelled)));
}

#[test]
fn a_preview_stops_after_a_thousand_rows_and_says_that_there_are_more() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("long.csv");
    std::fs::write(&path, format!("nom;courriel\n{}", "DUPONT;jean@exemple.test\n".repeat(1_500))).unwrap();
    let long = preview(&Request::new(&path, ImportKind::Source)).unwrap();
    assert_eq!((long.rows.len(), long.seen, long.is_complete), (1_000, 1_000, false));
    std::fs::write(&path, format!("nom;courriel\n{}", "DUPONT;jean@exemple.test\n".repeat(1_000))).unwrap();
    let exact = preview(&Request::new(&path, ImportKind::Source)).unwrap();
    assert_eq!((exact.seen, exact.is_complete), (1_000, true));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn no_bytes_make_a_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), encoding in proptest::option::of("utf-8|utf-16le|cp850|macintosh|gbk")) {
        for format in table_formats() {
            let options = ReadOptions { encoding: encoding.clone(), ..ReadOptions::default() };
            let _outcome = format.read(&mut Cursor::new(&bytes), &options, &mut Record::default(), &Unwatched);
        }
    }

    #[test]
    fn no_table_makes_the_mapping_or_the_records_panic(text in "[a-zA-Zé;\"@.0-9/\n ]{0,200}") {
        let mut record = Record::default();
        let csv = table_formats().pop().unwrap();
        if csv.read(&mut Cursor::new(text), &ReadOptions::default(), &mut record, &Unwatched).is_ok() {
            let rows: Vec<Vec<String>> = record.rows.into_iter().map(|(_, cells)| cells).collect();
            let header = record.sheet.unwrap().header;
            for kind in [ImportKind::Recipients, ImportKind::Source, ImportKind::Roster, ImportKind::Statements, ImportKind::AccessLog, ImportKind::Events] {
                if let Ok(resolved) = resolve(&header, &rows, kind, &Mapping::default(), DateOrders::default()) {
                    for row in &rows {
                        let cells = Cells::new(&resolved, row);
                        let _records = (records::post(cells), records::statement(cells), records::event(cells, &jiff::tz::TimeZone::UTC));
                    }
                }
            }
        }
    }
}
