# The frame of the window and the rooms Start, Overview, Evidence, Messages.

window-room-start = Start
window-room-overview = Overview
window-room-evidence = Evidence
window-room-messages = Messages
window-room-recipients = Recipients
window-room-sources = Sources
window-room-people = People
window-room-origin = Origin
window-room-timeline = Timeline
window-room-missing = This view is not available in this version yet.
