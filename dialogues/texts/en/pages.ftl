# Words of the web pages that fit in no other group.

page-start-title = Tell or ask, without your name
page-start-1 = Is something happening at your work that you do not want? For example bullying, discrimination, threats, violence or sexual harassment.
page-start-2 = You can tell or ask here. Your name is not needed.
page-start-3 = Open Oor is a program, not a person.
page-start-4 = Do you want contact with a counsellor? Then only what you agree to is sent.
page-start-5 = { START($board) }, { $manager } and { $hr } have no access here.
page-start-6 = Rather use your own device, and not the wifi of your work.
page-start-ways = What do you want to do?
page-start-know = Good to know
page-continue = Go on with your conversation

page-exit-keys = Pressing Escape twice does the same.
page-too-long = This is too long to send at once. Nothing was sent. Send it in parts.
page-chat-letter = Read the message
page-chat-lost = There is no connection now. Your words are still here. Press again in a moment. Pressing twice sends nothing twice. Is there danger? Call 112.
page-chat-sheet = Show the code in large words, to write down
page-chat-note = Save as a text file
page-chat-own-words = Or say it in your own words
page-chat-code-words = Type the two words here
page-chat-code-hint = This goes to nobody. You may also skip.
page-code-running = Is there a conversation here that you have not sent? It is gone when you open a code.

page-sheet-title = List
page-sheet-back = Back to the conversation

page-who-title = Who are the counsellors
page-who-text = You may call or mail them yourself. Then they do see your number or address.
page-who-po = { START($hr) } has the names too. You do not have to ask { $hr }.
page-who-new = New here? Meet them, or practise for a minute
page-who-none = There is nobody on the list now.
page-new-title = New here? Meet the confidential counsellors
page-new-1 = At every workplace something can happen that you do not want. A counsellor listens and thinks along with you.
page-new-2 = In three presses you know who they are and how to reach them, what they do and do not do, and what stays secret.
page-new-3 = Looking is not reporting. We do not keep track of who looks.
page-new-4 = This page keeps nothing. In the chat Open Oor keeps where you are, until the end or until you press Stop. If you just leave, that is gone after { $idle_hours } hours.
page-new-begin = Meet them
page-new-rehearse = Practise for a minute with a made-up counsellor
page-new-stale = You scanned an older sheet. In this chat you read the newest list.
page-what-title = What does a counsellor do
page-what-does = What they do
page-what-does-not = What they do not do
page-what-secrecy = What stays secret?
page-help-title = Help now
page-help-text = Open Oor is a program and cannot send help. Nobody watches live.
page-help-further = Further on this page:
page-help-first = Call now
page-help-rest = More help outside the organisation
page-help-name = Is your name needed: { $named }
page-help-keep = Keep as text: { $name }
page-help-ways = Ways that you can choose
page-help-ways-text = For every way you read whether your name is needed. Keeping a card starts nothing, and we do not keep what you look at.
page-privacy-cookie-none = Only reading sets no cookie.

desk-title = Desk
desk-idle = After 15 minutes without pressing a button the desk locks. Send your text before that.
desk-idle-draft = This is what you typed. It was not sent yet. Copy it, and log in again.
desk-unlocked-draft = Your text is still here. Read it once more and send it again.
desk-decline-sure = Yes, I cannot take this on
desk-decline-title = Not taking this on
desk-close-title = Ending this contact
desk-telegram-code = Does the link not work? Then send this message to the bot:
desk-fingerprint-own = Read these digits aloud when a colleague wants to confirm your key.
