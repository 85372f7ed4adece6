# Messages that the program sends by itself. They never say what about or from whom.

# For someone who asked for help and wants a message when there is news.
notice-news = There is news in Open Oor.
    .read = Show it

# For counsellors on Telegram. Reading and writing happen at the desk.
notice-waiting = Something is ready for you at the Open Oor desk.
    .accept = Accept
    .decline = I cannot
notice-secrecy = Your appointment as a counsellor is over. The desk does not open any more. Your duty of secrecy stays. Destroy notes of your own.
notice-accepted = Accepted. You read and write at the desk.
notice-declined = That has been passed on. The person who wrote chooses what happens.
notice-gone = This is not needed any more. Look at the desk.
notice-linked = From now on you get a message here when something is waiting. It never holds any content.
notice-unlinked = You get no more messages here.
notice-link-failed = This link does not work any more. Make a new one at the desk.
notice-staff-only = This is your chat as a counsellor. Do not write about people here. You read and write at the desk.

# For who wanted it. It does not say what it is about.
notice-checkin = I would ask how you are. Answer only if you want to.
    .good = I am doing well
    .changed = I am treated differently now
    .talk = I want to talk to someone
    .stop = Do not ask again

notice-new =
    There is a new counsellor: { $name } ({ $gender }, { $side }).
    You asked me to let you know. This message says nothing else about you.
    .who = Who are the counsellors
    .stop = Do not tell me any more
