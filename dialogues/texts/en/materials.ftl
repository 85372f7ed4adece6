# What is printed or copied: poster, card, welcome pack, block for the intranet (C39, C55, C57, C58).

material-poster-title = Confidential counsellors of { $organisation }
material-poster-question = Is something happening at work that you do not want?
material-poster-kinds = Bullying, discrimination, threats, violence or sexual harassment. Also when you are in doubt.
material-poster-offer = You can talk about it. Without your name. You decide what happens.
material-poster-people = These are the counsellors
material-poster-scan = Scan the code, or go to
material-poster-telegram = Or look in Telegram for: @{ $name }
material-poster-own-phone = Use your own phone if you can, and not the wifi of your work.
material-poster-danger = In danger now? Call 112.
material-stand = List of { $day }, version { $version }. The code always opens the newest list.
material-stand-link = List of { $day }, version { $version }. The link always opens the newest list.
material-qr = Code that opens: { $address }
material-absent = away now
material-title-counsellor = Confidential counsellor

material-card-title = Talk without your name
material-card-offer = Confidential counsellors of { $organisation }
material-card-more = There are more: scan the code.

material-pack-title = Welcome to { $organisation }
material-pack-intro = In any workplace something can happen that you do not want. Here you can then go to a confidential counsellor. That is somebody who listens to you and thinks along. You do not have to prove anything, and it does not have to be serious enough.
material-pack-reach = How do you reach them?
material-pack-reach-text = Call or mail. They will then see your number or your address. Would you rather not give a name? Then use Open Oor.
material-pack-open-oor = Open Oor is a program, not a person. You can ask and tell there, without your name. Only when you say yes does anything go to a counsellor. Looking is not a report. We do not record who looks.
material-pack-try = Scan the code. In three presses you know who they are, what they do and what stays secret. You can also practise: one minute, with a made-up counsellor. Nothing starts by doing so.
material-pack-telegram = Or open on Telegram: t.me/{ $name }?start=new
material-talk-title = For whoever receives new colleagues: a talk of five minutes
material-talk-why = Tell this to everyone, and in the same way. Then nobody stands out.
material-talk-1 = This is there
material-talk-1-text = "We have confidential counsellors. These are their names. You do not have to need them to know them."
material-talk-2 = What for
material-talk-2-text = "For bullying, discrimination, sexual harassment, aggression and violence. Also when you see it happen to someone else. Also when you are in doubt."
material-talk-3 = Secret
material-talk-3-text = "What you tell stays with them. I do not hear it, and neither does { $board }. They do nothing without your yes. The law sets limits; they are on the sheet."
material-talk-4 = Without a name
material-talk-4-text = "With this code you meet them, and you can practise for a minute. You can also ask there without your name." Show where the poster hangs. Do not ask whether somebody wants to use it.
material-talk-5 = Questions
material-talk-5-text = "Do you have a question now about how it works?" Does a story come? Listen, and show the way to the counsellor. Do not ask for more.
material-talk-minute = Minute { $minute }

material-block-title = Confidential counsellors
material-block-link = Tell or ask, without your name
material-block-danger = In danger now? Call 112.

material-page-title = Posters and cards
material-page-link = Posters and cards
material-page-text = Everything below comes from the list that is visible now. Does the list change? Then print again. Whoever scans an old code reads that the list is newer.
material-page-draft = There are changes that nobody sees yet. They are not on what you make here.
material-page-language = In { $language ->
    [en] English
   *[other] Dutch
    }
material-page-poster-a4 = Poster, A4
material-page-poster-a5 = Poster, A5
material-page-cards = Cards for a wallet, eight on one A4
material-page-pack = Welcome pack for new colleagues
material-page-vcard = Contact cards for a phone or mail program
material-page-block = Block for the intranet
material-page-block-text = Paste this text as HTML into a page of the intranet. It holds no program, and nothing that records who looks.
material-page-missing = This server cannot make a PDF. The operator switches it on with the extra "reports". Contact cards and the block for the intranet can be made.
material-page-local = The address in the code is { $address } now. Only this computer can open it. Do not print yet: the operator sets the public address first.
material-page-nobody = The list is empty now. First add somebody and make them visible.

material-stale = You scanned an older poster or card. The list below is the newest.

# A step on paper
material-step-to = For: { $to }
material-step-name = Name:
material-step-date = Date:
material-step-sign = Signature:
material-step-only = Shared with consent, for this only. Do not pass it on.
