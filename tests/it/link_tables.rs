//! `sourcier link` as scripts see it: the pairs, the exit codes, and what is said about tables that cannot be linked.

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Output};

fn link(arguments: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_sourcier")).arg("link").args(arguments).current_dir(folder).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Pairs as written: left row, right row, probability, weight in bits.
fn pairs(path: &Path) -> Vec<(u32, u32, f64, f64)> {
    let mut reader = csv::Reader::from_path(path).unwrap();
    assert_eq!(reader.headers().unwrap(), vec!["left_row", "right_row", "probability", "weight_bits"]);
    reader.deserialize().map(Result::unwrap).collect()
}

const LEFT: &str = "nom,prenom,adresse,code_postal,ville,courriel\n\
    VAUQUELIN,Zoe,12 av. du Gal Sabran,35990,VALMONT,\n\
    Cordulat,Hector,,,,hector.cordulat@exemple.test\n\
    Personne,Inconnue,1 rue Vide,35990,Valmont,\n";

/// Forty-two people, three of whom matter.
fn right() -> String {
    let mut table = "N° dossier;Nom;Prénom;Adresse;Code postal;Commune;Courriel\n".to_owned();
    for n in 0..40 {
        writeln!(table, "{n};Fenlom{};Posrif{};{} rue Basse;35990;Valmont;p{n}@courrier.example", n % 13, n % 7, n + 1).unwrap();
    }
    table += "40;Vauquelin;Zoé;12 avenue du Général Sabran;35990;Valmont;zoe@courrier.example\n";
    table += "41;Cordulat;H.;3 place Ronde;35990;Valmont;Hector.Cordulat@exemple.test\n";
    table
}

#[test]
fn two_tables_are_linked_row_by_row() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name);
    std::fs::write(file("left.csv"), LEFT).unwrap();
    std::fs::write(file("right.csv"), right()).unwrap();
    let output = link(&["left.csv", "right.csv", "--out", "pairs.csv"], folder.path());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(output.stdout.is_empty());
    let found = pairs(&file("pairs.csv"));
    assert_eq!(found.iter().map(|pair| (pair.0, pair.1)).collect::<Vec<_>>(), [(0, 40), (1, 41)]);
    assert!(found.iter().all(|pair| (0.5..=1.0).contains(&pair.2) && pair.3 > 5.0), "{found:?}");
    assert!(said(&output).contains("42 rows found = 42 read + 0 rejected"), "{}", said(&output));
    let again = link(&["left.csv", "right.csv", "--out", "again.csv", "--quiet", "--one-to-one", "--threshold", "0.5"], folder.path());
    assert_eq!(again.status.code(), Some(0), "{}", said(&again));
    assert_eq!(pairs(&file("again.csv")).len(), 2);
}

#[test]
fn mapping_files_say_which_column_is_which() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name);
    std::fs::write(file("left.csv"), "a,b\nVauquelin,zoe@exemple.test\n").unwrap();
    std::fs::write(file("right.csv"), "x;y\nnobody@exemple.test;Autre\nZOE@exemple.test;Vauquelin\n").unwrap();
    std::fs::write(file("left.toml"), "last_name = \"a\"\nemail = \"b\"\n").unwrap();
    std::fs::write(file("right.toml"), "last_name = \"y\"\nemail = \"x\"\n").unwrap();
    let mapped = ["left.csv", "right.csv", "--out", "p.csv", "--mapping-left", "left.toml", "--mapping-right", "right.toml"];
    let output = link(&mapped, folder.path());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(pairs(&file("p.csv")).iter().map(|pair| (pair.0, pair.1)).collect::<Vec<_>>(), [(0, 1)]);
    std::fs::write(file("right.toml"), "last_name = \"nom\"\n").unwrap();
    let output = link(&mapped, folder.path());
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("There is no column \"nom\"") && said(&output).contains("right.csv"), "{}", said(&output));
    std::fs::write(file("right.toml"), "last_name = \"y\"\nfirst_name = \"y\"\n").unwrap();
    let output = link(&mapped, folder.path());
    assert!(output.status.code() == Some(1) && said(&output).contains("mapped twice"), "{}", said(&output));
}

#[test]
fn a_table_without_anything_to_link_by_is_refused_with_what_is_needed() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name);
    std::fs::write(file("left.csv"), LEFT).unwrap();
    std::fs::write(file("right.csv"), "montant;couleur\n12;rouge\n13;vert\n").unwrap();
    let output = link(&["left.csv", "right.csv", "--out", "p.csv"], folder.path());
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said(&output).contains("needs a column") && said(&output).contains("montant") && said(&output).contains("right.csv"),
        "{}",
        said(&output)
    );
    assert!(!file("p.csv").exists());
    let output = link(&["left.csv", "right.csv", "--out", "p.csv", "--threshold", "2"], folder.path());
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_rejected_row_keeps_its_number_and_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name);
    std::fs::write(file("left.csv"), "courriel\nzoe@exemple.test\n").unwrap();
    std::fs::write(file("right.csv"), "nom;courriel\nAutre;a@exemple.test\nTrop;b@exemple.test;long\nVauquelin;zoe@exemple.test\n").unwrap();
    let output = link(&["left.csv", "right.csv", "--out", "p.csv", "--strict"], folder.path());
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("right.csv, line 3") && said(&output).contains("3 rows found = 2 read + 1 rejected"), "{}", said(&output));
    assert_eq!(pairs(&file("p.csv")).iter().map(|pair| (pair.0, pair.1)).collect::<Vec<_>>(), [(0, 2)]);
}
