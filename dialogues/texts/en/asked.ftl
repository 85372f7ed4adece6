# What people ask in the middle of a conversation. Short, honest, and then the same question stands there again.

utter_who_reads =
    I send nothing to your boss, { $board } or { $hr }. Not to the other person either.
    Only the counsellor you choose gets your text, and only after your yes.
    I do not ask your name. Sometimes a person can still recognise you by your story.
    { $secrecy_limits }
    Whoever can change this program can read new messages.
    On a device or wifi of your work, somebody may see that you were here.
    .privacy = Read more

utter_no_promise =
    I send nothing to a person without your yes.
    A counsellor keeps what you tell secret.
    Nobody can say for sure that everything always stays secret.
    { $secrecy_limits }
    The law gives a counsellor no right to stay silent in court.
    Whoever can change this program can read new messages.
    .privacy = Read more

utter_machine =
    I am a program, not a person. What I say was written beforehand.
    Nobody is watching live.
    The counsellors are real people.
    .human = Speak to a human

utter_next_step =
    Every button brings a question or an explanation. Nothing goes to a person then.
    Only 'Yes, send this' sends your text. You read all of it first.
    Wiping or withdrawing? Then I first ask if you are sure.
    You can always stop.

utter_my_job =
    I do not know. I cannot tell you anything for sure about that.
    I send nothing to your employer. You choose who hears something.
    The law (Arbowet) says: the employer must protect you against unwanted behaviour.
    A union or Het Juridisch Loket can tell you what your rights are.
    You can also ask a counsellor.

utter_serious =
    Many people wonder about that. You do not have to be sure here.
    I do not measure how bad something is. How it is for you counts.
    You do not have to prove anything.
    A counsellor can think along with you. You do not have to.

utter_watched =
    Is somebody looking? Then you can leave here now. Nothing is sent.
    On the web page the button 'Leave quickly' is the fastest way.
    Come back when you are alone, best on a device of your own.
    With 'Wipe everything' you remove what stands here.

utter_unclear =
    Then I was not clear. This is how it works:
    Choose a button that fits a little. Or type in your own words.
    You do not know? You may say that too.
    Nothing leaves until you say yes to a text.
    .human = Speak to a human

utter_lost_code =
    Nobody can give back a code that is gone. Neither can we.
    Do you still see your messages on this screen? Then you can just go on here.
    Do you not see them any more? Then you can no longer read the answer.
    You can start again. You can also call or mail yourself.
    .human = Speak to a human

utter_when =
    Nothing has been sent yet.
    After sending you hear something within { $reply_days } working days. You then see the exact day.
    Still nothing by then? Then you choose what happens.
    I ask nobody else without your yes.

utter_undone =
    Nobody can bring back what was wiped. Neither can we.
    You wiped nothing? Then everything is still there.
    You can always start again. You do not have to tell everything again then.
