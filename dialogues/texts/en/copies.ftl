# Nothing of one's own is left (C43)
desk-copies-title = Notes of your own
desk-copies-text = Open Oor clears up only itself. It cannot see what you wrote down, printed or saved yourself. Throw it away when a contact is over, or goes to somebody else. Declare here when nothing is left.
desk-copies-kept = All that is kept is that you declared this, and on which day. Not at which contact, and nothing about whom you spoke with. Other counsellors and the privacy officer can read that.
desk-copies-question = Do you still have notes, downloads or copies of your own?
desk-copies-gone = No, nothing is left
desk-copies-week = Yes, they will be gone within a week
desk-copies-month = Yes, they will be gone within thirty days
desk-copies-unsaid = Not say now
desk-copies-send = I declare this
desk-copies-declared = Noted, with the day of today.
desk-copies-leaving = Your appointment ends after { $day }. Your secrecy stays, also after that. Throw your own notes away, and declare so before that day.
desk-copies-left = Have you kept anything yourself? Throw it away.
