# Étoiles, étiquettes et notes.

notes-menu = Notes
notes-title = Notes
notes-empty = Aucune note pour l’instant. Choisissez une pièce, un message, une personne… puis « Écrire une note ». Une note peut citer tout ce que contient le dossier.
notes-editor = Texte de la note
notes-editor-hint = Votre note. Tapez [[ pour citer quelque chose du dossier.
notes-save = Enregistrer
notes-save-tip = Enregistrer la note (Ctrl+Entrée)
notes-change = Modifier la note
notes-remove = Retirer cette note
notes-about = À propos de
notes-about-case = À propos du dossier entier
notes-about-more =
    { $n ->
        [one] et un autre élément
       *[other] et { $n } autres éléments
    }
notes-about-drop = Ne plus rattacher à : { $thing }
notes-card = Note { $n } · { $at }
notes-star-note = Étoile de la note { $n }
notes-go-tip = Y aller
notes-cite = Citer…
notes-cite-tip = Choisir par son nom ce que la note cite
notes-cite-filter = Nom de ce que vous citez
notes-cite-selection = Citer la sélection
notes-cite-selection-none = Choisissez d’abord quelque chose dans une salle.
notes-of-thing = Notes
notes-cited-in = Cité dans
notes-filter-text = Chercher dans les notes
notes-tags = Étiquettes
notes-starred = Marqué d’une étoile
notes-count =
    { $n ->
        [one] 1 note
       *[other] { $n } notes
    }
notes-picked =
    { $n ->
        [one] 1 élément choisi
       *[other] { $n } éléments choisis
    }
notes-tag-remove = Retirer l’étiquette { $tag }
notes-tag-add = Étiqueter
notes-tag-name = Nom de l’étiquette
notes-tag-known = Étiquettes déjà utilisées
notes-tag-which = Quelle étiquette retirer ?
notes-tag-dialog-add =
    { $n ->
        [one] Étiqueter cet élément
       *[other] Étiqueter { $n } éléments
    }
notes-tag-dialog-remove =
    { $n ->
        [one] Retirer une étiquette de cet élément
       *[other] Retirer une étiquette de { $n } éléments
    }
notes-filter = Étoiles et étiquettes
notes-filter-on = Seulement : { $what }
notes-filter-star = Avec une étoile
notes-filter-note = Avec une note
notes-filter-off = Tout montrer
notes-why-nothing-chosen = Choisissez d’abord quelque chose.
notes-why-no-tag = Ce qui est choisi ne porte pas d’étiquette.
notes-thing-event = Événement
notes-thing-rival = Autre explication
notes-thing-note = Note { $n }
notes-thing-gone = { $thing } (n’est plus dans le dossier)
notes-history-marked = { $what } : { $thing }
notes-history-star-added = Étoile ajoutée
notes-history-star-removed = Étoile retirée
notes-history-tag-added = Étiquette « { $tag } » ajoutée
notes-history-tag-removed = Étiquette « { $tag } » retirée
notes-history-note-added = Note écrite : « { $text } »
notes-history-note-changed = Note modifiée : « { $text } »
notes-history-note-removed = Note retirée : « { $text } »

frame-history-annotation-added = Étoile ou étiquette ajoutée : { $name }
frame-history-annotation-changed = Étoile ou étiquettes modifiées : { $name }
frame-history-annotation-removed = Étoile ou étiquettes retirées : { $name }
frame-history-note-added = Note écrite : { $name }
frame-history-note-changed = Note modifiée : { $name }
frame-history-note-removed = Note retirée : { $name }

window-command-pick = Choisir plusieurs éléments
window-command-pick-tip = Choisir plusieurs éléments d’une liste
window-command-star = Étoile
window-command-star-tip = Marquer d’une étoile ce qui est choisi, ou la retirer
window-command-tag = Étiqueter…
window-command-tag-tip = Donner une étiquette à ce qui est choisi
window-command-untag = Retirer une étiquette…
window-command-untag-tip = Retirer une étiquette de ce qui est choisi
window-command-note = Écrire une note
window-command-note-tip = Écrire une note sur ce qui est choisi, ou sur le dossier entier
window-command-edit-note = Modifier la note
window-command-edit-note-tip = Modifier le texte de la note
window-command-notes = Toutes les notes
window-command-notes-tip = Voir toutes les notes du dossier à côté de la salle
