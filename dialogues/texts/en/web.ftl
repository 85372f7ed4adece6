# Words of the web pages for someone who asks for help.

web-name = Open Oor
web-title = { $page } · Open Oor
web-skip = To the content
web-demo = This is a trial version with invented people. Do not tell anything real here.
web-bar-label = Always in reach
web-bar-exit = Leave quickly
web-bar-exit-hint = Closes this conversation on this device and opens another page. A message that was sent stays. What was not sent is gone.
web-menu = Menu
web-links-label = More about Open Oor
web-link-resume = I have a code
web-link-privacy = Privacy
web-link-protocol = The protocol
web-back = Back

# Conversation
web-chat-title = Conversation
web-chat-log = The conversation
web-chat-program = Open Oor says
web-chat-you = You said
web-chat-choices = Choose an answer
web-chat-input = Type here
web-chat-input-hint = You may also choose. Nothing goes to a person before you say yes to that.
web-chat-input-case = Type your message to { $counsellor_name } here
web-chat-send = Send
web-chat-not-sent = This was not sent. Your words are still here. Try again.
web-chat-old-page = This page was too old, and below is a new one. Look whether your words were sent already. If not, send them again.
web-chat-refresh = See if there is news
web-chat-news = There is news. Look here.

# My message
web-case-title = My message
web-case-none = You have no message to a counsellor here.
web-case-who = Counsellor: { $counsellor_name }
web-case-waiting = Sent. There is no answer yet.
web-case-reply-by = You will hear something by { $reply_by } at the latest.
web-case-overdue = There is no answer yet and the day has passed. In the conversation you choose what happens.
web-case-away = { $counsellor_name } is away now. In the conversation you choose what happens.
web-case-ended = { $counsellor_name } cannot help you as a counsellor any more. In the conversation you choose what happens.
web-case-open = Accepted. You can write to each other.
web-case-declined = This counsellor cannot accept it now. In the conversation you choose what happens.
web-case-closed = Ended. The messages are gone after { $closed_days } days.
web-case-locked = This conversation is locked. Fill in your code to read the messages.
web-case-letters = Messages
web-case-letters-none = There are no messages yet.
web-case-letter-you = You, { $day }
web-case-letter-introduction = Your first text, { $day }
web-case-letter-counsellor = { $counsellor_name }, { $day }
web-case-actions = What you can do
web-case-write = Write
web-case-receipt = Read what I said yes to
web-case-withdraw = Withdraw my message
web-case-end = End the contact
web-case-options = Look at possibilities

# Coming back with a code
web-resume-title = I have a code
web-resume-text = With your code you open your conversation. Your name is not needed. Have you lost the code? Nobody can give you a new one, not even we. You can always begin again.
web-resume-label = Your code
web-resume-hint = The code is { $count } words. Capitals and punctuation do not matter.
web-resume-send = Open my conversation
web-resume-count = You typed { $given } words. A code is { $count } words.
web-resume-unknown = These words do not occur in a code: number { $places }. Look at your paper once more.
web-resume-nothing = This code opens nothing. Perhaps a word differs, or the conversation has been wiped.
web-resume-fresh = You can always begin again.
web-resume-slow = Wait a moment before you try a code again.

# The code on paper
web-print-text = With this code you can read the answer later.
web-print-address = Go to { $address } and choose 'I have a code'.
web-print-day = Come back on or after { $reply_by }.
web-print-day-later = When you send, you see by which day you will hear something. Write that day here.
web-print-keep = Do not keep this paper at work. Whoever has the code can read along.
web-print-lost = Nobody can give back a code that is gone. You can then begin again.
web-print-printer = Do not print on a printer at work. Copying it by hand is fine too.
web-print-gone = The code cannot be seen here any more.

# What you said yes to
web-receipt-title = What you said yes to
web-receipt-text = Nothing goes to anyone without your yes. These are the times you said yes.
web-receipt-none = You have not said yes to anything yet.
web-receipt-day = On { $day }
web-receipt-who = To: { $name }
web-receipt-purpose = For what: { $purpose }
web-receipt-state = State: { $state }
web-receipt-until = Valid until: { $day }
web-receipt-json = Download for a computer (JSON)
web-receipt-text-file = Download as text

# Protocol
web-protocol-title = The protocol
web-protocol-text = These are the agreements about counsellors. Reading starts nothing.
web-protocol-short = In short
web-protocol-full = The whole text
web-protocol-version = Version { $version }.
web-protocol-from = This holds from { $day }.
web-protocol-by = Approved by: { $who }.
web-protocol-deviations = Where this organisation differs
web-protocol-deviations-none = This organisation does not differ.
web-protocol-deviation = { $key }: approved by { $who } on { $day }
web-protocol-short-1 = Your employer protects you against behaviour you do not want at work.
web-protocol-short-2 = The counsellor listens, helps you choose and comes with you if you want that.
web-protocol-short-3 = Something only happens when you say yes to it.
web-protocol-short-4 = There is always a man and a woman. Is that not so for a while? Then we say so.
web-protocol-short-5 = What you tell stays secret almost always. Also when the counsellor stops doing this work.
web-protocol-short-6 = { START($board) } gets a report once a year. Nobody can be recognised in it.
web-protocol-short-7 = Is there a complaint about you? Then someone from outside helps you.
web-protocol-short-8 = Usually you first see what helps informally. A formal report to { $board } is also possible. You do not have to.

# Privacy
web-privacy-title = Privacy
web-privacy-who = Who can read what I write?
web-privacy-who-1 = The counsellor you choose, and only what you send.
web-privacy-who-2 = { START($board) }, managers and { $hr } have no access.
web-privacy-who-3 = Disks, backups and the database cannot be read without the reader's key. Whoever can change the running program can read new messages.
web-privacy-kept = What do you keep?
web-privacy-kept-1 = No name, no Telegram number, no address of your computer.
web-privacy-kept-2 = A conversation without a sent message: { $idle_hours } hours after your last word it is gone.
web-privacy-kept-3 = A sent message: until { $closed_days } days after closing, or until you wipe it.
web-privacy-kept-4 = Wiped is gone at once on our side. In backups it cannot be read any more after 7 days.
web-privacy-kept-5 = An open conversation without a sign from you stops after { $open_days } days.
web-privacy-kept-6 = After a contact ends we count how it ended, in totals of a whole year. They do not hold who. Those totals stay after a wipe.
web-privacy-telegram = And Telegram?
web-privacy-telegram-1 = Telegram keeps the conversation on its own computers and knows your account. That is why we recommend this web page.
web-privacy-telegram-2 = With 'Wipe everything' I remove the messages of the last 48 hours in Telegram. You remove older ones yourself.
web-privacy-telegram-3 = An answer on its way to Telegram can be opened by the server. That lasts 72 hours at most.
web-privacy-browser = And this browser?
web-privacy-browser-1 = One cookie is needed to keep your conversation open. There is no other cookie and no measuring.
web-privacy-browser-2 = Someone who can look at your device can see that you were here.
web-privacy-secrecy = Is everything secret?
web-privacy-rights = What are my rights?
web-privacy-rights-1 = You can see and wipe everything yourself, without saying who you are.
web-privacy-rights-2 = Do you have a question or a complaint about your data? Then you can go to the Dutch Data Protection Authority: autoriteitpersoonsgegevens.nl.

# When a page is not there or something goes wrong
web-error-400-title = I cannot read this
web-error-400-text = Something was wrong with what the browser sent. Nothing has changed.
web-error-403-title = This page is not open to you
web-error-403-text = Nothing has changed.
web-error-404-title = This page is not there
web-error-404-text = Perhaps the address differs, or what stood here has been wiped.
web-error-405-title = This page does not work like that
web-error-405-text = Nothing has changed. Go back and use the button on the page.
web-error-413-title = This is too long
web-error-413-text = Your message is too long to send at once. Send it in parts.
web-error-429-title = One moment
web-error-429-text = A lot came at once. Try again in a minute.
web-error-500-title = Something went wrong on our side
web-error-500-text = What you wrote before is still here. Try again. Is there danger? Call 112.
web-error-503-title = It is too busy now
web-error-503-text = Nothing has changed. Try again in a minute.
web-error-csrf-title = This page was too old
web-error-csrf-text = To be safe, nothing was done. Open the page again and press once more.
web-other-host-demo =
    This trial version works only on the computer that it runs on. Nothing was kept. Is there danger? Call 112.
    For the operator: write a policy.yml of your own, before others can reach it.
web-other-host =
    Open Oor does not work at this address. Nothing was kept. Use the address that your organisation gave you. Is there danger? Call 112.
    For the operator: put that address into OPENOOR_BASE_URL and let the proxy pass the name (Host) on.
web-error-home = To the beginning
web-error-again = Try again

web-steps-title = Steps
web-steps-text = This is what was proposed, chosen and done. You choose in the conversation.
web-steps-for = For: { $to }
web-steps-text-file = Keep as text
web-steps-paper = Keep as PDF
