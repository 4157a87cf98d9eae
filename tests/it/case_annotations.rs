//! Stars, tags and notes in the case: stored, undone, in one step for many things; and what a case from before they existed becomes.

use super::fixtures::{self, Fixture};
use rusqlite::Connection;
use sourcier::case::{CaseFile, Edit, Record, RecordKey, annotate, verify};
use sourcier::model::{Annotation, AnnotationId, Contents, EvidenceId, ImportId, Marks, Note, NoteId, Thing};

fn apply(fixture: &mut Fixture, make: impl Fn(&Contents) -> Option<Edit>) -> bool {
    let Some(edit) = make(fixture.file.case().contents()) else { return false };
    let edit = fixture.file.numbered(edit).unwrap();
    fixture.file.apply(edit).unwrap();
    true
}

fn contents(fixture: &Fixture) -> &Contents {
    fixture.file.case().contents()
}

fn recipients(fixture: &Fixture) -> Vec<Thing> {
    contents(fixture).recipients.iter().map(|it| Thing::Recipient(it.id.clone())).collect()
}

#[test]
fn a_star_and_tags_are_undone_and_redone_also_after_closing() {
    let mut fixture = Fixture::small();
    let before = contents(&fixture).clone();
    let thing = vec![Thing::Evidence(EvidenceId(1))];
    assert!(apply(&mut fixture, |c| annotate::star(c, &thing, true)));
    assert!(apply(&mut fixture, |c| annotate::add_tag(c, &thing, "  à  vérifier ")));
    assert!(apply(&mut fixture, |c| annotate::add_tag(c, &thing, "#Urgent")));
    // The same tag in another spelling is the same tag.
    assert!(!apply(&mut fixture, |c| annotate::add_tag(c, &thing, "URGENT")));
    assert!(!apply(&mut fixture, |c| annotate::add_tag(c, &thing, " # ")));
    let mut fixture = fixture.reopen();
    let annotation = contents(&fixture).annotation(&thing[0]).unwrap();
    assert_eq!((annotation.is_starred, annotation.tags.clone()), (true, vec!["à vérifier".to_owned(), "Urgent".to_owned()]));
    let after = contents(&fixture).clone();
    for _ in 0..3 {
        fixture.file.undo().unwrap().unwrap();
    }
    assert_eq!(*contents(&fixture), before);
    let mut fixture = fixture.reopen();
    for _ in 0..3 {
        fixture.file.redo().unwrap().unwrap();
    }
    assert_eq!(*contents(&fixture), after);
    assert!(apply(&mut fixture, |c| annotate::remove_tag(c, &thing, "a verifier")));
    assert!(apply(&mut fixture, |c| annotate::remove_tag(c, &thing, "urgent")));
    assert!(apply(&mut fixture, |c| annotate::star(c, &thing, false)));
    assert_eq!(contents(&fixture).annotations, [], "what says nothing any more is taken out");
    let (_folder, path) = fixture.close();
    assert!(verify(&path, None).unwrap().is_sound());
}

#[test]
fn many_things_are_marked_in_one_step_and_taken_back_in_one() {
    let mut fixture = Fixture::small();
    let things = recipients(&fixture);
    assert!(things.len() > 1);
    // One of them has the tag already; it is not written again, and keeps it when the step is undone.
    assert!(apply(&mut fixture, |c| annotate::add_tag(c, &things[..1], "témoin")));
    let before = contents(&fixture).clone();
    let steps = fixture.file.steps().unwrap().len();
    assert!(apply(&mut fixture, |c| annotate::add_tag(c, &things, "témoin")));
    assert_eq!(fixture.file.steps().unwrap().len(), steps + 1);
    let marks = Marks::of(contents(&fixture));
    assert_eq!(marks.tags().collect::<Vec<_>>(), [("témoin", things.len())]);
    assert!(apply(&mut fixture, |c| annotate::remove_tag(c, &things, "TEMOIN")));
    assert_eq!(Marks::of(contents(&fixture)), Marks::default());
    fixture.file.undo().unwrap();
    fixture.file.undo().unwrap();
    assert_eq!(*contents(&fixture), before);
}

#[test]
fn of_each_thing_one_annotation_stands_and_undoing_brings_the_older_back() {
    let mut fixture = Fixture::small();
    let about = Thing::Person("Ana Exemple".into());
    let annotation = |id, tags: &[&str]| Annotation {
        id: AnnotationId(id),
        import: ImportId(0),
        about: about.clone(),
        is_starred: false,
        tags: tags.iter().map(|&tag| tag.to_owned()).collect(),
    };
    fixture.file.apply(fixtures::put(Record::Annotation(annotation(1, &["a"])))).unwrap();
    fixture.file.apply(fixtures::put(Record::Annotation(annotation(2, &["b"])))).unwrap();
    assert_eq!(contents(&fixture).annotations, [annotation(2, &["b"])]);
    fixture.file.undo().unwrap();
    let fixture = fixture.reopen();
    assert_eq!(contents(&fixture).annotations, [annotation(1, &["a"])]);
}

#[test]
fn a_note_is_about_many_things_and_known_by_what_it_cites() {
    let mut fixture = Fixture::small();
    let things = recipients(&fixture);
    let cited = Thing::Evidence(EvidenceId(1));
    let mut note = Note { about: things.clone(), text: "Ils sont tous dans ".to_owned(), ..Note::default() };
    let number = note.cite(&cited);
    note.text = format!("{}[{number}].", note.text);
    assert!(apply(&mut fixture, |c| annotate::write_note(c, note.clone())));
    let mut fixture = fixture.reopen();
    let written = contents(&fixture).notes[0].clone();
    assert_eq!(written.id, NoteId(1));
    let marks = Marks::of(contents(&fixture));
    assert_eq!(marks.get(&cited).unwrap().cited_in, [NoteId(1)]);
    assert!(things.iter().all(|thing| marks.get(thing).unwrap().notes == [NoteId(1)]));
    // Written again as it is, nothing happens; emptied, it goes, and its tags with it.
    assert!(!apply(&mut fixture, |c| annotate::write_note(c, written.clone())));
    assert!(apply(&mut fixture, |c| annotate::add_tag(c, &[Thing::Note(NoteId(1))], "à relire")));
    let before = contents(&fixture).clone();
    assert!(apply(&mut fixture, |c| annotate::write_note(c, Note { text: "  ".to_owned(), ..written.clone() })));
    assert_eq!((contents(&fixture).notes.len(), contents(&fixture).annotations.len()), (0, 0));
    fixture.file.undo().unwrap();
    assert_eq!(*contents(&fixture), before);
    let log = fixture.file.log().unwrap();
    assert!(log.iter().any(|entry| entry.contains(r#""on":"note 1""#)), "{log:?}");
    assert!(log.iter().all(|entry| !entry.contains("dans")), "what a note says stays out of the log");
    let (_folder, path) = fixture.close();
    assert!(verify(&path, None).unwrap().is_sound());
}

#[test]
fn a_case_of_version_3_opens_with_everything_in_it_and_takes_notes() {
    let fixture = Fixture::small();
    let before = contents(&fixture).clone();
    let (folder, path) = fixture.close();
    let back = "DROP TABLE annotation; DROP TABLE note; DELETE FROM counter WHERE kind IN ('annotation', 'note'); PRAGMA user_version = 3;";
    Connection::open(&path).unwrap().execute_batch(back).unwrap();
    assert!(verify(&path, None).unwrap().is_sound());
    let file = CaseFile::open(&path, None).unwrap();
    assert!(!file.is_read_only());
    assert_eq!(*file.case().contents(), before);
    let mut fixture = Fixture { folder, file };
    assert!(apply(&mut fixture, |c| annotate::write_note(c, Note { text: "Une note.".to_owned(), ..Note::default() })));
    assert!(apply(&mut fixture, |c| annotate::star(c, &[Thing::Note(NoteId(1))], true)));
    assert_eq!(fixture.file.case().written(&RecordKey::Note(1)).unwrap().unwrap().actor, "examiner");
    let (_folder, path) = fixture.reopen().close();
    assert!(verify(&path, None).unwrap().is_sound());
}
