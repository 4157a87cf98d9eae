//! Workbooks as spreadsheet programs and mischief write them; each is made here.

use crate::tables::Record;
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use sourcier::import::{ImportError, ReadOptions, Request, detect, preview, table_formats};
use sourcier::job::Unwatched;
use sourcier::model::{Field, ImportKind};
use std::io::{Cursor, Read as _, Write as _};

fn read(bytes: &[u8], sheet: Option<&str>) -> Result<Record, ImportError> {
    let options = ReadOptions { sheet: sheet.map(str::to_owned), ..ReadOptions::default() };
    let mut record = Record::default();
    table_formats().remove(0).read(&mut Cursor::new(bytes), &options, &mut record, &Unwatched)?;
    Ok(record)
}

pub fn people() -> Workbook {
    let mut book = Workbook::new();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let sheet = book.add_worksheet().set_name("Adhérents").unwrap();
    for (column, name) in ["Numéro", "Nom", "Courriel", "CP", "Adhésion"].into_iter().enumerate() {
        sheet.write(0, column as u16, name).unwrap();
    }
    sheet.write(1, 0, 75_011).unwrap().write(1, 1, "DUPONT Jean").unwrap().write(1, 2, "jean@exemple.test").unwrap();
    sheet.write_with_format(1, 3, 1000, &Format::new().set_num_format("00000")).unwrap();
    sheet.write_with_format(1, 4, ExcelDateTime::from_ymd(2010, 1, 15).unwrap(), &day).unwrap();
    sheet.write(2, 0, "00123").unwrap().write(2, 1, "MARTIN Anne").unwrap().write(2, 2, "anne@exemple.test").unwrap();
    sheet.write(2, 3, 35_000).unwrap();
    let stamp = ExcelDateTime::from_ymd(2010, 5, 14).unwrap().and_hms(8, 30, 0).unwrap();
    sheet.write_with_format(2, 4, stamp, &Format::new().set_num_format("dd/mm/yyyy hh:mm")).unwrap();
    book
}

/// The same workbook with one part changed.
pub fn patched(bytes: &[u8], part: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut is_found = false;
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut text = String::new();
        entry.read_to_string(&mut text).unwrap();
        if name == part {
            is_found = true;
            text = change(text);
        }
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    assert!(is_found, "{part}");
    writer.finish().unwrap().into_inner()
}

fn sentence(outcome: Result<Record, ImportError>) -> String {
    outcome.unwrap_err().to_string()
}

#[test]
fn numbers_keep_no_fraction_dates_become_iso_and_shown_zeros_stay() {
    let found = read(&people().save_to_buffer().unwrap(), None).unwrap();
    assert_eq!(found.sheet.as_ref().unwrap().format, "XLSX, sheet « Adhérents »");
    assert_eq!(found.rows[0], (2, ["75011", "DUPONT Jean", "jean@exemple.test", "01000", "2010-01-15"].map(str::to_owned).into()));
    assert_eq!(found.rows[1], (3, ["00123", "MARTIN Anne", "anne@exemple.test", "35000", "2010-05-14T08:30:00"].map(str::to_owned).into()));
    assert_eq!((found.rejections, found.warnings), (Vec::new(), Vec::new()));
}

#[test]
fn a_workbook_that_counts_from_1904_gives_the_same_days() {
    let bytes = people().save_to_buffer().unwrap();
    let bytes = patched(&bytes, "xl/workbook.xml", |xml| xml.replace("<workbookPr ", "<workbookPr date1904=\"1\" "));
    // 15/01/2010 is serial 40193 in one system and 38731 in the other.
    let bytes = patched(&bytes, "xl/worksheets/sheet1.xml", |xml| xml.replace("<v>40193</v>", "<v>38731</v>"));
    assert_eq!(read(&bytes, None).unwrap().rows[0].1[4], "2010-01-15");
}

#[test]
fn the_first_sheet_with_rows_is_read_and_the_others_are_named() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Lisez-moi").unwrap();
    book.add_worksheet().set_name("Membres").unwrap().write(0, 0, "courriel").unwrap().write(1, 0, "anne@exemple.test").unwrap();
    book.add_worksheet().set_name("Anciens").unwrap().write(0, 0, "courriel").unwrap().write(1, 0, "luc@exemple.test").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let found = read(&bytes, None).unwrap();
    assert_eq!(found.rows[0].1, ["anne@exemple.test"]);
    let warning = &found.warnings[0].reason;
    assert!(warning.contains("« Membres » is read") && warning.contains("« Lisez-moi »") && warning.contains("« Anciens »"), "{warning}");
    let found = read(&bytes, Some("Anciens")).unwrap();
    assert_eq!((found.rows[0].1[0].as_str(), found.warnings.len()), ("luc@exemple.test", 0));
    let error = sentence(read(&bytes, Some("Ancien")));
    assert!(error.contains("no sheet \"Ancien\"") && error.contains("« Anciens »"), "{error}");
}

#[test]
fn a_preview_of_a_workbook_names_its_sheets_and_maps_its_columns() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("export[1].xlsx");
    let mut book = people();
    book.add_worksheet().set_name("Autre").unwrap();
    std::fs::write(&path, book.save_to_buffer().unwrap()).unwrap();
    let preview = preview(&Request::new(&path, ImportKind::Source)).unwrap();
    assert_eq!(preview.sheets, ["Adhérents", "Autre"]);
    assert_eq!(preview.mapping.column(Field::Joined), Some("Adhésion"));
    assert_eq!(preview.mapping.column(Field::Name), Some("Nom"));
    assert_eq!(preview.mapping.column(Field::Postcode), Some("CP"));
    assert_eq!(preview.rejections, []);
}

#[test]
fn formulas_give_their_stored_value_and_are_said_to_be_formulas() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "nom").unwrap().write(0, 1, "courriel").unwrap().write(1, 0, "DUPONT").unwrap();
    sheet.write_formula(1, 1, Formula::new("LOWER(A2)&\"@exemple.test\"").set_result("dupont@exemple.test")).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let found = read(&bytes, None).unwrap();
    assert_eq!(found.rows[0].1, ["DUPONT", "dupont@exemple.test"]);
    assert_eq!(found.warnings[0].line, Some(2));
    assert!(found.warnings[0].reason.contains("1 cell holds a formula (B2)"), "{:?}", found.warnings);
    let bytes = patched(&bytes, "xl/worksheets/sheet1.xml", |xml| xml.replace("<v>dupont@exemple.test</v>", ""));
    let found = read(&bytes, None).unwrap();
    assert_eq!(found.rows[0].1, ["DUPONT", ""]);
    assert!(found.warnings[0].reason.contains("without a stored value"), "{:?}", found.warnings);
}

#[test]
fn error_cells_are_empty_and_named() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "nom").unwrap().write(0, 1, "courriel").unwrap().write(1, 0, "DUPONT").unwrap().write(1, 1, "#N/A").unwrap();
    let bytes = patched(&book.save_to_buffer().unwrap(), "xl/worksheets/sheet1.xml", |xml| {
        let (before, after) = xml.split_once("<c r=\"B2\"").unwrap();
        let (_, rest) = after.split_once("</c>").unwrap();
        format!("{before}<c r=\"B2\" t=\"e\"><v>#N/A</v></c>{rest}")
    });
    let found = read(&bytes, None).unwrap();
    assert_eq!(found.rows[0].1, ["DUPONT", ""]);
    assert_eq!(found.warnings[0].reason, "Cell B2 holds the error #N/A and is taken as empty");
}

#[test]
fn values_outside_the_header_reject_their_row_and_blank_rows_are_no_rows() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Liste au 12/03/2010").unwrap();
    sheet.write(2, 1, "nom").unwrap().write(2, 2, "courriel").unwrap();
    sheet.write(4, 1, "DUPONT").unwrap().write(4, 2, "jean@exemple.test").unwrap();
    sheet.write(5, 1, "MARTIN").unwrap().write(5, 5, "à rappeler").unwrap();
    let found = read(&book.save_to_buffer().unwrap(), None).unwrap();
    assert_eq!(found.sheet.unwrap().header, ["nom", "courriel"]);
    assert_eq!(found.rows, [(5, ["DUPONT", "jean@exemple.test"].map(str::to_owned).into())]);
    assert_eq!(found.rejections[0].line, Some(6));
    assert!(found.rejections[0].reason.contains("column F (\"à rappeler\")"), "{:?}", found.rejections);
    assert!(found.warnings[0].reason.contains("Liste au 12/03/2010"), "{:?}", found.warnings);
}

#[test]
fn a_zip_named_xlsx_a_protected_and_a_cut_workbook_get_clear_sentences() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("people.xlsx");
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("photo.jpg", zip::write::SimpleFileOptions::default()).unwrap();
    writer.write_all(b"no photo").unwrap();
    let archive = writer.finish().unwrap().into_inner();
    std::fs::write(&path, &archive).unwrap();
    let error = preview(&Request::new(&path, ImportKind::Source)).unwrap_err().to_string();
    assert!(error.contains("a ZIP archive and no workbook") && error.contains("unpack it"), "{error}");
    let error = sentence(read(&archive, None));
    assert!(error.contains("holds no workbook"), "{error}");

    let mut protected = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    protected.resize(1024, 0);
    protected.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    protected.resize(4096, 0);
    std::fs::write(&path, &protected).unwrap();
    assert!(detect(&path, ImportKind::Source).is_ok());
    let error = sentence(read(&protected, None));
    assert!(error.contains("protected by a password") && error.contains("take the password off"), "{error}");

    let whole = people().save_to_buffer().unwrap();
    let error = sentence(read(&whole[..whole.len() / 2], None));
    assert!(error.contains("damaged or cut off"), "{error}");
}

#[test]
fn a_workbook_with_nothing_in_it_is_refused() {
    let mut book = Workbook::new();
    book.add_worksheet();
    let error = sentence(read(&book.save_to_buffer().unwrap(), None));
    assert!(error.contains("no sheet with anything in it"), "{error}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_damage_to_a_workbook_makes_the_reader_panic(at in 0usize..6000, byte in any::<u8>()) {
        let mut bytes = people().save_to_buffer().unwrap();
        let place = at % bytes.len();
        bytes[place] = byte;
        let _outcome = read(&bytes, None);
    }

    #[test]
    fn no_damage_to_a_sheet_makes_the_reader_panic(cut in 0usize..2000, length in 0usize..40, patch in "[<>/a-z0-9\"= ]{0,8}") {
        let whole = people().save_to_buffer().unwrap();
        let bytes = patched(&whole, "xl/worksheets/sheet1.xml", |xml| {
            let start = cut.min(xml.len());
            let end = (start + length).min(xml.len());
            format!("{}{patch}{}", &xml[..start], &xml[end..])
        });
        let _outcome = read(&bytes, None);
    }
}
