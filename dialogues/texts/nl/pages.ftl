# Woorden van de webpagina's die in geen andere groep passen.

page-start-title = Vertellen of vragen, zonder je naam
page-start-1 = Gebeurt er op je werk iets wat je niet wilt? Bijvoorbeeld pesten, discriminatie, dreigen, geweld of seksuele intimidatie.
page-start-2 = Hier kun je vertellen of vragen. Je naam is niet nodig.
page-start-3 = Open Oor is een programma, geen mens.
page-start-4 = Wil je contact met een vertrouwenspersoon? Dan gaat alleen weg wat jij goed vindt.
page-start-5 = { START($board) }, { $manager } en { $hr } hebben hier geen toegang.
page-start-6 = Gebruik liever je eigen apparaat, en niet de wifi van je werk.
page-start-ways = Wat wil je doen?
page-start-know = Goed om te weten
page-continue = Ga verder met je gesprek

page-exit-keys = Twee keer op Escape drukken doet hetzelfde.
page-too-long = Dit is te lang om in één keer te sturen. Er is niets verstuurd. Stuur het in delen.
page-chat-letter = Lees het bericht
page-chat-lost = Er is nu geen verbinding. Je woorden staan er nog. Druk straks nog een keer. Twee keer drukken stuurt niets dubbel. Is er gevaar? Bel 112.
page-chat-sheet = Toon de code groot, om over te schrijven
page-chat-note = Opslaan als tekstbestand
page-chat-own-words = Of zeg het in je eigen woorden
page-chat-code-words = Typ hier de twee woorden
page-chat-code-hint = Dit gaat naar niemand. Overslaan mag ook.
page-code-running = Loopt hier al een gesprek dat je niet hebt verstuurd? Dat is weg als je een code opent.

page-sheet-title = Lijst
page-sheet-back = Terug naar het gesprek

page-who-title = Wie zijn de vertrouwenspersonen
page-who-text = Je mag hen zelf bellen of mailen. Dan zien ze wel je nummer of adres.
page-who-po = De namen staan ook bij { $hr }. Vragen aan { $hr } hoeft niet.
page-who-new = Nieuw hier? Maak kennis, of oefen een minuut
page-who-none = Er staat nu niemand in de lijst.
page-new-title = Nieuw hier? Maak kennis met de vertrouwenspersonen
page-new-1 = Op elk werk kan er iets gebeuren wat je niet wilt. Een vertrouwenspersoon luistert en denkt met je mee.
page-new-2 = In drie keer drukken weet je wie ze zijn en hoe je ze bereikt, wat ze wel en niet doen, en wat geheim blijft.
page-new-3 = Kijken is geen melding. We houden niet bij wie kijkt.
page-new-4 = Deze pagina bewaart niets. In het gesprek bewaart Open Oor waar je bent, tot het eind of tot je op Stoppen drukt. Loop je weg, dan is dat na { $idle_hours } uur weg.
page-new-begin = Maak kennis
page-new-rehearse = Oefen een minuut met een verzonnen vertrouwenspersoon
page-new-stale = Je scande een ouder blad. In dit gesprek lees je de nieuwste lijst.
page-what-title = Wat doet een vertrouwenspersoon
page-what-does = Wat wel
page-what-does-not = Wat niet
page-what-secrecy = Wat blijft geheim?
page-help-title = Hulp nu
page-help-text = Open Oor is een programma en kan geen hulp sturen. Niemand kijkt live mee.
page-help-further = Verder op deze pagina:
page-help-first = Nu bellen
page-help-rest = Meer hulp buiten de organisatie
page-help-name = Is je naam nodig: { $named }
page-help-keep = Bewaar als tekst: { $name }
page-help-ways = Wegen die je kunt kiezen
page-help-ways-text = Bij elke weg lees je of je naam nodig is. Een kaart bewaren start niets, en wij houden niet bij wat je bekijkt.
page-privacy-cookie-none = Alleen lezen zet geen cookie.

desk-title = Werkplek
desk-idle = Na 15 minuten zonder druk op een knop gaat de werkplek op slot. Verstuur je tekst daarvoor.
desk-idle-draft = Dit had je getypt. Het is nog niet verstuurd. Kopieer het, en log opnieuw in.
desk-unlocked-draft = Je tekst staat er nog. Kijk hem na en verstuur hem opnieuw.
desk-decline-sure = Ja, ik kan dit niet aannemen
desk-decline-title = Dit niet aannemen
desk-close-title = Dit contact afsluiten
desk-telegram-code = Werkt de link niet? Stuur dan dit bericht aan de bot:
desk-fingerprint-own = Lees deze cijfers voor als een collega je sleutel wil bevestigen.
