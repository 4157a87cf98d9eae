# Stars, tags and notes.

notes-menu = Notes
notes-title = Notes
notes-empty = No note yet. Choose a piece of evidence, a message, a person… then “Write a note”. A note can cite anything in the case.
notes-editor = Text of the note
notes-editor-hint = Your note. Type [[ to cite something in the case.
notes-save = Save
notes-save-tip = Save the note (Ctrl+Enter)
notes-change = Edit the note
notes-remove = Remove this note
notes-about = About
notes-about-case = About the case as a whole
notes-about-more =
    { $n ->
        [one] and one other item
       *[other] and { $n } other items
    }
notes-about-drop = No longer about: { $thing }
notes-card = Note { $n } · { $at }
notes-star-note = Star of note { $n }
notes-go-tip = Go there
notes-cite = Cite…
notes-cite-tip = Choose by name what the note cites
notes-cite-filter = Name of what you cite
notes-cite-selection = Cite the selection
notes-cite-selection-none = Choose something in a room first.
notes-of-thing = Notes
notes-cited-in = Cited in
notes-filter-text = Search the notes
notes-tags = Tags
notes-starred = Starred
notes-count =
    { $n ->
        [one] 1 note
       *[other] { $n } notes
    }
notes-picked =
    { $n ->
        [one] 1 item chosen
       *[other] { $n } items chosen
    }
notes-tag-remove = Remove the tag { $tag }
notes-tag-add = Tag
notes-tag-name = Name of the tag
notes-tag-known = Tags in use
notes-tag-which = Which tag to remove?
notes-tag-dialog-add =
    { $n ->
        [one] Tag this item
       *[other] Tag { $n } items
    }
notes-tag-dialog-remove =
    { $n ->
        [one] Remove a tag from this item
       *[other] Remove a tag from { $n } items
    }
notes-filter = Stars and tags
notes-filter-on = Only: { $what }
notes-filter-star = Starred
notes-filter-note = With a note
notes-filter-off = Show everything
notes-why-nothing-chosen = Choose something first.
notes-why-no-tag = What is chosen has no tag.
notes-thing-event = Event
notes-thing-rival = Rival explanation
notes-thing-note = Note { $n }
notes-thing-gone = { $thing } (no longer in the case)
notes-history-marked = { $what }: { $thing }
notes-history-star-added = Star added
notes-history-star-removed = Star removed
notes-history-tag-added = Tag “{ $tag }” added
notes-history-tag-removed = Tag “{ $tag }” removed
notes-history-note-added = Note written: “{ $text }”
notes-history-note-changed = Note changed: “{ $text }”
notes-history-note-removed = Note removed: “{ $text }”

frame-history-annotation-added = Star or tag added: { $name }
frame-history-annotation-changed = Star or tags changed: { $name }
frame-history-annotation-removed = Star or tags removed: { $name }
frame-history-note-added = Note written: { $name }
frame-history-note-changed = Note changed: { $name }
frame-history-note-removed = Note removed: { $name }

window-command-pick = Choose several items
window-command-pick-tip = Choose several items of a list
window-command-star = Star
window-command-star-tip = Give what is chosen a star, or take it off
window-command-tag = Tag…
window-command-tag-tip = Give what is chosen a tag
window-command-untag = Remove a tag…
window-command-untag-tip = Take a tag off what is chosen
window-command-note = Write a note
window-command-note-tip = Write a note about what is chosen, or about the case as a whole
window-command-edit-note = Edit the note
window-command-edit-note-tip = Change the text of the note
window-command-notes = All notes
window-command-notes-tip = See all notes of the case beside the room
