# Messages that the program sends by itself. They never say what about or from whom.

# For someone who asked for help and wants a message when there is news.
notice-news = There is news in Open Oor.
    .read = Show it

# For counsellors on Telegram. Reading and writing happen at the desk.
notice-introduction = Something is waiting in Open Oor.
    .accept = Accept
    .decline = I cannot
notice-message = There is a new message in Open Oor.
notice-reminder = Something is still waiting in Open Oor.
    .accept = Accept
    .decline = I cannot
notice-withdrawn = Something in Open Oor has been withdrawn.
notice-moved = Something in Open Oor is now with someone else. You do not have to do anything.
notice-closed = Something in Open Oor has been closed. You can read it at the desk.
notice-key = A key has changed. Look at the desk.
notice-accepted = Accepted. You read and write at the desk.
notice-declined = That has been passed on. The person who wrote chooses what happens.
notice-gone = This is not needed any more. Look at the desk.
notice-linked = From now on you get a message here when something is waiting. It never holds any content.
notice-unlinked = You get no more messages here.
notice-link-failed = This link does not work any more. Make a new one at the desk.
notice-staff-only = This is your chat as a counsellor. Do not write about people here. You read and write at the desk.
