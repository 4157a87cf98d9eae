//! A program killed in the middle of an import: everything acknowledged is there, nothing is half there, and the case opens clean.

use super::fixtures;
use sourcier::case::{CaseFile, Record, RecordKind, verify};
use sourcier::job::Unwatched;
use sourcier::model::{ImportId, MessageId, SnapshotId};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// Tells the child where its case is; without it there is nothing to be killed.
const CHILD: &str = "SOURCIER_TEST_KILL_CHILD";
/// Recipients of each import.
const RECIPIENTS: usize = 20;

/// Not a test by itself: what the test below starts and kills. It imports without end and says so on its standard output after each commit.
#[test]
#[ignore = "started by kills_during_import_lose_nothing_acknowledged"]
fn child_that_imports_until_it_is_killed() {
    let Some(path) = std::env::var_os(CHILD) else { return };
    let path = Path::new(&path);
    let mut file = CaseFile::open(path, None).unwrap();
    let folder = path.parent().unwrap();
    loop {
        let mut import = file.begin_import().unwrap();
        let id = import.id();
        let received = folder.join(format!("received-{id}.csv"));
        // More than one chunk, so that a kill can fall between chunks.
        std::fs::write(&received, format!("{id};").repeat(400_000)).unwrap();
        let evidence = import.add_evidence(&received, "text/csv", "", &Unwatched).unwrap().evidence.id;
        for n in 0..RECIPIENTS {
            import.put(Record::Recipient(fixtures::recipient(&format!("i{id}-{n}"), id, "ada@valmont.example"))).unwrap();
        }
        let message = MessageId(import.fresh_id(RecordKind::Message));
        import.put(Record::Message(fixtures::message(message, id, evidence))).unwrap();
        let snapshot = SnapshotId(import.fresh_id(RecordKind::Snapshot));
        let rows = [["Ada Vance", "ada@valmont.example"]];
        let record = fixtures::snapshot(snapshot, id, "membres", evidence, &["nom", "courriel"], 1);
        import.put_snapshot(record, vec![fixtures::segment(0, &rows)]).unwrap();
        import.add_report(fixtures::report("received.csv", evidence, RECIPIENTS as u64)).unwrap();
        import.commit().unwrap();
        let mut out = std::io::stdout().lock();
        writeln!(out, "\nacknowledged {id}").unwrap();
        out.flush().unwrap();
    }
}

/// Starts the child, waits for some acknowledgements and a little longer, kills it, and returns the last import it acknowledged.
fn kill_after(path: &Path, acknowledgements: u64, then: Duration) -> Option<i64> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "case_kill::child_that_imports_until_it_is_killed", "--ignored", "--nocapture", "--test-threads=1"])
        .env(CHILD, path)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    let read = |line: String| line.strip_prefix("acknowledged ").map(|id| id.parse::<i64>().unwrap());
    let mut last = None;
    for id in lines.by_ref().filter_map(read).take(acknowledgements as usize) {
        last = Some(id);
    }
    std::thread::sleep(then);
    // SIGKILL: nothing in the child runs after this.
    child.kill().unwrap();
    child.wait().unwrap();
    // What it said between the last look and its death counts as well.
    lines.filter_map(read).last().or(last)
}

#[test]
fn kills_during_import_lose_nothing_acknowledged() {
    let (folder, path) = fixtures::Fixture::empty().close();
    let mut random = 0x5eed_u64;
    let mut next = |below: u64| {
        // SplitMix64, seeded: the same points each time, as far as the clock allows.
        random = random.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (random ^ (random >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        (mixed ^ (mixed >> 27)) % below
    };
    let mut acknowledged = 0;
    for kill in 0..20 {
        let wait = next(2);
        if let Some(id) = kill_after(&path, wait, Duration::from_micros(next(120_000) + if wait == 0 { 60_000 } else { 0 })) {
            acknowledged = id;
        }
        let file = CaseFile::open(&path, None).unwrap_or_else(|error| panic!("after kill {kill}: {error}"));
        let contents = file.case().contents();
        let last = contents.imports.last().map_or(0, |report| report.import.0);
        // The child may have committed once more without living to say so; it never says so without having committed.
        assert!(last == acknowledged || last == acknowledged + 1, "after kill {kill}: {last} imports, {acknowledged} acknowledged");
        for id in (1..=last).map(ImportId) {
            let of = |import: ImportId| usize::from(import == id);
            assert_eq!(contents.recipients.iter().map(|it| of(it.import)).sum::<usize>(), RECIPIENTS);
            assert_eq!(contents.messages.iter().map(|it| of(it.import)).sum::<usize>(), 1);
            assert_eq!(contents.snapshots.iter().map(|it| of(it.import)).sum::<usize>(), 1);
            assert_eq!(contents.imports.iter().map(|it| of(it.import)).sum::<usize>(), 1);
        }
        let count = last as usize;
        assert_eq!((contents.recipients.len(), contents.snapshots.len(), contents.evidence.len()), (RECIPIENTS * count, count, count));
        assert_eq!(file.history().unwrap().len(), count);
        acknowledged = last;
        file.close().unwrap();
        let beside: Vec<_> = fixtures::files_in(folder.path()).into_iter().filter(|name| name.starts_with("case.sourcier")).collect();
        assert_eq!(beside, ["case.sourcier"]);
    }
    assert!(acknowledged > 0, "no import was acknowledged before a kill: the test has tested nothing");
    let report = verify(&path, None).unwrap();
    assert!(report.is_sound(), "{report:#?}");
    assert_eq!(report.evidence, acknowledged as u64);
}
