# Le cadre de la fenêtre et les pièces Accueil, Synthèse, Pièces, Messages.

window-room-start = Accueil
window-room-overview = Synthèse
window-room-evidence = Pièces
window-room-messages = Messages
window-room-recipients = Destinataires
window-room-sources = Fichiers
window-room-people = Personnes
window-room-origin = Origine
window-room-timeline = Chronologie
window-room-missing = Cette vue n’est pas encore disponible dans cette version.
