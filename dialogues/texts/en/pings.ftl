# How a counsellor wants to be told.

desk-pings-title = How do you want to be told?
desk-pings-text = Open Oor lets you know that something is ready for you. It never says what, or from whom. You read and write here.
desk-pings-when = You are told on working days at { $times }. Everything together is one message. So nobody can see from the time who wrote.
desk-pings-at-once = In this organisation you are told at once. Who sees the time can sometimes guess who wrote.
desk-pings-only-here = You have not chosen anything yet. Then look here yourself every working day.
desk-pings-on = Switched on
desk-pings-waits = Waits for the number
desk-pings-failed = We could not reach you this way since { $day }
desk-pings-trouble = We could not reach you in one way. See whether the address is still right.
desk-pings-mail = E-mail
desk-pings-add-mail = Get an e-mail
desk-pings-label-mail = E-mail address
desk-pings-hint-mail = Choose an address that only you read. Whoever looks after the mail can see that something came, and when.
desk-pings-send-mail = Send a test mail
desk-pings-mail-none = E-mail is not switched on in this organisation.
desk-pings-service = Service
desk-pings-add-service = Another service
desk-pings-label-service = Address of the service
desk-pings-hint-service = Begins with ntfys, gotifys, matrixs, signals, mmosts, nctalks or pover, and then ://. Apprise (appriseit.com) tells how it goes on. It is not shown here again.
desk-pings-send-service = Send a test message
desk-pings-words = Words
desk-pings-neutral = Neutral: the name Open Oor is not in it
desk-pings-number-label = Number from the test message
desk-pings-number-hint = A test message with six digits is on its way. Type them here within a day. Only then anything else goes there.
desk-pings-number-send = This is the number
desk-pings-number-wrong = This number does not fit. Look again in the test message.
desk-pings-sent = A test message is on its way.
desk-pings-confirmed = The number is right. From now on you are told this way too.
desk-pings-forgotten = The number was different too often. The address is forgotten. Type the address again.
desk-pings-gone = This is not there any more. Nothing has changed.
desk-pings-removed = Gone. The address is forgotten.
desk-pings-remove = Remove: { $hint }
desk-pings-form = This is no address that we know. Nothing was sent.
desk-pings-many = You have four ways already. Remove one first.
desk-pings-double = This address is there already.
desk-pings-slow = Wait a moment before you try again. Nothing was sent.

# For counsellors, by e-mail or another service. Neutral: without name or address.
ping-waiting =
    Something is ready for you at the Open Oor desk.

    { $address }

    A program sends this. You cannot answer it.
    .subject = Something is ready at the Open Oor desk
ping-waiting-neutral =
    Something is ready for you. Look in the place that you know.

    A program sends this. You cannot answer it.
    .subject = Something is ready for you
ping-test =
    This is a test from Open Oor. Type this number at the desk:

    { $number }

    Did you not ask for this? Then you do not have to do anything. Without this number nothing else comes here.
    .subject = Test from Open Oor
ping-test-neutral =
    This is a test. Type this number in the place that you know:

    { $number }

    Did you not ask for this? Then you do not have to do anything. Without this number nothing else comes here.
    .subject = A test
