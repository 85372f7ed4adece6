# Woorden van de webpagina's voor wie hulp vraagt.

web-name = Open Oor
web-title = { $page } · Open Oor
web-skip = Naar de inhoud
web-demo = Dit is een proefversie met verzonnen mensen. Vertel hier niets dat echt is.
web-bar-label = Altijd bereikbaar
web-bar-exit = Snel weg
web-bar-exit-hint = Sluit dit gesprek op dit apparaat en opent een andere pagina. Een verstuurd bericht blijft bestaan. Wat nog niet is verstuurd, is dan weg.
web-menu = Menu
web-links-label = Meer over Open Oor
web-link-resume = Ik heb een code
web-link-privacy = Privacy
web-link-protocol = Het protocol
web-back = Terug

# Gesprek
web-chat-title = Gesprek
web-chat-log = Het gesprek
web-chat-program = Open Oor zegt
web-chat-you = Jij zei
web-chat-choices = Kies een antwoord
web-chat-input = Typ hier
web-chat-input-hint = Kiezen mag ook. Niets gaat naar een mens voor jij daar ja op zegt.
web-chat-input-case = Typ hier je bericht aan { $counsellor_name }
web-chat-send = Verstuur
web-chat-not-sent = Dit is niet verstuurd. Je woorden staan er nog. Probeer het opnieuw.
web-chat-old-page = Deze pagina was te oud, en hieronder staat een nieuwe. Kijk of je woorden al verstuurd waren. Zo niet, verstuur ze dan opnieuw.
web-chat-refresh = Kijk of er nieuws is
web-chat-news = Er is nieuws. Kijk hier.

# Mijn bericht
web-case-title = Mijn bericht
web-case-none = Je hebt hier geen bericht aan een vertrouwenspersoon.
web-case-who = Vertrouwenspersoon: { $counsellor_name }
web-case-waiting = Verstuurd. Er is nog geen antwoord.
web-case-reply-by = Uiterlijk { $reply_by } hoor je iets.
web-case-overdue = Er is nog geen antwoord en de dag is voorbij. In het gesprek kies jij wat er gebeurt.
web-case-away = { $counsellor_name } is er nu niet. In het gesprek kies jij wat er gebeurt.
web-case-ended = { $counsellor_name } kan je niet meer helpen als vertrouwenspersoon. In het gesprek kies jij wat er gebeurt.
web-case-open = Aangenomen. Jullie kunnen elkaar schrijven.
web-case-declined = Deze vertrouwenspersoon kan het nu niet aannemen. In het gesprek kies jij wat er gebeurt.
web-case-closed = Afgesloten. De berichten zijn na { $closed_days } dagen weg.
web-case-locked = Dit gesprek is op slot. Vul je code in om de berichten te lezen.
web-case-letters = Berichten
web-case-letters-none = Er zijn nog geen berichten.
web-case-letter-you = Jij, { $day }
web-case-letter-introduction = Jouw eerste tekst, { $day }
web-case-letter-counsellor = { $counsellor_name }, { $day }
web-case-actions = Wat je kunt doen
web-case-write = Schrijven
web-case-receipt = Lezen waar ik ja op zei
web-case-withdraw = Mijn bericht terugtrekken
web-case-end = Het contact afsluiten
web-case-options = Mogelijkheden bekijken

# Terugkomen met een code
web-resume-title = Ik heb een code
web-resume-text = Met je code open je je gesprek. Je naam is niet nodig. Ben je de code kwijt? Niemand kan je een nieuwe geven, ook wij niet. Opnieuw beginnen kan altijd.
web-resume-label = Je code
web-resume-hint = De code is { $count } woorden. Hoofdletters en leestekens maken niet uit.
web-resume-send = Open mijn gesprek
web-resume-count = Je typte { $given } woorden. Een code is { $count } woorden.
web-resume-unknown = Deze woorden komen niet voor in een code: nummer { $places }. Kijk nog een keer op je papier.
web-resume-nothing = Met deze code gaat er niets open. Misschien is er een woord anders, of is het gesprek gewist.
web-resume-fresh = Opnieuw beginnen kan altijd.
web-resume-slow = Wacht even voor je een code opnieuw probeert.

# De code op papier
web-print-text = Met deze code lees je later het antwoord.
web-print-address = Ga naar { $address } en kies 'Ik heb een code'.
web-print-day = Kom terug op of na { $reply_by }.
web-print-day-later = Bij het versturen zie je op welke dag je uiterlijk iets hoort. Schrijf die dag hier op.
web-print-keep = Bewaar dit papier niet op je werk. Wie de code heeft, kan meelezen.
web-print-lost = Een code die weg is, kan niemand teruggeven. Je kunt dan wel opnieuw beginnen.
web-print-printer = Print niet op een printer van je werk. Overschrijven met de hand kan ook.
web-print-gone = De code is hier niet meer te zien.

# Waar je ja op zei
web-receipt-title = Waar je ja op zei
web-receipt-text = Er gaat niets naar iemand zonder jouw ja. Dit zijn de keren dat je ja zei.
web-receipt-none = Je hebt nog nergens ja op gezegd.
web-receipt-day = Op { $day }
web-receipt-who = Naar: { $name }
web-receipt-purpose = Waarvoor: { $purpose }
web-receipt-state = Stand: { $state }
web-receipt-until = Geldig tot: { $day }
web-receipt-json = Download voor een computer (JSON)
web-receipt-text-file = Download als tekst

# Protocol
web-protocol-title = Het protocol
web-protocol-text = Dit zijn de afspraken over vertrouwenspersonen. Lezen start niets.
web-protocol-short = In het kort
web-protocol-full = De hele tekst
web-protocol-version = Versie { $version }.
web-protocol-from = Dit geldt vanaf { $day }.
web-protocol-by = Vastgesteld door: { $who }.
web-protocol-deviations = Waar deze organisatie afwijkt
web-protocol-deviations-none = Deze organisatie wijkt niet af.
web-protocol-deviation = { $key }: goedgekeurd door { $who } op { $day }
web-protocol-short-1 = Je werkgever beschermt je tegen gedrag dat jij niet wilt op het werk.
web-protocol-short-2 = De vertrouwenspersoon luistert, helpt je kiezen en gaat met je mee als jij dat wilt.
web-protocol-short-3 = Er gebeurt alleen iets als jij daar ja op zegt.
web-protocol-short-4 = Er is altijd een man en een vrouw. Is dat even niet zo? Dan zeggen we het.
web-protocol-short-5 = Wat jij vertelt, blijft bijna altijd geheim. Ook als de vertrouwenspersoon stopt met dit werk.
web-protocol-short-6 = { START($board) } krijgt één keer per jaar een verslag. Daarin is niemand te herkennen.
web-protocol-short-7 = Gaat een klacht over jou? Dan helpt iemand van buiten je.
web-protocol-short-8 = Meestal kijk je eerst wat informeel helpt. Een formele melding bij { $board } kan ook. Het hoeft niet.

# Privacy
web-privacy-title = Privacy
web-privacy-who = Wie kan lezen wat ik schrijf?
web-privacy-who-1 = De vertrouwenspersoon die jij kiest, en alleen wat jij verstuurt.
web-privacy-who-2 = { START($board) }, leidinggevende en { $hr } hebben geen toegang.
web-privacy-who-3 = Schijven, reservekopieën en de database zijn niet te lezen zonder de sleutel van de lezer. Wie het draaiende programma kan veranderen, kan nieuwe berichten lezen.
web-privacy-kept = Wat bewaren jullie?
web-privacy-kept-1 = Geen naam, geen nummer van Telegram, geen adres van je computer.
web-privacy-kept-2 = Een gesprek zonder verstuurd bericht: { $idle_hours } uur na je laatste woord is het weg.
web-privacy-kept-3 = Een verstuurd bericht: tot { $closed_days } dagen na het afsluiten, of tot jij het wist.
web-privacy-kept-4 = Gewist is bij ons meteen weg. In reservekopieën is het na 7 dagen niet meer te lezen.
web-privacy-kept-5 = Een open gesprek zonder teken van jou stopt na { $open_days } dagen.
web-privacy-kept-6 = Na het einde van een contact tellen we mee hoe het afliep, in totalen van een heel jaar. Daarin staat niet wie. Die totalen blijven na wissen.
web-privacy-telegram = En Telegram?
web-privacy-telegram-1 = Telegram bewaart het gesprek op zijn eigen computers en kent je account. Daarom raden we deze webpagina aan.
web-privacy-telegram-2 = Met 'Alles wissen' haal ik in Telegram berichten van de laatste 48 uur weg. Oudere haal je zelf weg.
web-privacy-telegram-3 = Een antwoord dat naar Telegram onderweg is, kan de server openen. Dat duurt hoogstens 72 uur.
web-privacy-browser = En deze browser?
web-privacy-browser-1 = Er is één cookie nodig om je gesprek open te houden. Er is geen andere cookie en geen meting.
web-privacy-browser-2 = Wie op je apparaat kan kijken, kan zien dat je hier was.
web-privacy-secrecy = Is alles geheim?
web-privacy-rights = Wat zijn mijn rechten?
web-privacy-rights-1 = Je kunt alles zelf zien en wissen, zonder te zeggen wie je bent.
web-privacy-rights-2 = Heb je een vraag of een klacht over je gegevens? Dan kun je naar de Autoriteit Persoonsgegevens: autoriteitpersoonsgegevens.nl.

# Als een pagina er niet is of iets misgaat
web-error-400-title = Dit kan ik niet lezen
web-error-400-text = Er ging iets mis met wat de browser stuurde. Er is niets veranderd.
web-error-403-title = Deze pagina is niet voor jou open
web-error-403-text = Er is niets veranderd.
web-error-404-title = Deze pagina is er niet
web-error-404-text = Misschien is het adres anders, of is wat hier stond gewist.
web-error-405-title = Zo werkt deze pagina niet
web-error-405-text = Er is niets veranderd. Ga terug en gebruik de knop op de pagina.
web-error-413-title = Dit is te lang
web-error-413-text = Je bericht is te lang om in één keer te sturen. Stuur het in delen.
web-error-429-title = Even wachten
web-error-429-text = Er kwam veel achter elkaar. Probeer het over een minuut opnieuw.
web-error-500-title = Er ging iets mis bij ons
web-error-500-text = Wat je eerder schreef, is er nog. Probeer het opnieuw. Is er gevaar? Bel 112.
web-error-503-title = Het is nu te druk
web-error-503-text = Er is niets veranderd. Probeer het over een minuut opnieuw.
web-error-csrf-title = Deze pagina was te oud
web-error-csrf-text = Voor de zekerheid is er niets gedaan. Open de pagina opnieuw en druk nog een keer.
web-other-host-demo =
    Deze proefversie werkt alleen op de computer waarop zij draait. Er is niets bewaard. Is er gevaar? Bel 112.
    Voor de beheerder: maak een eigen policy.yml, voordat anderen erbij kunnen.
web-other-host =
    Open Oor werkt niet op dit adres. Er is niets bewaard. Gebruik het adres dat je van je organisatie kreeg. Is er gevaar? Bel 112.
    Voor de beheerder: zet dat adres in OPENOOR_BASE_URL en laat de proxy de naam (Host) doorgeven.
web-error-home = Naar het begin
web-error-again = Probeer opnieuw

web-steps-title = Stappen
web-steps-text = Dit is wat is voorgesteld, gekozen en gedaan. Kiezen doe je in het gesprek.
web-steps-for = Voor: { $to }
web-steps-text-file = Bewaar als tekst
web-steps-paper = Bewaar als PDF
