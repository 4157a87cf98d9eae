# Listes : colonnes, tri, filtres, copies.

list-arranging = Tri et filtre en cours…
list-marked = { $n ->
    [one] { $count } ligne marquée
   *[other] { $count } lignes marquées
  }
list-scroll = Défilement de « { $list } »
list-width-of = Largeur de la colonne « { $column } »
list-title-hint = Clic : trier. Maj+clic : trier aussi. Clic droit : compter, masquer. Au clavier, + et − changent la largeur.
list-sort-up = Trier dans l’ordre croissant
list-sort-down = Trier dans l’ordre décroissant
list-sort-also = Trier aussi par cette colonne
list-sort-not = Ne plus trier par cette colonne
list-count-values = Fréquence des valeurs…
list-hide-column = Masquer la colonne
list-columns = Colonnes
list-columns-name = Choisir les colonnes
list-columns-reset = Colonnes et largeurs d’origine
list-more = Plus
list-export = Exporter
list-facet-name = Filtrer par « { $column } »
list-except = sauf
list-exclude = Écarter « { $value } »
list-chip = { $column } : { $value }
list-chip-except = { $column } : sauf { $value }
list-chip-remove = Retirer le filtre « { $chip } »
list-show-all = Tout afficher
list-blank = (vide)
list-views = Vues
list-views-none = Aucune vue enregistrée.
list-view-name = Nom de la vue
list-view-save = Enregistrer la vue
list-view-needs-name = Donnez d’abord un nom à la vue.
list-view-where = Colonnes, tri et filtres sont enregistrés dans le dossier, car un filtre peut nommer des personnes.
list-view-remove = Supprimer la vue « { $name } »
list-frequency-title = Fréquences : { $column }
list-frequency-what = Un clic ne garde que les lignes ayant cette valeur ; un second clic les rend toutes.
list-frequency-values = { $n ->
    [one] { $count } valeur différente
   *[other] { $count } valeurs différentes
  }
list-frequency-value = Valeur
list-frequency-count = Nombre
list-frequency-share = Part
list-yes = oui
list-no = non

window-menu-list = Lignes
window-why-no-list = Aucune liste n’est affichée.
window-command-list-copy = Copier les lignes
window-command-list-copy-tip = Copie les lignes marquées, ou toutes celles affichées, pour les coller dans un tableur
window-command-list-mark-all = Marquer toutes les lignes
window-command-list-mark-all-tip = Marque toutes les lignes affichées de la liste
window-command-list-filter = Filtrer la liste
window-command-list-filter-tip = Place le curseur dans le filtre de la liste
window-command-list-clear = Tout afficher
window-command-list-clear-tip = Retire tous les filtres de la liste
window-command-list-frequencies = Fréquence des valeurs
window-command-list-frequencies-tip = Compte chaque valeur de la colonne triée
window-command-list-csv = Exporter la liste en CSV
window-command-list-csv-tip = Enregistre ce qui est affiché dans un fichier CSV
window-command-list-xlsx = Exporter la liste en classeur XLSX
window-command-list-xlsx-tip = Enregistre ce qui est affiché dans un classeur
