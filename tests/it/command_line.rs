//! The command line as scripts see it: exit codes, sentences, nothing written when the input is refused.

use std::path::Path;
use std::process::{Command, Output};

fn sourcier(arguments: &[&str], folder: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sourcier"));
    for display in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
        command.env_remove(display);
    }
    command.args(arguments).current_dir(folder).output().unwrap()
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn sample(name: &str) -> String {
    format!("{}/sample-data/{name}/incident.toml", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn wrong_usage_exits_with_2() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(sourcier(&["run"], folder.path()).status.code(), Some(2));
    let output = sourcier(&["demo", "locatires"], folder.path());
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("the samples are adherents, ecole"), "{}", said(&output));
}

#[test]
fn without_a_display_demo_does_the_job_and_names_its_files() {
    let folder = tempfile::tempdir().unwrap();
    let output = sourcier(&["demo", "ecole"], folder.path());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(text.starts_with("Il n’y a pas d’écran"), "{text}");
    for file in ["case.sourcier", "results.json", "links.csv", "import-report.json", "timeline.svg", "matrix.svg"] {
        assert!(folder.path().join("sourcier-demo").join(file).is_file(), "{file}");
        assert!(text.contains(file), "{file} is not named");
    }
    // The window needs a display and says so.
    let output = sourcier(&["open"], folder.path());
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("no display"), "{}", said(&output));
}

#[test]
fn a_refused_manifest_names_line_and_remedy_and_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let cases = [
        ("[incident]\ntitle = \"x\"\npol = 3\n", "Line 3: [incident] has no key \"pol\"; did you mean \"pool\"?"),
        ("[incident]\ntitle = \"x\"\n[[roster]]\npath = \"gone.csv\"\n", "there is no file \"gone.csv\""),
        ("[incident]\ntitle = \"x\"\n[[roster]]\npath = \"empty.csv\"\n", "The file is empty"),
        ("[incident]\ntitle = \"x\"\n[[messages]]\npath = \"photo.eml\"\n", "This file is"),
        ("[incident]\ntitle = \"x\"\n[[roster]]\npath = \"zip.xlsx\"\n", "zip.xlsx"),
        ("[incident]\ntitle = \"x\"\n[[sources]]\nid = \"a\"\n[[sources.snapshots]]\npath = \"quote.csv\"\n", "quote"),
    ];
    std::fs::write(folder.path().join("empty.csv"), "").unwrap();
    std::fs::write(folder.path().join("photo.eml"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap();
    std::fs::write(folder.path().join("zip.xlsx"), b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0").unwrap();
    std::fs::write(folder.path().join("quote.csv"), "nom;courriel\n\"Aubrébert;a@courrier.example\nb;b@courrier.example\n").unwrap();
    for (manifest, sentence) in cases {
        std::fs::write(folder.path().join("incident.toml"), manifest).unwrap();
        let output = sourcier(&["run", "incident.toml", "--out", "out", "--quiet"], folder.path());
        assert_eq!(output.status.code(), Some(1), "{manifest}: {}", said(&output));
        assert!(said(&output).contains(sentence), "{manifest}: {}", said(&output));
        assert!(!folder.path().join("out").exists(), "{manifest}: something was written");
    }
}

#[test]
fn rejected_rows_are_counted_and_strict_exits_with_1() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write("incident.toml", "[incident]\ntitle = \"x\"\n[[events]]\npath = \"events.csv\"\n");
    write("events.csv", "date;intitulé\n2010-02-30;impossible\n2010-02-28;possible\n");
    let output = sourcier(&["run", "incident.toml", "--out", "out", "--quiet"], folder.path());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let output = sourcier(&["run", "incident.toml", "--out", "again", "--quiet", "--strict"], folder.path());
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    let report = std::fs::read_to_string(folder.path().join("again/import-report.json")).unwrap();
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    assert_eq!(report["totals"]["found"], 2);
    assert_eq!(report["totals"]["imported"], 1);
    assert_eq!(report["files"][0]["rejections"][0]["line"], 2);
    assert!(report["files"][0]["rejections"][0]["reason"].as_str().unwrap().contains("2010-02-30"));
}

#[test]
fn step_by_step_does_the_same_as_run() {
    let folder = tempfile::tempdir().unwrap();
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data/ecole");
    let file = |name: &str| data.join(name).display().to_string();
    let ok = |arguments: &[&str]| {
        let output = sourcier(arguments, folder.path());
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", said(&output));
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    ok(&["new", "c.sourcier", "--title", "École", "--pool", "14000"]);
    ok(&["import", "c.sourcier", &file("sources/ecole-2013-09-20.csv"), "--as", "source", "--source", "ecole", "--as-of", "2013-09-20"]);
    let said = ok(&["import", "c.sourcier", &file("parents.csv"), "--as", "recipients", "--found-by", "circle:ecole"]);
    assert!(said.contains("24 found = 24 imported + 0 duplicates + 0 rejected"), "{said}");
    let json = ok(&["analyse", "c.sourcier", "--json", "-", "--quiet"]);
    let results: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(results["counts"]["recipients"], 24);
    assert!(results["campaigns"][0]["verdict"]["best"].is_null());
    ok(&["verify", "c.sourcier"]);
    // The same table again: everything is a duplicate, nothing is lost.
    let said = ok(&["import", "c.sourcier", &file("parents.csv"), "--as", "recipients", "--found-by", "circle:ecole"]);
    assert!(said.contains("24 found = 0 imported + 24 duplicates + 0 rejected"), "{said}");
}

#[test]
fn a_damaged_or_foreign_case_exits_with_3_or_1_and_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let output = sourcier(&["run", &sample("ecole"), "--out", "out", "--quiet"], folder.path());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let case = folder.path().join("out/case.sourcier");
    let mut bytes = std::fs::read(&case).unwrap();
    // Somewhere in the stored evidence: the words of the letter, which stand there byte for byte.
    let words = "rentrée de janvier".as_bytes();
    let at = bytes.windows(words.len()).position(|window| window == words).unwrap();
    bytes[at] ^= 1;
    std::fs::write(&case, bytes).unwrap();
    let output = sourcier(&["verify", "out/case.sourcier"], folder.path());
    assert_eq!(output.status.code(), Some(3), "{}", said(&output));
    assert!(said(&output).contains("lettre-2013-11-15.txt"), "{}", said(&output));
    std::fs::write(folder.path().join("zero.sourcier"), "").unwrap();
    let output = sourcier(&["analyse", "zero.sourcier"], folder.path());
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("zero.sourcier"));
}

#[test]
fn a_questionnaire_goes_out_and_comes_back_as_statements() {
    let folder = tempfile::tempdir().unwrap();
    let ok = |arguments: &[&str]| {
        let output = sourcier(arguments, folder.path());
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", said(&output));
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    ok(&["run", &sample("ecole"), "--out", "out", "--quiet"]);
    let case = "out/case.sourcier";
    let told = ok(&["questions", case, "--out", "q.csv", "--forms", "forms", "--people", "3", "--lang", "en", "--quiet"]);
    assert!(told.contains("Questionnaire for 3 people: q.csv") && told.contains("--as statements"), "{told}");
    assert_eq!(std::fs::read_dir(folder.path().join("forms")).unwrap().count(), 3);
    let table = std::fs::read_to_string(folder.path().join("q.csv")).unwrap();
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(lines.len(), 1 + 3 * (3 + 2), "three files, none and do not know for each of three people");
    let filled: Vec<String> =
        lines.iter().enumerate().map(|(at, line)| if at == 1 { line.replacen(",,,,,", ",yes,2012-09,,,", 1) } else { (*line).to_owned() }).collect();
    std::fs::write(folder.path().join("filled.csv"), filled.join("\r\n")).unwrap();
    let told = ok(&["import", case, "filled.csv", "--as", "statements", "--quiet"]);
    assert!(told.contains("1 found = 1 imported + 0 duplicates + 0 rejected"), "{told}");
    assert!(told.contains("8 questions were left without an answer"), "{told}");
    let output = sourcier(&["questions", case, "--out", "q.csv", "--ask", "nobody"], folder.path());
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("no recipient or control of this id"), "{}", said(&output));
}

#[test]
fn answers_of_the_manifest_reach_the_results_and_the_verdict_names_what_stays_open() {
    let folder = tempfile::tempdir().unwrap();
    let output = sourcier(&["run", &sample("adherents"), "--out", "out", "--quiet", "--lang", "en"], folder.path());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let results = std::fs::read_to_string(folder.path().join("out/results.json")).unwrap();
    let results: serde_json::Value = serde_json::from_str(&results).unwrap();
    let rivals = results["campaigns"][0]["rivals"].as_array().unwrap();
    let of = |id: &str| rivals.iter().find(|it| it["id"] == id).unwrap();
    assert_eq!(of("electoral-roll")["standing"], "spoken-against");
    assert_eq!(of("own-section")["name"]["en"], "Liste tenue par une section locale");
    let hints: Vec<&str> = of("electoral-roll")["hints"].as_array().unwrap().iter().map(|it| it["hint"].as_str().unwrap()).collect();
    assert!(hints.contains(&"source-of-kind") && hints.contains(&"columns"), "{hints:?}");
    let cautions: Vec<&str> = results["campaigns"][0]["verdict"]["cautions"].as_array().unwrap().iter().filter_map(|it| it.as_str()).collect();
    assert!(cautions.iter().any(|it| it.starts_with("5 rival explanations have not been answered yet: public directory, bought or rented list")));
    assert!(cautions.iter().any(|it| it.contains("remains possible after examination: Liste tenue par une section locale")));
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(told.contains("have not been answered yet"), "{told}");
    assert!(!results["settings"]["scale_version"].as_str().unwrap().is_empty());
}

#[test]
fn a_wrong_passphrase_is_refused_in_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("right.txt"), "tilleul horloge marée\n").unwrap();
    std::fs::write(folder.path().join("wrong.txt"), "tilleul horloge marées\n").unwrap();
    let output = sourcier(&["new", "c.sourcier", "--passphrase-file", "right.txt"], folder.path());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let output = sourcier(&["analyse", "c.sourcier", "--passphrase-file", "wrong.txt"], folder.path());
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("passphrase does not open"), "{}", said(&output));
    let output = sourcier(&["analyse", "c.sourcier"], folder.path());
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("--passphrase-file"), "{}", said(&output));
    let output = sourcier(&["analyse", "c.sourcier", "--passphrase-file", "right.txt"], folder.path());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
}

#[test]
fn inspect_prints_one_json_object_a_message() {
    let folder = tempfile::tempdir().unwrap();
    let mailbox = format!("{}/sample-data/adherents/messages/boite.mbox", env!("CARGO_MANIFEST_DIR"));
    let output = sourcier(&["inspect", "--jsonl", &mailbox, "--quiet"], folder.path());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let lines: Vec<serde_json::Value> = String::from_utf8_lossy(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(lines.len() > 30);
    for (at, message) in lines.iter().enumerate() {
        assert_eq!(message["index"], at);
        assert_eq!(message["channel"], "email");
        assert_eq!(message["from"][0]["address"], "contact@horizon-commun.example");
        assert!(message["subject"].as_str().unwrap().contains("Morvencourt") || message["subject"].as_str().unwrap().contains("Cercle"));
        assert_eq!(message["sha256"].as_str().unwrap().len(), 64);
    }
}

#[test]
fn the_columns_chosen_for_one_state_are_used_for_the_next_and_a_warning_says_when_they_do_not_fit() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write("one.csv", "Contact;Depuis\na@courrier.example;2010-01-01\n");
    write("two.csv", "Contact;Depuis\nb@courrier.example;2010-02-01\n");
    write("three.csv", "Courriel;Depuis\nc@courrier.example;2010-03-01\n");
    write("mapping.toml", "email = \"Contact\"\nleft = \"Depuis\"\n");
    let ok = |arguments: &[&str]| {
        let output = sourcier(arguments, folder.path());
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", said(&output));
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    ok(&["new", "c.sourcier"]);
    ok(&["import", "c.sourcier", "one.csv", "--as", "source", "--source", "s", "--as-of", "2010-01-15", "--mapping", "mapping.toml"]);
    let again = ok(&["import", "c.sourcier", "two.csv", "--as", "source", "--source", "s", "--as-of", "2010-02-15"]);
    assert!(again.contains("Read with the columns chosen for the state of 2010-01-15"), "{again}");
    let changed = ok(&["import", "c.sourcier", "three.csv", "--as", "source", "--source", "s", "--as-of", "2010-03-15"]);
    assert!(changed.contains("do not fit: Contact is missing here"), "{changed}");
}

#[test]
fn a_controller_seals_a_table_and_the_rules_lie_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write("echange.key", "ardoise verger cinq loutres mardi boussole\n");
    write("membres.csv", "Nom;Courriel;Entrée\nVance;ada@valmont.example;01/02/2009\nRenier;pas d'adresse;03/04/2009\n");
    let seal = ["seal", "membres.csv", "--key-file", "echange.key", "--out", "scelle.csv"];
    let output = sourcier(&seal, folder.path());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(said(&output).contains("2 found = 2 sealed + 0 rejected") && said(&output).contains("not kept: Nom"), "{}", said(&output));
    let sealed = std::fs::read_to_string(folder.path().join("scelle.csv")).unwrap();
    let lines: Vec<&str> = sealed.split_terminator("\r\n").collect();
    assert_eq!((lines.len(), lines[0]), (3, "email_hmac,joined"));
    assert!(!sealed.contains("valmont") && !sealed.contains("Vance"), "{sealed}");
    assert!(std::fs::read_to_string(folder.path().join("scelle.rules.txt")).unwrap().contains("HMAC-SHA-256"));
    // The rules alone, in the other language; and what is missing is said.
    let rules = sourcier(&["seal", "--rules", "--lang", "en"], folder.path());
    assert!(rules.status.success() && said(&rules).contains("Sealing a file: rules sourcier.seal/1"), "{}", said(&rules));
    assert_eq!(sourcier(&["seal", "membres.csv"], folder.path()).status.code(), Some(2));
    write("court.key", "court");
    let output = sourcier(&["seal", "membres.csv", "--key-file", "court.key", "--out", "x.csv"], folder.path());
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("at least 16") && !folder.path().join("x.csv").exists(), "{}", said(&output));
    // What was sealed can be brought into a case.
    assert!(sourcier(&["new", "c.sourcier"], folder.path()).status.success());
    let bring = ["import", "c.sourcier", "scelle.csv", "--as", "source", "--source", "membres", "--key-file", "echange.key"];
    let output = sourcier(&bring, folder.path());
    assert!(output.status.success() && said(&output).contains("Sealed by whoever handed it over"), "{}", said(&output));
}
