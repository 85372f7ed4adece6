# Before the first question (C42): a program, who reads, what is kept, limits of secrecy, where to be careful.
# The limits are those of the policy.
utter_notice =
    Welcome to Open Oor. I am a program, not a person.
    What you send is for the counsellor you choose. Not for { $board }, { $manager } or { $hr }.
    I do not ask your name. I keep little, and you can always wipe it.
    { $secrecy_limits }
    Whoever can change this program could read new messages. Better not use a work device or work wifi.
    Only this browser opens this chat. Want to know more? Choose Read more.
    .privacy = Read more

utter_notice_telegram =
    Welcome to Open Oor. I am a program, not a person.
    What you send is for the counsellor you choose. Not for { $board }, { $manager } or { $hr }.
    I do not ask your name. I keep little, and you can always wipe it.
    { $secrecy_limits }
    Whoever can change this program could read new messages. Better not use a work device or work wifi.
    Telegram keeps this chat and knows your account. Our web page hides more. Want to know more? Choose Read more.
    .privacy = Read more
